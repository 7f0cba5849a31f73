"""Texts for reports, without what is the person's: no folders, no names of files."""

import re
import sysconfig
from pathlib import Path

PATH = "<path>"
FILE = "<file>"
OWN = "ae_workbench"
ENDS = r"""(?=\s*(?:[:;,]\s|\.\s|\.?$|["'“”‘’<>|]))"""
ABSOLUTE = re.compile(r"(?:file://|\b[A-Za-z]:[\\/]|\\\\|~[\\/]|(?<![\w<])/(?=[\w.~]))[^\n]*?" + ENDS, re.MULTILINE)
RELATIVE = re.compile(r"[\w.~-]+(?:[\\/][\w.~-]+)+")
ENDINGS = "aew|bmp|csv|gif|gz|h5|idx|ini|jpe?g|json|jsonl|keras|log|mp4|npy|npz|onnx|pdf|png|svg|tflite|tiff?|tsv|txt|webp|zip"
NAME = re.compile(rf"[\w.()-]+\.(?:{ENDINGS})\b", re.IGNORECASE)
QUOTED = re.compile("“[^”\\n]*”")
"""Sentences of this program quote so what a person typed or named."""
SOURCE = re.compile(r'File "([^"\n]+)"')


def scrub(text: str) -> str:
    """A message without paths, names of files and quoted words; rather too little of it stays than too much."""
    text = ABSOLUTE.sub(PATH, QUOTED.sub("“…”", text))
    text = RELATIVE.sub(lambda found: PATH if any(map(str.isalpha, found[0])) else found[0], text)
    return NAME.sub(FILE, text)


def scrub_stack(text: str) -> str:
    """Lines of a traceback: files of this program and of packages by their place in them, others not at all."""
    return SOURCE.sub(lambda found: f'File "{source_name(found[1])}"', text)


def source_name(path: str) -> str:
    """Where a line of code is, as it would be called on any machine."""
    parts = Path(path.replace("\\", "/")).parts
    for marker in ("site-packages", "dist-packages"):
        if marker in parts:
            return "/".join(parts[_last(parts, marker) + 1 :])
    if OWN in parts[:-1]:
        return "/".join(parts[_last(parts, OWN) :])
    if path.startswith("<") and path.endswith(">") and len(parts) == 1:
        return path
    library = Path(sysconfig.get_path("stdlib"))
    if Path(path).is_relative_to(library):
        return f"python/{Path(path).relative_to(library).as_posix()}"
    return FILE


def _last(parts: tuple[str, ...], name: str) -> int:
    return len(parts) - 1 - parts[::-1].index(name)

"""Gather the licences of everything inside a bundle; runs in the build's environment.

    python bundle_licences.py INCLUDED.json FOLDER

``INCLUDED.json`` has (name in the bundle, file it came from) for every module and file. Fails where something has no licence text.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import sysconfig
from importlib.metadata import Distribution, PackageMetadata, PathDistribution, distributions
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TEXTS = ROOT / "packaging" / "licences"
BOOTLOADER = "pyinstaller"
LONGEST_NAME = 60
LICENCE_FILE = re.compile(r"(licen[cs]e|copying|notice|authors|third_party)", re.IGNORECASE)
WITHOUT_A_FILE = {
    "flatbuffers": ("Apache-2.0.txt",),
    "pyside6-essentials": ("LGPL-3.txt", "GPL-3.txt"),
    "shiboken6": ("LGPL-3.txt", "GPL-3.txt"),
    "tensorflow": ("Apache-2.0.txt",),
    "tensorflow-cpu": ("Apache-2.0.txt",),
}
"""Texts of licences that a wheel names and doesn't contain."""
INTRODUCTION = """AE Workbench is under the MIT licence (LICENSE). This folder has the licences of everything that is bundled with it.

Qt and PySide6 are used under the LGPL 3: they are shared libraries in a folder of their own, which may be replaced by others of the same
version. Their source code is at https://download.qt.io/official_releases/QtForPython/ and https://download.qt.io/official_releases/qt/.
fpdf2 is used under the LGPL 3 too: it lies in a folder of its own as Python files, which may be replaced by others of the same version.

"""


def main() -> int:
    included, folder = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8")), Path(sys.argv[2])
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    shutil.copy(ROOT / "LICENSE", folder)
    sources = {Path(source) for _, source in included if source and Path(source).is_absolute()}
    lines = [_keep(part, folder) for part in _used(sources)]
    lines += [_keep_python(folder), _keep_bootloader(folder), *_keep_system(sources, folder)]
    (folder / "README.txt").write_text(INTRODUCTION + "\n".join(lines) + "\n", encoding="utf-8")
    missing = [line for line in lines if line.endswith(": ")]
    for line in missing:
        print(f"No licence text found for {line[:-2]}.", file=sys.stderr)
    return 1 if missing else 0


def _used(sources: set[Path]) -> list[Distribution]:
    """Packages of which at least one file is inside, by name."""
    texts = {str(path) for path in sources} | {str(path.resolve()) for path in sources}
    found = {}
    for part in distributions():
        files = part.files or []
        if any(str(part.locate_file(file)) in texts for file in files if not str(file.parts[0]).endswith(".dist-info")):
            found[part.metadata["Name"].lower()] = part
    return [found[name] for name in sorted(found) if name != BOOTLOADER]


def _keep(part: Distribution, folder: Path) -> str:
    """Copy a package's licence files; the line of it in the list, which ends in a colon where there are none."""
    name, metadata = part.metadata["Name"], part.metadata
    target = folder / name
    files = [part.locate_file(file) for file in part.files or [] if _is_licence(file)]
    files += [TEXTS / text for text in WITHOUT_A_FILE.get(name.lower().replace("_", "-"), ())]
    target.mkdir()
    for file in files:
        _copy(Path(str(file)), target)
    if isinstance(part, PathDistribution) and not files:
        target.rmdir()
    return f"{name} {part.version}: {_words(metadata)}" if files else f"{name} {part.version}: "


def _words(metadata: PackageMetadata) -> str:
    """The licence's name; older packages have its whole text where the name should be."""
    text = (metadata.get("License-Expression") or metadata.get("License") or "").strip()
    if 0 < len(text) <= LONGEST_NAME and "\n" not in text:
        return text
    classes = [line.rpartition(" :: ")[2] for line in metadata.get_all("Classifier") or [] if line.startswith("License :: ")]
    return ", ".join(name for name in classes if name != "OSI Approved") or "see its file"


def _is_licence(file: Path) -> bool:
    """A text in the package's information, or at the top of a package, that is named as licences are."""
    inside = [part for part in file.parts if part.endswith(".dist-info")]
    if "licenses" in file.parts and inside:
        return True
    return bool(LICENCE_FILE.search(file.name)) and file.suffix not in (".py", ".pyc", ".pyi") and (bool(inside) or len(file.parts) <= 2)


def _copy(file: Path, target: Path) -> None:
    number, place = 1, target / file.name
    while place.exists():
        number += 1
        place = target / f"{file.stem}-{number}{file.suffix}"
    if file.is_file():
        shutil.copyfile(file, place)


def _keep_python(folder: Path) -> str:
    """Python's own, from where it was installed, or the text that every Python can say."""
    places = (Path(sysconfig.get_path("stdlib")) / "LICENSE.txt", Path(sys.base_prefix) / "LICENSE.txt")
    text = next((path.read_text(encoding="utf-8") for path in places if path.is_file()), None)
    if text is None:
        import _sitebuiltins

        said = _sitebuiltins._Printer(
            "license", "See https://docs.python.org/3/license.html", ["LICENSE.txt"], [str(p.parent) for p in places]
        )
        text = str(said._Printer__data)
    (folder / "Python").mkdir()
    (folder / "Python" / "LICENSE.txt").write_text(text, encoding="utf-8")
    return f"Python {sys.version.split()[0]}: PSF-2.0"


def _keep_bootloader(folder: Path) -> str:
    """Of the two small programs that start Python."""
    part = next(Distribution.discover(name=BOOTLOADER))
    return _keep(part, folder).replace(": ", " (the programs that start Python): ", 1)


def _keep_system(sources: set[Path], folder: Path) -> list[str]:
    """Libraries taken from a Debian or Ubuntu system, with its copyright files."""
    inside = (Path(sys.prefix).resolve(), Path(sys.base_prefix).resolve(), ROOT)
    libraries = sorted({path.resolve() for path in sources if not any(path.resolve().is_relative_to(place) for place in inside)})
    libraries = [path for path in libraries if path.is_relative_to("/usr") or path.is_relative_to("/lib")]
    if not libraries or not shutil.which("dpkg"):
        return []
    said = subprocess.run(
        ["dpkg", "-S", *map(str, libraries), *(str(p).removeprefix("/usr") for p in libraries)], capture_output=True, text=True
    )
    packages = sorted({line.split(":")[0] for line in said.stdout.splitlines() if ": " in line})
    lines = []
    for package in packages:
        copyright_file = Path("/usr/share/doc") / package / "copyright"
        if copyright_file.is_file():
            (folder / "system").mkdir(exist_ok=True)
            shutil.copyfile(copyright_file, folder / "system" / f"{package}.txt")
        lines.append(f"{package} (of the system): {'see its file' if copyright_file.is_file() else ''}")
    return lines


if __name__ == "__main__":
    sys.exit(main())

"""The one place that puts the parts together: window, tour or command line, each imported only when it is wanted."""

import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from ae_workbench.core.exit_codes import WRONG_INPUT

DOCUMENT_ENDINGS = (".json", ".aew")


def main(argv: Sequence[str] | None = None) -> int:
    """No argument, or the path of a run, recipe or archive, opens the window; gives the exit code."""
    is_heard = _give_streams()
    arguments = list(sys.argv[1:] if argv is None else argv)
    if not arguments:
        return _open_window(None)
    if arguments[0] == "tour":
        return _tour(arguments[1:])
    if len(arguments) == 1 and (_is_document(arguments[0]) or (not is_heard and Path(arguments[0]).exists())):
        return _open_window(Path(arguments[0]))
    from ae_workbench.cli import main as run_command

    return run_command(arguments, _words_in)


def _give_streams() -> bool:
    """Whether anyone hears what is printed: Windows gives a windowed program no streams, and then it prints into nothing.

    What it is given there is a file that was dropped on it, whatever it is, and no command.
    """
    is_heard = sys.stdout is not None and sys.stderr is not None
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115 — for as long as the program runs
    return is_heard


def _words_in(language: str) -> Callable[[str], str]:
    """What says sentences in a language; the window's catalogues are only looked into for other ones than English."""
    if language == "en":
        return str
    from ae_workbench.ui.sentences import sentences_in

    return sentences_in(language)


def _is_document(text: str) -> bool:
    path = Path(text)
    return not text.startswith("-") and (path.suffix.lower() in DOCUMENT_ENDINGS or (path / "run.json").is_file())


def _open_window(path: Path | None) -> int:
    if path is not None and not path.exists():
        return _refuse(f"There is no file or folder {path}.")
    if not _has_screen():
        return _refuse("There is no screen here: use the commands (ae-workbench --help), or ae-workbench tour --out DIR for pictures.")
    from ae_workbench.core.collecting import no_collections

    with no_collections():
        from ae_workbench.ui.application import open_window

        run = open_window(path)
    return run()


def _tour(arguments: Sequence[str]) -> int:
    from ae_workbench.cli.parser import Parser
    from ae_workbench.core.errors import WorkbenchError

    parser = Parser(prog="ae-workbench tour", description="Drive the window by itself and write pictures of each step.")
    parser.add_argument("--out", type=Path, required=True, metavar="DIR", help="folder for the pictures")
    try:
        chosen = parser.parse_args(arguments)
    except WorkbenchError as problem:
        return _refuse(str(problem))
    _go_offscreen()
    from ae_workbench.ui.tour import run_tour

    return run_tour(chosen.out)


def _go_offscreen() -> None:
    """No screen, unless another one is asked for; on Windows Qt's offscreen plugin finds fonts only where it is told to look."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    if sys.platform == "win32" and os.environ["QT_QPA_PLATFORM"] == "offscreen":
        os.environ.setdefault("QT_QPA_FONTDIR", str(Path(os.environ.get("WINDIR", r"C:\Windows"), "Fonts")))


def _has_screen() -> bool:
    """Whether Qt will find a screen; without one it would end the process."""
    if not sys.platform.startswith("linux"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def _refuse(sentence: str) -> int:
    print(f"ae-workbench: {sentence}", file=sys.stderr)
    return WRONG_INPUT

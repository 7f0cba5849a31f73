"""Deleting runs and sweeps so that it can be undone.

They wait in a hidden folder beside the others until that is emptied into the system's trash.
"""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from ae_workbench.core.errors import RunError
from ae_workbench.storage.atomic import make_folder, move_folder
from ae_workbench.storage.lock import is_held_elsewhere
from ae_workbench.storage.paths import free_path, runs_home
from ae_workbench.storage.sweeps import is_sweep
from ae_workbench.storage.system_trash import send_to_system_trash

TRASH = ".trash"


@dataclass(frozen=True)
class DeletedRun:
    """Where a deleted run was and where it waits."""

    original: Path
    kept: Path


def delete(path: Path) -> DeletedRun:
    """Move a run's folder into the trash beside it, whole or not at all.

    Raises:
        RunError: no run there, or another program holds it.
    """
    if not (path / "run.json").is_file():
        raise RunError(f"There is no run in {path} to delete.")
    if is_held_elsewhere(path):
        raise RunError(f"The run in {path} is open in another AE Workbench, so it can't be deleted: close it there first.")
    try:
        return _put_away(path)
    except OSError as problem:
        raise RunError(f"The run in {path} can't be deleted: {problem.strerror or problem}.") from None


def delete_sweep(path: Path) -> DeletedRun:
    """Move a sweep's folder, with all its runs, into the trash beside it, whole or not at all.

    Raises:
        RunError: no sweep there, or another program goes on with it.
    """
    if not is_sweep(path):
        raise RunError(f"There is no sweep in {path} to delete.")
    if is_held_elsewhere(path):
        raise RunError(f"The sweep in {path} is running in another AE Workbench, so it can't be deleted: stop it there first.")
    try:
        return _put_away(path)
    except OSError as problem:
        raise RunError(f"The sweep in {path} can't be deleted: {problem.strerror or problem}.") from None


def _put_away(path: Path) -> DeletedRun:
    trash = path.parent / TRASH
    make_folder(trash)
    kept = free_path(trash / path.name, " ")
    move_folder(path, kept)
    return DeletedRun(path, kept)


def restore(deleted: DeletedRun) -> Path:
    """Bring a deleted run or sweep back and give its path: where it was, or beside that if another has taken its place.

    Raises:
        RunError: the trash was emptied meanwhile, or its place can't be written.
    """
    if not deleted.kept.is_dir():
        raise RunError(f"{deleted.original.name} is no longer here: look for it in the system's trash.")
    try:
        path = free_path(deleted.original, " ")
        make_folder(path.parent)
        move_folder(deleted.kept, path)
    except OSError as problem:
        raise RunError(f"{deleted.original.name} can't be brought back: {problem.strerror or problem}.") from None
    return path


def empty(home: Path | None = None, send: Callable[[Path], None] = send_to_system_trash) -> int:
    """Hand all that was deleted in ``home``, by default the folder of runs, to the system's trash and give how many went.

    After that ``restore`` can't bring them back.

    What the system's trash doesn't take stays, so that nothing is ever lost.
    """
    trash = (runs_home() if home is None else home) / TRASH
    gone = 0
    for path in sorted(trash.iterdir()) if trash.is_dir() else ():
        with suppress(OSError):
            send(path)
            gone += not path.exists()  # Windows doesn't always say that it left something there
    with suppress(OSError):  # something has stayed, or was deleted meanwhile
        trash.rmdir()
    return gone

"""Where unpacked archives go: among one's own runs for the window, into a private folder for a command that only reads."""

import hashlib
import os
import re
import shutil
from contextlib import suppress
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from ae_workbench.core.errors import WorkbenchError
from ae_workbench.storage.archive.limits import ENDING, HISTORY, Progress, reading, writing
from ae_workbench.storage.archive.read import unpack
from ae_workbench.storage.atomic import make_folder
from ae_workbench.storage.paths import data_home, runs_home
from ae_workbench.storage.run_folder import RunFolder, is_run
from ae_workbench.storage.stamp import stamp

HASH_LETTERS = 16
CHUNK_BYTES = 2**20
MOST_KEPT = 20
LONGEST_NAME = 60


def is_archive(path: Path) -> bool:
    """Whether this is, by its name, an archive."""
    return path.suffix.lower() == ENDING and not path.is_dir()


def content_hash(path: Path) -> str:
    """The start of the SHA-256 of a file. Raises ``ArchiveError``."""
    digest = hashlib.sha256()
    with reading(path), path.open("rb") as file:
        while chunk := file.read(CHUNK_BYTES):
            digest.update(chunk)
    return digest.hexdigest()[:HASH_LETTERS]


def import_archive(path: Path, progress: Progress = lambda share: None) -> Path:
    """The archive's run among one's own: a copy, or the one that the same file became before, whatever was done with it since.

    Raises as ``unpack`` does.
    """
    key = content_hash(path)
    known = next((run for run in _named(runs_home(), key) if is_run(run)), None)
    if known is not None:
        return known
    name = re.sub(r"[^\w.-]+", "-", path.stem)[:LONGEST_NAME].strip(".-") or "run"
    return unpack(path, runs_home() / f"{name}-{key}", progress).path


def opened_run(path: Path) -> Path:
    """A run's folder: this one, or for an archive a private copy that is only to be read and doesn't last.

    Raises as ``unpack`` does.
    """
    if not is_archive(path):
        return path
    folder = data_home() / "cache" / "archives"
    with writing(folder):
        make_folder(folder)
        folder.chmod(0o700)
    kept = folder / content_hash(path)
    if not _is_whole(kept, path):
        shutil.rmtree(kept, ignore_errors=True)
        unpack(path, kept)
    with suppress(OSError):  # only the order in which they go
        os.utime(kept)
    _thin(folder, kept)
    return kept


def _is_whole(run: Path, archive: Path) -> bool:
    """Whether a private copy is still what was unpacked: what tidies up or mends disks knows nothing of it."""
    try:
        RunFolder.open(run)
        with ZipFile(archive) as file:
            sizes = {info.filename: info.file_size for info in file.infolist() if info.filename.startswith("weights/")}
    except (WorkbenchError, OSError, BadZipFile):
        return False
    return (run / HISTORY).is_file() and all(stamp(run / name)[1] == size for name, size in sizes.items())


def _named(home: Path, key: str) -> list[Path]:
    return sorted(home.glob(f"*-{key}")) if home.is_dir() else []


def _thin(folder: Path, used: Path) -> None:
    """Keep those that were used last."""
    runs = sorted((run for run in folder.iterdir() if is_run(run) and run != used), key=stamp)
    for old in runs[: -(MOST_KEPT - 1)]:
        shutil.rmtree(old, ignore_errors=True)

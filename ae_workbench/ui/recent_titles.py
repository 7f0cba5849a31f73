"""What recent files are called in a menu: a run by its own name, others by their file's, and where one comes twice, with the folder."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from ae_workbench.core.errors import WorkbenchError
from ae_workbench.storage.run_folder import RunFolder, is_run


def titles(paths: Sequence[Path]) -> list[str]:
    """One for each, no two alike where the paths aren't."""
    names = [_name(path) for path in paths]
    homes = [_home(path) for path in paths]
    named, placed = Counter(names), Counter(zip(names, (home.name for home in homes), strict=True))
    return [_title(name, home, named[name] > 1, placed[name, home.name] > 1) for name, home in zip(names, homes, strict=True)]


def _name(path: Path) -> str:
    try:
        return RunFolder.open(path).recipe.name or path.name if is_run(path) else path.name
    except WorkbenchError:
        return path.name


def _home(path: Path) -> Path:
    """The folder that tells those of one name apart: a run's own."""
    return path if is_run(path) else path.parent


def _title(name: str, home: Path, comes_twice: bool, in_folders_of_one_name: bool) -> str:
    if not comes_twice:
        return name
    return f"{name} ({home if in_folders_of_one_name else home.name})"

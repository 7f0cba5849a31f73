"""What recent files are called in a menu: by their names, and where one comes twice, with the folder they are in."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path


def titles(paths: Sequence[Path]) -> list[str]:
    """One for each, no two alike where the paths aren't."""
    named = Counter(path.name for path in paths)
    placed = Counter((path.name, path.parent.name) for path in paths)
    return [_title(path, named[path.name] > 1, placed[path.name, path.parent.name] > 1) for path in paths]


def _title(path: Path, comes_twice: bool, in_folders_of_one_name: bool) -> str:
    if not comes_twice:
        return path.name
    return f"{path.name} ({path.parent if in_folders_of_one_name else path.parent.name})"

"""The runs in a folder at a glance, quick for a thousand of them, and how they are renamed."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from ae_workbench.core.errors import RunError, WorkbenchError
from ae_workbench.core.shape import Shape
from ae_workbench.storage.lock import is_held_elsewhere
from ae_workbench.storage.paths import runs_home
from ae_workbench.storage.run_folder import RunFolder
from ae_workbench.storage.stamp import stamp

LONGEST_NAME = 200
WATCHED = ("recipe.json", "run.json", "history.jsonl", "weights")
Stamp = tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class RunSummary:
    """One run at a glance. ``name`` is its recipe's, or its folder's where that has none.

    ``epochs`` are those trained to their end, of ``planned_epochs``; ``metrics`` are the newest record's, with the history's keys.
    ``outcome`` is "" for a run that is training or was cut off; ``is_held``: another program trains or shows it.
    ``fingerprint`` tells runs on the same data.
    A folder whose run can't be read has a ``problem``, a sentence, and little else.
    """

    path: Path
    name: str
    created: datetime
    size_bytes: int
    variant: str = ""
    data: str = ""
    shape: Shape | None = None
    code_size: int = 0
    parameter_count: int = 0
    epochs: int = 0
    planned_epochs: int = 0
    metrics: Mapping[str, float] = field(default_factory=dict)
    outcome: str = ""
    fingerprint: str = ""
    problem: str = ""
    is_held: bool = False

    @property
    def preview(self) -> Path:
        """The picture of a run, which may not be there."""
        return self.path / "preview.png"


class RunList:
    """The runs in a folder, by default where new ones are made. Reads again only what has changed since; not for two threads at once."""

    def __init__(self, home: Path | None = None) -> None:
        self.home = runs_home() if home is None else home
        self._known: dict[Path, tuple[Stamp, RunSummary]] = {}

    def read(self) -> list[RunSummary]:
        """Every run in the folder, the newest first; none where there is no folder."""
        known: dict[Path, tuple[Stamp, RunSummary]] = {}
        for path in _run_paths(self.home):
            try:
                stamps = tuple(stamp(path / name) for name in WATCHED)
                before = self._known.get(path)
                found = before[1] if before is not None and before[0] == stamps else summary(path)
                is_held = not (found.outcome or found.problem) and is_held_elsewhere(path)
                known[path] = stamps, found if found.is_held == is_held else replace(found, is_held=is_held)
            except FileNotFoundError:  # deleted meanwhile
                continue
        self._known = known
        return sorted((found for _, found in known.values()), key=lambda run: (run.created, run.path.name), reverse=True)


def summary(path: Path) -> RunSummary:
    """What is known of one run. A broken one has a ``problem``; ``FileNotFoundError`` where there is no folder."""
    changed = datetime.fromtimestamp((path / "run.json").stat().st_mtime).astimezone()
    bare = RunSummary(path, path.name, changed, _size_bytes(path))
    try:
        run = RunFolder.open(path)
        plan, newest = run.plan, run.newest_record()
    except WorkbenchError as problem:
        return replace(bare, problem=str(problem))
    facts = run.facts
    return replace(
        bare,
        name=run.recipe.name or path.name,
        created=_moment(facts.created) or changed,
        variant=run.recipe.variant,
        data=facts.data_name,
        shape=facts.shape,
        code_size=plan.code_size,
        parameter_count=plan.parameter_count,
        epochs=newest.epoch - newest.partial if newest else 0,
        planned_epochs=run.recipe.training.epochs,
        metrics=newest.metrics if newest else {},
        outcome=facts.outcome,
        fingerprint=facts.fingerprint,
    )


def rename(path: Path, name: str) -> None:
    """Give a run another name: that of its recipe. Its folder stays where it is, so that whoever shows the run need not look for it.

    Raises:
        RunError: an empty name, no run, one that another program holds, or a folder that can't be written.
    """
    name = " ".join(name.split())[:LONGEST_NAME]
    if not name:
        raise RunError("A run needs a name: type at least one letter.")
    run = RunFolder.open(path)
    if is_held_elsewhere(path):
        raise RunError(f"The run in {path} is open in another AE Workbench, so it can't be renamed: close it there first.")
    try:
        run.change_recipe(replace(run.recipe, name=name))
    except OSError as problem:
        raise RunError(f"The run in {path} can't be renamed: {problem.strerror or problem}.") from None


def _run_paths(home: Path) -> list[Path]:
    """Folders with a run in them; hidden ones, such as the trash, are left out."""
    try:
        with os.scandir(home) as entries:
            names = [entry.name for entry in entries if not entry.name.startswith(".")]
    except (FileNotFoundError, NotADirectoryError):
        return []
    return [home / name for name in names if (home / name / "run.json").is_file()]


def _size_bytes(path: Path) -> int:
    """Bytes of all files of a run; one that goes meanwhile counts nothing."""
    total = 0
    for folder, _, names in os.walk(path):
        total += sum(stamp(Path(folder, name))[1] for name in names)
    return total


def _moment(text: str) -> datetime | None:
    try:
        return datetime.fromisoformat(text).astimezone()
    except (ValueError, OverflowError, OSError):  # the last two: a moment that this time zone or system doesn't have
        return None

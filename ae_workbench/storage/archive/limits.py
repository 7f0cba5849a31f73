"""What may be in an ``.aew`` file: names, and how large each may be."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from ae_workbench.core.errors import ArchiveError, RunError
from ae_workbench.core.foreign import shown
from ae_workbench.core.plan import Plan
from ae_workbench.data.array_entry import BROKEN
from ae_workbench.storage.run_folder import weights_name

ENDING = ".aew"
FORMAT = "ae-workbench archive"
VERSION = 1

MANIFEST, RECIPE, FACTS, HISTORY = "manifest.json", "recipe.json", "run.json", "history.jsonl"
PLAN, METRICS, PREVIEW = "plan.json", "metrics.json", "preview.png"
NEEDED = (MANIFEST, RECIPE, FACTS, HISTORY)
WEIGHTS = re.compile(r"weights/(\d{4,6})\.npz", re.ASCII)

MOST_EPOCHS = 10_000
MOST_MEMBERS = MOST_EPOCHS + 7
MOST_BYTES = 2**31 - 1
MOST_WEIGHTS_BYTES = 15 * 2**27
MOST_RATIO, SMALL_BYTES = 25, 2**24
MEMBER_BYTES = {
    MANIFEST: 2**21, RECIPE: 1_000_000, FACTS: 1_000_000, HISTORY: 2**25, PLAN: 2**20, METRICS: 2**20, PREVIEW: 2**22,
}  # fmt: skip
BYTES_PER_ARRAY, BYTES_PER_FILE = 1024, 1024
PREVIEW_PIXELS = 2**20

Progress = Callable[[float], None]
"""Called with the share done; may raise to give up."""


def epoch_of(name: str) -> int | None:
    """The epoch whose weights a member holds; None for other members."""
    found = WEIGHTS.fullmatch(name)
    epoch = int(found.group(1)) if found else None
    return epoch if epoch is not None and weights_name(epoch) == name else None


def weights_bytes(plan: Plan) -> int:
    """The most that the weights of one epoch can take."""
    return 4 * plan.parameter_count + BYTES_PER_ARRAY * len(plan.weight_dims) + BYTES_PER_FILE


@contextmanager
def reading(path: Path) -> Iterator[None]:
    """Every way an archive can be broken becomes one ``ArchiveError``."""
    try:
        yield
    except FileNotFoundError:
        raise ArchiveError(f"There is no file {path}: choose one that exists.") from None
    except BROKEN as problem:
        reason = (problem.strerror if isinstance(problem, OSError) else None) or str(problem)
        why = shown(reason).rstrip(".") or type(problem).__name__
        raise ArchiveError(f"The file {path} is damaged or no archive of AE Workbench ({why}): get it again.") from None


@contextmanager
def writing(path: Path) -> Iterator[None]:
    """What keeps a file from being written becomes one ``RunError``."""
    try:
        yield
    except OSError as problem:
        why = problem.strerror or problem
        raise RunError(f"{path} can't be written ({why}): free some space, or choose another place.") from None

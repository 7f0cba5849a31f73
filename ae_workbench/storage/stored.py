"""Which epoch of a run is meant: one whose weights are stored."""

from collections.abc import Sequence

from ae_workbench.core.errors import RunError
from ae_workbench.storage.run_folder import RunFolder

MOST_LISTED = 12


def stored_epoch(run: RunFolder, epoch: int | None = None) -> int:
    """The epoch asked for, or the newest that is stored. Raises ``RunError`` where there are no weights of it."""
    stored = run.epochs()
    if not stored:
        raise RunError(f"The run {run.path} has no weights yet: train it for an epoch first.")
    if epoch is None:
        return stored[-1]
    if epoch not in stored:
        raise RunError(f"The run {run.path} has no weights of epoch {epoch}: stored are {_listed(stored)}.")
    return epoch


def _listed(epochs: Sequence[int]) -> str:
    """``0, 5, 78 and 80``; of many the first and last ones."""
    half = MOST_LISTED // 2
    shown = [str(epoch) for epoch in epochs]
    if len(shown) > MOST_LISTED:
        shown = [*shown[:half], "…", *shown[-half:]]
    return ", ".join(shown[:-1]) + f" and {shown[-1]}" if len(shown) > 1 else shown[0]

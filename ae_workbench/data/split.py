"""Which examples train and which ones judge."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from ae_workbench.core.parameters import Spec, number
from ae_workbench.data.dataset import Split

SHARE_HELP = "The part of the examples that is kept out of training and used to judge the model."


def share_spec(extra_help: str = "") -> dict[str, Spec]:
    """Field metadata for how much is kept for testing."""
    return number("Test share", low=0.01, high=0.9, step=0.05, help=f"{SHARE_HELP} {extra_help}".strip())


def shuffled_split(examples: NDArray, labels: NDArray | None, share: float, seed: int, files: Sequence[str] = ()) -> tuple[Split, Split]:
    """Train and test, shuffled by ``seed``; with labels each class keeps its part in both, as far as whole numbers allow.

    Of fewer than three nothing is kept for testing.
    """
    rng = np.random.default_rng(seed)
    order, count = rng.permutation(len(examples)), _test_count(len(examples), share)
    if labels is not None:
        order = order[np.argsort(labels[order], kind="stable")]
    chosen = ((np.arange(count) + 0.5) * len(order) / max(count, 1)).astype(int)  # evenly over the classes, which now lie side by side
    train, test = rng.permutation(np.delete(order, chosen)), rng.permutation(order[chosen])
    return _take(examples, labels, files, train), _take(examples, labels, files, test)


def tail_split(examples: NDArray, labels: NDArray | None, share: float) -> tuple[Split, Split]:
    """Train and test as views: the last examples are the test set, so a memory-mapped array is never copied."""
    at = len(examples) - _test_count(len(examples), share)
    first, last = (None, None) if labels is None else (labels[:at], labels[at:])
    return Split(examples[:at], first), Split(examples[at:], last)


def _test_count(total: int, share: float) -> int:
    return max(min(max(1, round(total * share)), total - 2), 0)


def _take(examples: NDArray, labels: NDArray | None, files: Sequence[str], order: NDArray) -> Split:
    named = tuple(files[place] for place in order) if files else ()
    return Split(examples[order], None if labels is None else labels[order], named, places=order)

"""Where one error stands among others."""

import numpy as np
from numpy.typing import NDArray


def share_below(errors: NDArray, error: float) -> float:
    """Share of ``errors`` (ascending, at least one) that are smaller than ``error``: 0.95 says that 95 % of the examples are easier."""
    return float(np.searchsorted(errors, error, side="left")) / len(errors)

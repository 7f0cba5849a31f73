"""Which plans XLA compiles, and which batches it computes in halves."""

import tensorflow as tf

from ae_workbench.core.layers import Conv2D
from ae_workbench.core.plan import Plan

ROWS_SUMMED_AT_ONCE = 32
"""XLA on a CPU adds up columns of more rows than these in parts."""


def fuses_with_xla(plan: Plan) -> bool:
    """Measured on CPUs: XLA makes dense loops 2–3 times as fast and convolutions slower."""
    return not plan.has(Conv2D) or _has_gpu()


def takes_halves(plan: Plan, rows: int) -> bool:
    """Two halves of dense plans' batches where XLA compiles for a CPU: it computes one where the other has to wait.

    Measured: 10 to 20 % quicker with batches of 80 to 256, no difference with larger ones, LSTM or validation. Slower where a half
    has as few rows as XLA sums up in one go, over columns.
    """
    return rows // 2 > ROWS_SUMMED_AT_ONCE and plan.is_dense and not _has_gpu()


def _has_gpu() -> bool:
    return bool(tf.config.list_logical_devices("GPU"))

"""What a snapshot does to a split of data, in numbers."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from ae_workbench.analysis.metrics import error_per_example, mse_per_image, psnr_per_image
from ae_workbench.data.corruption import NOISE_SEED, corrupt_each
from ae_workbench.data.dataset import Scaling, Split
from ae_workbench.engine.snapshot import Snapshot

ROWS = 1000


def evaluate(snapshot: Snapshot, split: Split, scaling: Scaling) -> dict[str, float]:
    """Means over the examples of a split.

    ``reconstruction``: BCE per pixel (images) or MSE (sequences); ``mse``; ``psnr`` in dB (images).
    ``penalty``: activity_l1 × sum of |code|. ``kl`` in nats per image (variational). ``mean_code``.
    ``zero_share``: share of code numbers that are 0.
    A denoiser sees the noisy halves of pairs, and its own noise on top, an example always has the same;
    ``psnr_input`` is the PSNR before it. Its ``mean_code`` and ``zero_share`` are of clean examples, as codes are everywhere.
    """
    plan = snapshot.plan
    rows: list[dict[str, NDArray]] = []
    is_noisy = split.is_paired or plan.corruption.kind != "none"
    for x, given in zip(batches(split, scaling), _batches(split.inputs, scaling), strict=True):
        first = len(rows) * ROWS
        seen = corrupt_each(given, plan.corruption, NOISE_SEED, range(first, first + len(x)))
        codes = snapshot.encode(seen)
        y = snapshot.decode(codes)
        flat = codes.reshape(len(codes), -1)
        shown = snapshot.encode(x).reshape(flat.shape) if is_noisy else flat
        found = {
            "reconstruction": error_per_example(plan.loss, x, y),
            "mse": mse_per_image(x, y),
            "mean_code": shown.mean(axis=1),
            "zero_share": (shown == 0).mean(axis=1),
        }
        if plan.shape.is_image:
            found["psnr"] = psnr_per_image(x, y)
            if is_noisy:
                found["psnr_input"] = psnr_per_image(x, seen)
        if plan.activity_l1:
            found["penalty"] = plan.activity_l1 * np.abs(flat).sum(axis=1)
        if plan.is_variational:
            z_mean, z_log_var = snapshot.posterior(seen)
            found["kl"] = -0.5 * (1 + z_log_var - z_mean**2 - np.exp(z_log_var)).sum(axis=1)
        rows.append(found)
    return {name: float(np.concatenate([row[name] for row in rows]).mean()) for name in rows[0]}


def batches(split: Split, scaling: Scaling) -> Iterator[NDArray[np.float32]]:
    """The split's examples as a model sees them, some at a time."""
    return _batches(split.examples, scaling)


def _batches(rows: NDArray, scaling: Scaling) -> Iterator[NDArray[np.float32]]:
    for start in range(0, len(rows), ROWS):
        yield scaling.apply(rows[start : start + ROWS])

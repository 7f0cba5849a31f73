"""How far every reconstruction is from its example."""

import numpy as np

from ae_workbench.analysis.metrics import bce_per_image, mse_per_image, psnr_per_image, ssim_per_image
from ae_workbench.export.data.rows import ENDINGS, batches, subject_of, write_rows
from ae_workbench.export.exporter import Exporter, ExportRequest

MEASURES = {"bce": bce_per_image, "mse": mse_per_image, "psnr": psnr_per_image, "ssim": ssim_per_image}


def write(request: ExportRequest) -> None:
    """``bce`` in nats per pixel, ``mse``, ``psnr`` in dB and ``ssim`` of images; ``mse`` of sequences, as the model sees them.

    A denoiser sees the noisy halves of pairs, and its own noise on top, seeded; ``psnr_input`` is the PSNR before it.
    """
    subject = subject_of(request)
    _ = subject.dataset
    measures = MEASURES if subject.shape.is_image else {"mse": mse_per_image}
    found: dict[str, list[np.ndarray]] = {}
    for indices in batches(subject, request, "Measuring the reconstructions"):
        x = subject.examples(indices)
        seen = subject.noisy(indices)
        y = subject.snapshot.reconstruct(seen)
        for name, measure in measures.items():
            found.setdefault(name, []).append(measure(x, y))
        if subject.sees_noise and subject.shape.is_image:
            found.setdefault("psnr_input", []).append(psnr_per_image(x, seen))
    write_rows(request.out, subject, {name: np.concatenate(parts) for name, parts in found.items()})


EXPORTER = Exporter(
    "errors",
    "Errors",
    "How far every reconstruction (a denoiser's: of noisy ones) is from its example: BCE, MSE, PSNR and SSIM, with ids and labels.",
    "data",
    ENDINGS,
    write,
    uses_data=True,
)

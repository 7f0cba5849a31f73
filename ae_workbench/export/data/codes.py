"""The code of every example."""

import numpy as np

from ae_workbench.export.data.rows import ENDINGS, batches, subject_of, write_rows
from ae_workbench.export.exporter import Exporter, ExportRequest


def write(request: ExportRequest) -> None:
    """``codes`` (n, *code_dims), of a variational model z_mean, with ``log_variances`` in NPZ."""
    subject = subject_of(request)
    _ = subject.dataset
    snapshot, means, log_variances = subject.snapshot, [], []
    for indices in batches(subject, request, "Encoding the examples"):
        x = subject.examples(indices)
        if subject.plan.is_variational:
            mean, log_variance = snapshot.posterior(x)
            log_variances.append(log_variance)
        else:
            mean = snapshot.encode(x)
        means.append(mean)
    more = {"log_variances": np.concatenate(log_variances)} if log_variances else None
    write_rows(request.out, subject, {"codes" if request.out.suffix.lower() == ".npz" else "code": np.concatenate(means)}, more)


EXPORTER = Exporter(
    "codes",
    "Codes",
    "The code of every example (a denoiser's: of clean ones), with ids and labels. "
    "NPZ keeps maps as maps and has log variances of a variational run.",
    "data",
    ENDINGS,
    write,
    uses_data=True,
)

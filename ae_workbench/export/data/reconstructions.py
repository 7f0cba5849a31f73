"""What the model makes of every example."""

import numpy as np

from ae_workbench.export.data.rows import ENDINGS, batches, subject_of, write_rows
from ae_workbench.export.exporter import Exporter, ExportRequest


def write(request: ExportRequest) -> None:
    """``reconstructions`` (n, *dims): images float32 in [0, 1], sequences in the units of their data.

    NPZ also has ``originals``, and ``inputs`` where the model sees noise.
    """
    subject = subject_of(request)
    _ = subject.dataset
    scaling, is_image = subject.folder.facts.scaling, subject.shape.is_image
    outputs, inputs = [], []
    for indices in batches(subject, request, "Reconstructing the examples"):
        seen = subject.noisy(indices)
        y = subject.snapshot.reconstruct(seen)
        outputs.append(y if is_image else scaling.undo(y))
        if subject.sees_noise:
            inputs.append(seen if is_image else scaling.undo(seen))
    if request.out.suffix.lower() == ".npz":
        x = subject.examples(np.arange(len(subject.split)))
        more = {"originals": x if is_image else scaling.undo(x)} | ({"inputs": np.concatenate(inputs)} if inputs else {})
        write_rows(request.out, subject, {"reconstructions": np.concatenate(outputs)}, more)
    else:
        write_rows(request.out, subject, {"value": np.concatenate(outputs)})


EXPORTER = Exporter(
    "reconstructions",
    "Reconstructions",
    "What the model makes of every example, with ids and labels. "
    "NPZ keeps the shape and has the originals beside them, and a denoiser's noisy inputs.",
    "data",
    ENDINGS,
    write,
    uses_data=True,
)

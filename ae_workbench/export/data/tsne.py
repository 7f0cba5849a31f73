"""The t-SNE map of the codes."""

import numpy as np

from ae_workbench.data.source import Cancelled
from ae_workbench.export.data.rows import ENDINGS, batches, subject_of, write_rows
from ae_workbench.export.exporter import Exporter, ExportRequest
from ae_workbench.export.tsne import tsne_key, tsne_map


def write(request: ExportRequest) -> None:
    """``x`` and ``y`` of every example. The map is kept beside the run, so that window and files have the same one."""
    subject = subject_of(request)
    fingerprint = subject.dataset.fingerprint
    snapshot = subject.snapshot
    codes = np.concatenate([snapshot.encode(subject.examples(indices)) for indices in batches(subject, request, "Encoding the examples")])
    key = tsne_key(snapshot.epoch, snapshot.stamp, fingerprint, request.split)
    made = tsne_map(subject.path, key, codes, lambda share, points: request.progress(share, "Making the t-SNE map"), lambda: False)
    if made is None:
        raise Cancelled
    write_rows(request.out, subject, {"x": made[:, 0], "y": made[:, 1]})


EXPORTER = Exporter(
    "tsne",
    "t-SNE coordinates",
    "Where t-SNE puts the code of every example, with ids and labels.",
    "data",
    ENDINGS,
    write,
    uses_data=True,
)

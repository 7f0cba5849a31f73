"""The viewers, in the order of their tabs. A new one is one file here and one line in the registry, which names it by its place."""

from ae_workbench.core.registry import Registry
from ae_workbench.ui.translation import QT_TRANSLATE_NOOP
from ae_workbench.ui.viewers.viewer import Viewer, ViewerKind

VIEWERS: Registry[ViewerKind] = Registry(
    "viewer",
    ViewerKind("reconstructions", QT_TRANSLATE_NOOP("viewers", "Reconstructions"), "images", "reconstructions:ReconstructionsViewer"),
    ViewerKind("latent_plane", QT_TRANSLATE_NOOP("viewers", "Latent plane"), "chart-scatter", "latent_plane:LatentPlaneViewer"),
    ViewerKind("codes", QT_TRANSLATE_NOOP("viewers", "Codes"), "chart-column", "codes.view:CodesViewer"),
    ViewerKind("denoising", QT_TRANSLATE_NOOP("viewers", "Denoising"), "sparkles", "denoising.viewer:DenoisingViewer"),
    ViewerKind("filters", QT_TRANSLATE_NOOP("viewers", "Filters"), "grid-3x3", "filters.viewer:FiltersViewer"),
    ViewerKind("sequences", QT_TRANSLATE_NOOP("viewers", "Sequences"), "audio-waveform", "sequences.viewer:SequencesViewer"),
    ViewerKind("curves", QT_TRANSLATE_NOOP("viewers", "Curves"), "chart-spline", "curves.viewer:CurvesViewer"),
    ViewerKind("runs", QT_TRANSLATE_NOOP("viewers", "Runs"), "history", "runs:RunsViewer"),
)

__all__ = ["VIEWERS", "Viewer", "ViewerKind"]

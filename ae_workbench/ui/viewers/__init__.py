"""The viewers, in the order of their tabs. A new one is one file here and one line in the registry."""

from ae_workbench.core.registry import Registry
from ae_workbench.ui.viewers import codes, curves, denoising, filters, latent_plane, reconstructions, runs, sequences
from ae_workbench.ui.viewers.viewer import Viewer, ViewerKind

VIEWERS: Registry[ViewerKind] = Registry(
    "viewer",
    reconstructions.KIND,
    latent_plane.KIND,
    codes.KIND,
    denoising.KIND,
    filters.KIND,
    sequences.KIND,
    curves.KIND,
    runs.KIND,
)

__all__ = ["VIEWERS", "Viewer", "ViewerKind"]

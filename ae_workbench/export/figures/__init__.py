"""Figures for papers and slides, in the order of a menu. A new one is one file here and one line in the registry."""

from ae_workbench.core.registry import Registry
from ae_workbench.export.figures import codes, compare, denoising, filters, latent, loss, manifold, reconstructions
from ae_workbench.export.figures.figure import ENDINGS, FigureKind, FigureRequest
from ae_workbench.export.figures.style import Look
from ae_workbench.export.figures.write import Form, figure_contents, write_figure

FIGURES: Registry[FigureKind] = Registry(
    "kind of figure",
    reconstructions.KIND,
    denoising.KIND,
    codes.KIND,
    latent.KIND,
    manifold.KIND,
    loss.KIND,
    filters.KIND,
    compare.KIND,
)

__all__ = ["ENDINGS", "FIGURES", "FigureKind", "FigureRequest", "Form", "Look", "figure_contents", "write_figure"]

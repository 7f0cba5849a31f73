"""Figures for papers and slides, in the order of a menu. A new one is one file here and one line in the registry."""

from ae_workbench.core.registry import Registry
from ae_workbench.export.figures import reconstructions
from ae_workbench.export.figures.figure import FigureKind, FigureRequest

FIGURES: Registry[FigureKind] = Registry(
    "kind of figure",
    reconstructions.KIND,
)

__all__ = ["FIGURES", "FigureKind", "FigureRequest"]

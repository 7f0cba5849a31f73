"""All metrics of a run over its epochs, and of compared runs over each other."""

from ae_workbench.ui.viewers.curves.viewer import KIND

__all__ = ["KIND"]

"""Weights and feature maps as images."""

from ae_workbench.ui.viewers.filters.viewer import KIND

__all__ = ["KIND"]

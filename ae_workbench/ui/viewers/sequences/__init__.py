"""Sequences and what the model writes of them: as curves, and images row by row."""

from ae_workbench.ui.viewers.sequences.viewer import KIND

__all__ = ["KIND"]

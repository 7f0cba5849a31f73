"""Noise put on images and taken off again, by the model and by two filters that need no training."""

from ae_workbench.ui.viewers.denoising.viewer import KIND

__all__ = ["KIND"]

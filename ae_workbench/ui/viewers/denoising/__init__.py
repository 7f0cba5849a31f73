"""Noise put on images and taken off again, by the model and by two filters that need no training."""

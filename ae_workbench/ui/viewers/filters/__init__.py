"""Weights and feature maps as images."""

"""AE Workbench: learn, explore and use autoencoders."""

__version__ = "0.1.0"

"""AE Workbench: learn, explore and use autoencoders."""

import os

__version__ = "0.1.0"

# Before NumPy is imported: with as few numbers as it multiplies here a second thread doesn't help, and stays awake, in TensorFlow's way.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

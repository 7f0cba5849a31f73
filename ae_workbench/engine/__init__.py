"""The only room that imports Keras and TensorFlow, and only in modules that are imported late."""

import os

os.environ["KERAS_BACKEND"] = "tensorflow"
os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "2")
_VECTORS = "--xla_cpu_prefer_vector_width"
"""XLA's loops in vectors as wide as the processor has, as its matrix products are anyway: LLVM's own choice is half of them.
Measured on one processor with AVX-512: 2 to 8 % off a dense epoch. One without it has no wider vectors to use."""
_flags = os.environ.get("XLA_FLAGS", "")
if _VECTORS not in _flags:
    os.environ["XLA_FLAGS"] = f"{_VECTORS}=512 {_flags}".strip()

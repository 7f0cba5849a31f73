"""The only room that imports Keras and TensorFlow, and only in modules that are imported late."""

import os

os.environ["KERAS_BACKEND"] = "tensorflow"
os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "2")

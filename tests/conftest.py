"""What every test gets: no screen, quiet TensorFlow, a home of its own and, where it is there, MNIST."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

# Before anything imports Qt or TensorFlow.
if sys.platform.startswith("linux") and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "2")
os.environ["KERAS_BACKEND"] = "tensorflow"

import pytest

DATA_VARIABLE = "AE_WORKBENCH_DATA"


@pytest.fixture(scope="session", autouse=True)
def session_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Runs, settings and Keras's cache of fixtures that outlive one test; never the person's own."""
    home = tmp_path_factory.mktemp("session_home")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("AE_WORKBENCH_HOME", str(home))
        patch.setenv("KERAS_HOME", str(home / "keras"))
        yield home


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty home for each test, apart from its ``tmp_path``."""
    folder = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("AE_WORKBENCH_HOME", str(folder))
    return folder


@pytest.fixture(scope="session")
def mnist_path() -> Path:
    """The file ``mnist.npz`` in the folder that ``AE_WORKBENCH_DATA`` names."""
    folder = os.environ.get(DATA_VARIABLE)
    if not folder:
        pytest.skip(f"MNIST is not here: set {DATA_VARIABLE} to a folder with mnist.npz")
    path = Path(folder) / "mnist.npz"
    if not path.is_file():
        pytest.skip(f"MNIST is not here: there is no {path}")
    return path

"""What is imported with TensorFlow and Keras, and what isn't."""

import os
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from importlib import import_module
from pathlib import Path

import pytest

from ae_workbench.engine.quiet import dropped_stderr, left_out

GUESTS = """
import sys
from ae_workbench.engine.quiet import GUESTS, import_keras_quietly
import_keras_quietly()
assert "keras" in sys.modules and "tensorflow" in sys.modules
print([name for name in GUESTS if name in sys.modules])
import matplotlib.pyplot, sklearn.base
"""
MANY_KINDS = """
import os
from ae_workbench.engine import warmup
load = warmup._load_libraries
warmup._load_libraries = lambda: (load(), os.write(2, b"a line that TensorFlow's libraries write on some processors"))
warmup.import_tensorflow()
import tensorflow as tf
for size in range(8):
    tf.function(lambda x: x + 1)(tf.zeros(size))
"""
FLAGS = """
import os
import ae_workbench.engine
print(os.environ["XLA_FLAGS"])
"""


def test_keras_comes_without_its_guests_who_can_still_be_imported_for_themselves() -> None:
    done = subprocess.run([sys.executable, "-c", GUESTS], capture_output=True, text=True, check=False)
    assert (done.stdout, done.stderr) == ("[]\n", "")


def test_neither_loading_tensorflow_nor_many_kinds_of_models_in_one_process_write_on_the_error_output() -> None:
    done = subprocess.run([sys.executable, "-c", MANY_KINDS], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize(
    ("given", "used"),
    [
        ("", "--xla_cpu_prefer_vector_width=512"),
        ("--xla_dump_to=x", "--xla_cpu_prefer_vector_width=512 --xla_dump_to=x"),
        ("--xla_cpu_prefer_vector_width=256", "--xla_cpu_prefer_vector_width=256"),
    ],
)
def test_what_is_said_of_xla_outside_still_counts(given: str, used: str) -> None:
    environment = {**os.environ, "XLA_FLAGS": given}
    done = subprocess.run([sys.executable, "-c", FLAGS], capture_output=True, text=True, check=True, env=environment)
    assert done.stdout == f"{used}\n"


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A package that nobody has imported, with a module in it."""
    folder = tmp_path / "ae_test_guest"
    folder.mkdir()
    (folder / "__init__.py").touch()
    (folder / "room.py").touch()
    monkeypatch.syspath_prepend(tmp_path)
    yield folder.name
    for name in (folder.name, f"{folder.name}.room"):
        sys.modules.pop(name, None)


def test_a_package_that_is_left_out_is_missing_for_this_thread_until_the_end(package: str) -> None:
    before = list(sys.meta_path)
    with left_out(package):
        for name in (package, f"{package}.room"):
            with pytest.raises(ModuleNotFoundError):
                import_module(name)
    assert sys.meta_path == before
    assert import_module(f"{package}.room")


def test_other_threads_can_import_it_meanwhile(package: str) -> None:
    with left_out(package), ThreadPoolExecutor(1) as other:
        assert other.submit(import_module, f"{package}.room").result()


def test_other_packages_of_a_like_name_are_not_left_out(package: str) -> None:
    with left_out("ae_test"):
        assert import_module(package)


def test_two_threads_that_drop_the_error_output_leave_it_as_it_was(capfd: pytest.CaptureFixture[str]) -> None:
    first, second = dropped_stderr(), dropped_stderr()
    first.__enter__()
    second.__enter__()
    first.__exit__(None, None, None)
    os.write(2, b"still dropped")
    second.__exit__(None, None, None)
    os.write(2, b"told")
    assert capfd.readouterr().err == "told"

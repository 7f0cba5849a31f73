"""Guards around every test with widgets: pyqtgraph's global hooks are off, and nothing may outlive its test."""

import gc
import os
import shutil
import sys
import threading
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QLocale, QThread, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from ae_workbench.core.recipe import Choice, Recipe
from ae_workbench.data.dataset import Dataset
from ae_workbench.data.loading import load
from ae_workbench.engine.session import Session
from ae_workbench.storage.run_folder import RunFolder
from ae_workbench.ui import languages, theme
from ae_workbench.ui.workers import CodecThread
from ae_workbench.ui.workspace import Workspace
from ae_workbench.variants import VARIANTS
from ae_workbench.variants.recipes import find_recipe, with_settings

_HOOKS = sys.excepthook, threading.excepthook

import pyqtgraph  # noqa: E402  importing it replaces both hooks, and then pytest-qt sees no exception in a slot

sys.excepthook, threading.excepthook = _HOOKS
pyqtgraph.setConfigOption("exitCleanup", False)

LAST_WAIT_MS, MANY_OBJECTS = 20_000, 100_000
TINY = ("epochs=3", "batch_size=50")
TINY_LIMIT = 200


def train_tiny(path: Path, recipe: Recipe, dataset: Dataset) -> Path:
    """A run of a few quick epochs, in a new folder."""
    events: list[Any] = []
    recipe = replace(recipe, limit=TINY_LIMIT)
    Session(recipe, dataset, RunFolder.create(path, recipe, dataset)).run(events.append)
    assert events[-1].outcome == "finished", events[-1]
    return path


@pytest.fixture(scope="session")
def qapp_cls() -> type[QApplication]:
    """The program's own kind of application, for pytest-qt to make."""
    from ae_workbench.ui.application import Application

    return Application


@pytest.fixture
def codec(qtbot: QtBot) -> Iterator[CodecThread]:
    """The thread that viewers ask."""
    thread = CodecThread()
    thread.start()
    yield thread
    thread.request_stop()
    assert thread.wait(LAST_WAIT_MS)
    qtbot.waitUntil(lambda: not thread.has_companions, timeout=LAST_WAIT_MS)


@pytest.fixture
def workspace(qapp: QApplication) -> Workspace:
    """With no data and no run yet."""
    return Workspace()


@pytest.fixture
def english_afterwards(qapp: QApplication) -> Iterator[None]:
    """The language as it is at first, when the test is over."""
    before = QLocale()
    yield
    languages.put_on(qapp, languages.ENGLISH)
    QLocale.setDefault(before)


@pytest.fixture
def chinese(qapp: QApplication, english_afterwards: None) -> None:
    """The window's words are Chinese."""
    languages.put_on(qapp, "zh_CN")


@pytest.fixture
def usual_size(qapp: QApplication) -> Iterator[None]:
    """The size of the type as it is at first, when the test is over."""
    yield
    theme.set_scale(qapp, 100)


@pytest.fixture(scope="session")
def digits() -> Dataset:
    return load(Choice("digits"))


class TrainedRuns(Mapping[str, Path]):
    """Trains a variant when it is first asked for, unless another of the test processes has; each uses copies of its own."""

    def __init__(self, folder: Path, common: Path, dataset: Dataset) -> None:
        self._folder, self._common, self._dataset = folder, common, dataset
        self._runs: dict[str, Path] = {}

    def __getitem__(self, key: str) -> Path:
        if key not in self._runs:
            shutil.copytree(self._trained(key), self._folder / key)
            self._runs[key] = self._folder / key
        return self._runs[key]

    def _trained(self, key: str) -> Path:
        path = self._common / key
        if not path.exists():
            made = train_tiny(self._folder / f"new {key}", with_settings(find_recipe(key), TINY), self._dataset)
            with suppress(OSError):  # another process was quicker
                made.rename(path)
        return path

    def __iter__(self) -> Iterator[str]:
        return iter(VARIANTS.keys)

    def __len__(self) -> int:
        return len(VARIANTS.keys)


@pytest.fixture(scope="session")
def trained_runs(tmp_path_factory: pytest.TempPathFactory, digits: Dataset) -> TrainedRuns:
    """A small trained run on the digits by key of the variant, with epochs 0 to 3. Shared: copy a run before changing it."""
    own = tmp_path_factory.getbasetemp()
    common = (own.parent if "PYTEST_XDIST_WORKER" in os.environ else own) / "runs_of_all_processes"
    common.mkdir(exist_ok=True)
    return TrainedRuns(tmp_path_factory.mktemp("trained_runs"), common, digits)


@pytest.fixture(autouse=True)
def no_leaks(qapp: QApplication) -> Iterator[None]:
    """Fails a test that leaves a running thread, an active timer or a window behind."""
    if len(gc.get_objects()) > MANY_OBJECTS:  # most of them TensorFlow's, which needn't be looked through before and after each test
        gc.collect()
        gc.freeze()
    before = {id(item) for item in _alive()}
    yield
    leaked = [item for item in _alive() if id(item) not in before]
    if leaked:  # an unreachable cycle is no leak
        names = _settle_and_name(leaked, before)
        if names:
            pytest.fail(f"the test left behind: {', '.join(names)}")


def _settle_and_name(leaked: list[Any], before: set[int]) -> list[str]:
    del leaked[:]
    gc.collect()
    left = [item for item in _alive() if id(item) not in before]
    names = [f"{type(item).__name__} “{item.objectName()}”" for item in left]
    for item in left:
        _remove(item)
    return names


def _alive() -> list[Any]:
    """Running threads and active timers that Python knows, and top-level widgets."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    kinds = {*_kinds_of(QThread), *_kinds_of(QTimer)}  # looked up, which takes a fifth of ``issubclass`` for every object
    known = [item for item in gc.get_objects() if type(item) in kinds and isValid(item)]
    threads = [item for item in known if isinstance(item, QThread) and item.isRunning() and item is not _main_thread()]
    timers = [item for item in known if isinstance(item, QTimer) and item.isActive()]
    return [*threads, *timers, *(widget for widget in QApplication.topLevelWidgets() if isValid(widget))]


def _kinds_of(kind: type) -> Iterator[type]:
    """A class and all that are derived from it."""
    yield kind
    for derived in kind.__subclasses__():
        yield from _kinds_of(derived)


def _main_thread() -> QThread:
    return QCoreApplication.instance().thread()


def _remove(item: Any) -> None:
    """So that one leak fails one test, not the whole run."""
    if isinstance(item, QWidget):
        item.close()
        item.deleteLater()
    elif isinstance(item, QTimer):
        item.stop()
    else:
        item.requestInterruption()
        item.quit()
        item.wait(LAST_WAIT_MS)

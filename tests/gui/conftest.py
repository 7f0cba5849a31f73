"""Guards around every test with widgets: pyqtgraph's global hooks are off, and nothing may outlive its test."""

import gc
import sys
import threading
from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QThread, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

_HOOKS = sys.excepthook, threading.excepthook

import pyqtgraph  # noqa: E402  importing it replaces both hooks, and then pytest-qt sees no exception in a slot

sys.excepthook, threading.excepthook = _HOOKS
pyqtgraph.setConfigOption("exitCleanup", False)

LAST_WAIT_MS = 10_000


@pytest.fixture(autouse=True)
def no_leaks(qapp: QApplication) -> Iterator[None]:
    """Fails a test that leaves a running thread, an active timer or a window behind."""
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
    known = [item for item in gc.get_objects() if issubclass(type(item), QThread | QTimer) and isValid(item)]
    threads = [item for item in known if isinstance(item, QThread) and item.isRunning() and item is not _main_thread()]
    timers = [item for item in known if isinstance(item, QTimer) and item.isActive()]
    return [*threads, *timers, *(widget for widget in QApplication.topLevelWidgets() if isValid(widget))]


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

"""Qt's classes, which PySide makes when they are first asked for: two threads that do so at the same time can crash the process."""

from collections.abc import Iterator

from PySide6 import QtCore, QtGui, QtWidgets

MODULES = QtCore, QtGui, QtWidgets


def making() -> Iterator[None]:
    """Makes them one by one, in the caller's thread; some take 20 ms, all of them 150 ms. Until the end no other thread may ask for one.

    pyqtgraph, which other threads may import, asks for all of them.
    """
    for module in MODULES:
        for name in dir(module):
            getattr(module, name)
            yield

"""A process with one window that says when it is shown; ``start`` takes the time outside."""

import json
import sys
from time import perf_counter
from typing import Any

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from tests.benchmarks.waiting import until

CLICKS = ("deep", "convolutional", "simple")


class Painted(QObject):
    """Whether a widget was painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.once = False
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 (Qt's name)
        self.once = self.once or event.type() == QEvent.Type.Paint
        return False


class Ticks(QObject):
    """The longest time between two turns of the event loop."""

    def __init__(self) -> None:
        super().__init__()
        self.longest_ms = 0.0
        self._last = perf_counter()
        self._timer = QTimer(self, interval=1)
        self._timer.timeout.connect(self._tick)
        self._timer.start()

    def _tick(self) -> None:
        now = perf_counter()
        self.longest_ms = max(self.longest_ms, 1000 * (now - self._last))
        self._last = now


def say(word: str, **values: float) -> None:
    print(word, json.dumps(values), flush=True)


def bare() -> None:
    """What every program with these two packages has to do."""
    import pyqtgraph as pg

    app = QApplication(sys.argv[:1])
    plot = pg.PlotWidget()
    plot.plot([1, 2, 3])
    plot.resize(1280, 800)
    _show(app, plot, plot.viewport())


def napari() -> None:
    """The peer, where it is installed."""
    import napari as peer

    window = peer.Viewer().window._qt_window
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    _show(app, window)


def ours() -> None:
    """As the program begins; then clicks in the designer while TensorFlow is loaded beside it."""
    from ae_workbench.core.collecting import no_collections

    with no_collections():
        from ae_workbench.ui import theme
        from ae_workbench.ui.application import Stage, make_application
        from ae_workbench.ui.settings import Settings

        began = perf_counter()
        app = make_application()
        settings = Settings()
        theme.apply(app, settings.scheme)
        theme.set_scale(app, settings.scale)
        window = Stage(app, settings).window
        ready: list[float] = []
        window.engine.ready.connect(lambda: ready.append(perf_counter() - began))
        painted = Painted(window)
        window.show()
    _say_shown(painted)
    ticks = Ticks()
    took = [_click(app, window, key) for key in CLICKS[:1]]
    say("usable")
    took = [_click(app, window, key) for key in CLICKS[1:]]
    until(lambda: window.engine.thread_.isRunning() or bool(ready))
    took += [_click(app, window, key) for key in CLICKS]
    until(lambda: bool(ready))
    say("later", clicks=max(took), gap_ms=ticks.longest_ms, ready=ready[0])
    window.close()
    until(lambda: window.closing.is_done)


def _show(app: QApplication, window: QWidget, canvas: QWidget | None = None) -> None:
    painted = Painted(canvas or window)
    window.show()
    _say_shown(painted)


def _say_shown(painted: Painted) -> None:
    until(lambda: painted.once)
    say("shown")


def _click(app: QApplication, window: Any, variant: str) -> float:
    """Seconds until the plan of another variant is painted."""
    began = perf_counter()
    painted = Painted(window.designer.plan_card.summary)
    window.designer.variant_cards.card(variant).click()
    until(lambda: painted.once)
    return perf_counter() - began


WINDOWS = {"bare": bare, "napari": napari, "ours": ours}

if __name__ == "__main__":
    WINDOWS[sys.argv[1]]()

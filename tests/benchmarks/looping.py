"""A process with the window on a run, which trains while its latent plane is dragged; prints how its event loop turned. See ``loop``."""

import json
import sys
from dataclasses import replace
from math import cos, pi, sin
from pathlib import Path
from time import perf_counter
from typing import Any

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, QTimer

from ae_workbench.engine.events import BatchesEnded, Ended, Event, Paused, Resumed
from tests.benchmarks.pointer import Hand
from tests.benchmarks.waiting import until

SETTLE_S = 1.0
TRAINING_S = 7200
TRACED_AFTER = 3
"""Reports of batches: after these the compiled loops of training and validation are known."""
Span = tuple[float, float]
"""Begin and end, in seconds of ``perf_counter``."""


class Turns(QObject):
    """Milliseconds between turns of the event loop, with a timer of 2 ms: what is near that is no delay.

    Such a timer is work of its own: where a training's time is measured, there must be none.
    """

    def __init__(self) -> None:
        super().__init__()
        self._gaps: list[tuple[float, float]] = []
        self._last = perf_counter()
        self._timer = QTimer(self, timerType=Qt.TimerType.PreciseTimer, interval=2)
        self._timer.timeout.connect(self._turn)
        self._timer.start()

    def _turn(self) -> None:
        now = perf_counter()
        self._gaps.append((now, 1000 * (now - self._last)))
        self._last = now

    def between(self, span: Span) -> list[float]:
        begin, end = span
        return [gap for when, gap in self._gaps if begin <= when <= end]


class Paints(QObject):
    """When a widget was painted."""

    def __init__(self, widget: Any) -> None:
        super().__init__(widget)
        self.times: list[float] = []
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 (Qt's name)
        if event.type() == QEvent.Type.Paint:
            self.times.append(perf_counter())
        return False


class Drive:
    """What a person does with the window, one thing after the other."""

    def __init__(self, window: Any) -> None:
        self._window = window
        self._happened: list[tuple[float, Event]] = []
        window.trainer.happened.connect(self._note)

    def _note(self, event: Event) -> None:
        self._happened.append((perf_counter(), event))

    def for_seconds(self, seconds: float) -> None:
        end = perf_counter() + seconds
        until(lambda: perf_counter() >= end)

    def begun(self) -> tuple[Span, Span]:
        """From the first paint until TensorFlow's import begins, and from then until it is there."""
        window, shown = self._window, perf_counter()
        ready: list[bool] = []
        importing: list[float] = []
        window.engine.ready.connect(lambda: ready.append(True))
        window.engine.thread_.started.connect(lambda: importing.append(perf_counter()))
        until(lambda: bool(ready) and window.workspace.dataset is not None)
        there = perf_counter()
        viewer = window.centre.viewers["latent_plane"]
        window.centre.tabs.setCurrentWidget(viewer)
        until(lambda: viewer.shows_content and viewer.codes is not None and viewer.plane.backdrop is not None)
        return (shown, importing[0]), (importing[0], there)

    def drag(self) -> Hand:
        plane = self._window.centre.viewers["latent_plane"].plane

        def place(now: float) -> QPointF:
            view, turn = plane.view, 2 * pi * now
            across, down = 0.36 * sin(turn + 0.3 * now), 0.36 * cos(2 * turn)
            return QPointF(view.middle_x + across * view.width, view.middle_y + down * view.height)

        hand = Hand(plane, place, lambda: None)
        hand.begin()
        return hand

    def started(self) -> Span:
        """From the click on Start until the steps are compiled."""
        began, seen = perf_counter(), len(self._happened)
        self._window.training.start_button.click()
        until(lambda: sum(isinstance(event, BatchesEnded) for _, event in self._happened[seen:]) >= TRACED_AFTER)
        return began, perf_counter()

    def steady(self, seconds: float) -> tuple[Span, float]:
        """An undisturbed training, and paintings of the curves a second."""
        paints = Paints(self._window.training.curves.plot.viewport())
        self.for_seconds(SETTLE_S)
        began = perf_counter()
        self.for_seconds(seconds)
        end = perf_counter()
        return (began, end), sum(began <= when <= end for when in paints.times) / (end - began)

    def train(self) -> None:
        """A training from the click on Start to its end."""
        seen = len(self._happened)
        self._window.training.start_button.click()
        until(lambda: len(self._happened) > seen and isinstance(self._happened[-1][1], Ended), TRAINING_S)
        until(lambda: not self._window.trainer.is_busy)

    def pause(self) -> float:
        """Milliseconds from the click to the word that the training waits."""
        button = self._window.training.pause_button
        took = self._answer(button, Paused)
        self._answer(button, Resumed)
        self.for_seconds(0.3)
        return took

    def stop(self) -> float:
        """Milliseconds from the click to the training's last word."""
        took = self._answer(self._window.training.stop_button, Ended)
        until(lambda: not self._window.trainer.is_busy)
        return took

    def _answer(self, button: Any, kind: type) -> float:
        seen, began = len(self._happened), perf_counter()
        button.click()
        until(lambda: any(isinstance(event, kind) for _, event in self._happened[seen:]))
        return 1000 * (next(when for when, event in self._happened[seen:] if isinstance(event, kind)) - began)


def opened(run: Path) -> tuple[Any, Any]:
    """The application and its window, shown on a run."""
    from ae_workbench.ui import theme
    from ae_workbench.ui.application import make_application
    from ae_workbench.ui.main_window import MainWindow

    app = make_application()
    theme.apply(app, "light")
    window = MainWindow()
    window.resize(1280, 800)
    window.open_at_start(run)
    window.show()
    return app, window


def main(run: Path, seconds: float, times: int) -> dict[str, Any]:
    _app, window = opened(run)
    drive, turns = Drive(window), Turns()
    found: dict[str, Any] = {}
    found["start"], found["import"] = map(turns.between, drive.begun())
    recipe = window.model.recipe
    window.model.change(replace(recipe, limit=0, training=replace(recipe.training, epochs=1000)), "Longer")
    hand = drive.drag()
    found["trace"] = turns.between(drive.started())
    steady, found["updates_per_s"] = drive.steady(seconds)
    found["steady"] = turns.between(steady)
    found["pause"] = [drive.pause() for _ in range(times)]
    found["stop"] = [drive.stop()]
    for _ in range(times // 2):
        drive.started()
        drive.for_seconds(SETTLE_S)
        found["stop"].append(drive.stop())
    hand.end()
    window.close()
    until(lambda: window.closing.is_done)
    return found


if __name__ == "__main__":
    print(json.dumps(main(Path(sys.argv[1]), float(sys.argv[2]), int(sys.argv[3]))))

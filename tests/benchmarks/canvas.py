"""``python -m tests.benchmarks.canvas``: milliseconds from pointer to painted ink and result while drawing, idle and while training."""

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from math import cos, sin
from pathlib import Path
from typing import Any

import numpy as np
from PySide6.QtCore import QPointF
from PySide6.QtWidgets import QApplication

from tests.benchmarks.pointer import Hand, Stopwatch

VARIANTS = ("simple", "convolutional", "variational")
WAIT_S = 60


def main() -> int:
    parser = argparse.ArgumentParser(prog="bench canvas", description="Pointer to painted result on the canvas.")
    parser.add_argument("--seconds", type=float, default=10, help="how long is drawn for each row (10)")
    parser.add_argument("--variants", nargs="+", default=list(VARIANTS), metavar="VARIANT")
    parser.add_argument("--tiny", action="store_true", help="one second and one variant, to see that everything works")
    chosen = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    seconds, variants = (1.0, chosen.variants[:1]) if chosen.tiny else (chosen.seconds, chosen.variants)
    print("| variant | state | moves | ink p50 | ink p99 | result p50 | result p99 | results/s |\n|---|---|---|---|---|---|---|---|")
    with tempfile.TemporaryDirectory() as home:
        os.environ["AE_WORKBENCH_HOME"] = home
        for variant in variants:
            for row in measure(variant, seconds, Path(home)):
                print("| {variant} | {state} | {moves} | {ink_p50:.1f} | {ink_p99:.1f} ".format(**row), end="")
                print("| {p50:.1f} | {p99:.1f} | {rate:.0f} |".format(**row), flush=True)
    return 0


def measure(variant: str, seconds: float, home: Path) -> list[dict[str, Any]]:
    """A row for drawing beside an idle machine, and one beside a training of the same variant. Times in milliseconds."""
    from ae_workbench.ui.application import make_application
    from ae_workbench.ui.main_window import MainWindow

    app = make_application()
    run = _trained(variant, home / f"run-{variant}")
    window = MainWindow()
    window.resize(1280, 800)
    window.open_at_start(run)
    window.show()
    _until(app, lambda: window.workspace.run is not None and window.workspace.dataset is not None)
    rows = [_row(app, window, variant, "idle", seconds)]
    recipe = window.model.recipe
    window.model.change(replace(recipe, limit=0, training=replace(recipe.training, epochs=1000)), "Longer")
    window.training.start_button.click()
    _until(app, lambda: window.workspace.run != run and (window.workspace.newest_epoch or 0) >= 1)
    rows.append(_row(app, window, variant, "training", seconds))
    window.trainer.stop()
    _until(app, lambda: not window.trainer.is_busy)
    window.close()
    _until(app, lambda: window.closing.is_done)
    window.deleteLater()
    return rows


def _row(app: QApplication, window: Any, variant: str, state: str, seconds: float) -> dict[str, Any]:
    canvas = window.canvas
    canvas.clear()
    ink, result, painted = Stopwatch(), Stopwatch(), 0
    moves = 0

    def before() -> None:
        nonlocal moves
        moves += 1
        ink.start(moves)
        result.start(canvas.looking.asked + 1)

    def ink_painted() -> None:
        ink.stop(moves)

    def result_painted() -> None:
        nonlocal painted
        if canvas.results.answer is not None and canvas.results.answer.output is not None:
            painted += 1
            result.stop(canvas.results.answer.number)

    def place(now: float) -> QPointF:
        """A quick hand: a slowly turning eight, once a second."""
        area = canvas.view.place
        turn = 2 * np.pi * now
        across, down = 0.36 * sin(turn + 0.3 * now), 0.36 * cos(2 * turn)
        return area.center() + QPointF(across * area.width(), down * area.height())

    hand = Hand(canvas.view, place, before)
    hand.run(0.5)  # the model's functions are compiled
    _until(app, lambda: canvas.results.answer is not None and canvas.results.answer.output is not None)
    canvas.view.painted.connect(ink_painted)
    canvas.results.pictures.painted.connect(result_painted)
    ink.sent.clear()
    result.sent.clear()
    hand.run(seconds)
    _until(app, lambda: not result.sent and not ink.sent)
    canvas.view.painted.disconnect(ink_painted)
    canvas.results.pictures.painted.disconnect(result_painted)
    return {
        "variant": variant, "state": state, "moves": len(result.milliseconds), "rate": painted / seconds,
        "ink_p50": ink.percentile(50), "ink_p99": ink.percentile(99), "p50": result.percentile(50), "p99": result.percentile(99),
    }  # fmt: skip


def _trained(variant: str, path: Path) -> Path:
    """A trained run on MNIST where AE_WORKBENCH_DATA has it, otherwise on the built-in digits."""
    from ae_workbench.data.loading import choice_for, load
    from ae_workbench.engine.session import Session
    from ae_workbench.engine.warmup import import_tensorflow
    from ae_workbench.storage.run_folder import RunFolder
    from ae_workbench.variants.recipes import find_recipe, with_settings

    import_tensorflow()
    shared = Path(os.environ.get("AE_WORKBENCH_DATA", "")) / "mnist.npz"
    recipe = with_settings(find_recipe(variant), ("epochs=1",))
    recipe = replace(recipe, data=choice_for(str(shared) if shared.is_file() else "digits"), limit=2000)
    dataset = load(recipe.data)
    Session(recipe, dataset, RunFolder.create(path, recipe, dataset)).run(lambda event: None)
    return path


def _until(app: QApplication, condition: Callable[[], bool]) -> None:
    """Let the window live until something is so.

    Raises:
        TimeoutError: it never is.
    """
    end = time.monotonic() + WAIT_S
    while not condition():
        app.processEvents()
        if time.monotonic() > end:
            raise TimeoutError("the window didn't get there")


if __name__ == "__main__":
    sys.exit(main())

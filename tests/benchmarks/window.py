"""A real window on a trained run, idle and while it trains, for benchmarks that drive it with the pointer."""

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

from PySide6.QtWidgets import QApplication

from tests.benchmarks.trained import trained_elsewhere
from tests.benchmarks.waiting import until

WIDTH, HEIGHT = 1280, 800
Row = dict[str, Any]


def rows(variant: str, home: Path, row: Callable[[QApplication, Any], Row]) -> list[Row]:
    """What ``row(app, window)`` gives beside an idle machine, and beside a training of the same variant."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ["AE_WORKBENCH_HOME"] = mkdtemp(dir=home)
    from ae_workbench.ui import theme
    from ae_workbench.ui.application import make_application
    from ae_workbench.ui.main_window import MainWindow

    app = make_application()
    theme.apply(app, "light")
    run = trained_elsewhere(variant, home)
    window = MainWindow()
    window.resize(WIDTH, HEIGHT)
    window.open_at_start(run)
    window.show()
    until(lambda: window.workspace.run is not None and window.workspace.dataset is not None and window.afterwards.is_done)
    until(window.engine.thread_.isFinished)  # while it is imported the machine isn't idle
    made = [{"variant": variant, "state": "idle", **row(app, window)}]
    recipe = window.model.recipe
    window.model.change(replace(recipe, limit=0, training=replace(recipe.training, epochs=1000)), "Longer")
    window.training.start_button.click()
    until(lambda: window.workspace.run != run and (window.workspace.newest_epoch or 0) >= 1)
    made.append({"variant": variant, "state": "training", **row(app, window)})
    window.trainer.stop()
    until(lambda: not window.trainer.is_busy)
    window.close()
    until(lambda: window.closing.is_done)
    window.deleteLater()
    return made

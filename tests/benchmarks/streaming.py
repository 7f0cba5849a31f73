"""A process with the window on a run, which trains it anew while the curves are drawn; prints when its epochs ended. See ``stream``."""

import json
import sys
from dataclasses import replace
from pathlib import Path

from tests.benchmarks.looping import Drive
from tests.benchmarks.waiting import until


def main(run: Path, epochs: int, limit: int) -> list[float]:
    from ae_workbench.ui import theme
    from ae_workbench.ui.application import make_application
    from ae_workbench.ui.main_window import MainWindow

    app = make_application()
    theme.apply(app, "light")
    window = MainWindow()
    window.resize(1280, 800)
    window.open_at_start(run)
    window.show()
    drive = Drive(window)
    drive.begun()
    window.centre.tabs.setCurrentWidget(window.centre.viewers["reconstructions"])
    recipe = window.model.recipe
    window.model.change(replace(recipe, limit=limit, training=replace(recipe.training, epochs=epochs)), "Longer")
    ends = drive.epochs(epochs)
    window.close()
    until(lambda: window.closing.is_done)
    return ends


if __name__ == "__main__":
    print(json.dumps(main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))))

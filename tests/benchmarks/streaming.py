"""A process with the window on a run, which trains it anew while the curves are drawn; prints when its epochs ended. See ``stream``."""

import json
import sys
from dataclasses import replace
from pathlib import Path

from tests.benchmarks.looping import Drive, opened
from tests.benchmarks.waiting import until


def main(run: Path, epochs: int, limit: int) -> list[float]:
    _app, window = opened(run)
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

"""A process with the window on a run, which trains it anew while the curves are drawn; prints a line for each epoch. See ``stream``."""

import json
import sys
from dataclasses import replace
from pathlib import Path

from ae_workbench.engine.events import EpochEnded, Event
from tests.benchmarks.looping import Drive, opened
from tests.benchmarks.waiting import until


def main(run: Path, epochs: int, limit: int) -> None:
    _app, window = opened(run)
    drive = Drive(window)
    drive.begun()
    window.centre.tabs.setCurrentWidget(window.centre.viewers["reconstructions"])
    recipe = window.model.recipe
    window.model.change(replace(recipe, limit=limit, training=replace(recipe.training, epochs=epochs)), "Longer")
    window.trainer.happened.connect(_tell)
    drive.train()
    window.close()
    until(lambda: window.closing.is_done)


def _tell(event: Event) -> None:
    if isinstance(event, EpochEnded):
        print(json.dumps({"event": "epoch", "epoch": event.epoch}), flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))

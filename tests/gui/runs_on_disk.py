"""Many runs on disk, made by copying: quicker than training them; and the viewer that lists them."""

import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pytestqt.qtbot import QtBot

from ae_workbench.storage.paths import runs_home
from ae_workbench.ui.viewers.runs import RunsViewer
from ae_workbench.ui.workers import CodecThread
from ae_workbench.ui.workspace import Workspace

SMALL_FILES = ("recipe.json", "run.json", "history.jsonl", "preview.png")


@contextmanager
def runs_viewer(qtbot: QtBot, codec: CodecThread, workspace: Workspace) -> Iterator[RunsViewer]:
    """The list of runs; what it refuses is in ``said``."""
    viewer = RunsViewer(workspace, codec)
    viewer.resize(1000, 600)
    qtbot.addWidget(viewer)
    viewer.said = []
    viewer.refused.connect(viewer.said.append)
    yield viewer
    viewer.hide()
    workspace.deleteLater()


def copy_run(source: Path, folder: str, name: str = "", created: str = "") -> Path:
    """A whole copy of a run among one's own, under another name."""
    target = runs_home() / folder
    shutil.copytree(source, target)
    _relabel(target, name, created)
    return target


def many_runs(source: Path, count: int) -> Path:
    """So many runs without weights, "Run 0" the oldest."""
    for number in range(count):
        target = runs_home() / f"run-{number:04d}"
        target.mkdir(parents=True)
        for name in SMALL_FILES:
            shutil.copyfile(source / name, target / name)
        _relabel(target, f"Run {number}", f"2026-01-{1 + number // 1440:02d}T{number // 60 % 24:02d}:{number % 60:02d}:00+00:00")
    return runs_home()


def _relabel(run: Path, name: str, created: str) -> None:
    for file, key, value in (("recipe.json", "name", name), ("run.json", "created", created)):
        if value:
            values = json.loads((run / file).read_text(encoding="utf-8"))
            (run / file).write_text(json.dumps({**values, key: value}), encoding="utf-8")

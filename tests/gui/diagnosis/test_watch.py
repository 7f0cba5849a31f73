"""When a run is looked at, and by which data it is judged."""

import pytest
from PySide6.QtCore import QObject, Signal

from ae_workbench.core.recipe import Choice
from ae_workbench.engine.events import Ended
from ae_workbench.storage.run_folder import RunFolder
from ae_workbench.ui.diagnosis.watch import LookJob, Watch
from ae_workbench.ui.workspace import Workspace
from tests.gui.diagnosis.findings import INPUTS, finding
from tests.gui.fakes import small_dataset
from tests.gui.turns import fire


class FakeCodec(QObject):
    answered = Signal(str, object)
    failed = Signal(str, object)

    def __init__(self):
        super().__init__()
        self.jobs = []
        self.follows_hand = False

    def ask(self, asker, job, urgent=False):
        self.jobs.append(job)
        return False


@pytest.fixture
def watched(qtbot, trained_runs):
    workspace, codec = Workspace(), FakeCodec()
    watch = Watch(workspace, codec)
    workspace.set_run(RunFolder.open(trained_runs["simple"]))
    qtbot.waitUntil(lambda: len(codec.jobs) == 1)
    yield workspace, codec, watch
    watch.stop()
    workspace.pace.catch_up()


def test_epochs_that_come_fast_are_looked_at_seldom(qtbot, watched):
    workspace, codec, watch = watched
    for epoch in range(100):
        workspace.epoch_stored(epoch, {})
    assert len(codec.jobs) == 1, "one look at a time"
    codec.answered.emit("diagnosis", finding(run=workspace.run, seconds=1.5))
    assert watch._timer.remainingTime() > 40_000, "1.5 s of looking are at most 3 % of the time"


def test_the_end_of_a_training_is_looked_at_at_once(qtbot, watched):
    workspace, codec, watch = watched
    codec.answered.emit("diagnosis", finding(run=workspace.run, seconds=1.5))
    workspace.epoch_stored(4, {})
    assert codec.jobs[0].inputs is None
    watch.follow(Ended("finished", 4, None, workspace.run))
    qtbot.waitUntil(lambda: len(codec.jobs) == 2)
    assert codec.jobs[1].inputs is INPUTS, "what the data are like isn't worked out again"
    workspace.set_dataset(Choice("digits"), small_dataset())
    codec.answered.emit("diagnosis", finding(run=workspace.run))
    qtbot.waitUntil(lambda: len(codec.jobs) == 3)
    assert codec.jobs[2].inputs is None, "but of other data it is"


def test_a_hand_at_work_is_not_held_up_by_a_look(watched):
    workspace, codec, watch = watched
    codec.answered.emit("diagnosis", finding(run=workspace.run))
    codec.follows_hand = True
    watch.follow(Ended("finished", 4, None, workspace.run))
    fire(watch._timer)
    assert len(codec.jobs) == 1
    codec.follows_hand = False
    fire(watch._timer)
    assert len(codec.jobs) == 2


def test_what_belongs_to_another_run_is_not_shown(qtbot, watched, trained_runs):
    workspace, codec, watch = watched
    told = []
    watch.found.connect(told.append)
    workspace.set_run(RunFolder.open(trained_runs["sparse"]))
    codec.answered.emit("diagnosis", finding(run=trained_runs["simple"]))
    assert told == [None]
    qtbot.waitUntil(lambda: len(codec.jobs) == 2)
    assert codec.jobs[1].path == trained_runs["sparse"]


def test_a_look_judges_by_the_run_s_own_data_only(trained_runs, digits):
    own = LookJob(trained_runs["simple"], digits)()
    assert own.inputs is not None and own.inputs.train.high == 1
    assert not own.is_judged, "12 steps are too few"
    assert LookJob(trained_runs["simple"], small_dataset())().inputs is None
    assert LookJob(trained_runs["simple"], small_dataset(dims=(8, 8, 1)))().inputs is None

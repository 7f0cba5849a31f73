"""Findings in the window: the chip that says how the run is, the list behind it, and buttons that do something about it."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtTest import QTest

from ae_workbench.analysis.diagnosis.diagnosis import Change, ChooseData, Diagnosis, GoOn, ShowEpoch
from ae_workbench.analysis.diagnosis.facts import Inputs
from ae_workbench.core.recipe import Choice
from ae_workbench.data.loading import load
from ae_workbench.engine.events import Ended
from ae_workbench.storage.run_folder import RunFolder
from ae_workbench.ui import theme
from ae_workbench.ui.diagnosis.chip import FindingsChip, Saying
from ae_workbench.ui.diagnosis.settings_words import settings_text
from ae_workbench.ui.diagnosis.watch import Finding, LookJob, Watch
from ae_workbench.ui.trainer import patient_session
from ae_workbench.ui.workspace import Workspace
from ae_workbench.variants.recipes import find_recipe, with_settings
from tests.gui.fakes import endless_session, load_no_engine, small_dataset
from tests.gui.viewing import pixels
from tests.gui.windows import WAIT_MS, open_window
from tests.unit.analysis.diagnosis.cases import PIXELS

ADAM = Change("Use Adam at 0.001", ("optimizer=adam", "learning_rate=0.001"))
SMALLER = Change("Code of 8 units", ("code_size=8",))
STALLED = Diagnosis("stalled", "problem", "The optimizer has stalled", ("It is so.", "It stands.", "Go."), (ADAM,), "terms/optimizer")
DEAD = Diagnosis("dead_units", "warning", "Many code units are dead", ("24 are.", "Go."), (SMALLER,), "terms/dead-unit")
HINT = Diagnosis("unfinished", "hint", "It was still learning", ("It fell.", "Go on."), (GoOn("Go on for 7 epochs", 7),), "terms/epoch")


INPUTS = Inputs(PIXELS, PIXELS, 0.26)


def finding(*diagnoses, run=Path("run"), is_judged=True, inputs=INPUTS, seconds=0.1):
    return Finding(run, 50, diagnoses, is_judged, inputs, seconds)


@pytest.fixture
def window(qtbot):
    with open_window(qtbot) as window:
        yield window


def tell(window, *diagnoses, **rest):
    """As if the shown run had been looked at."""
    window.diagnosis.watch.found.emit(finding(*diagnoses, **rest))
    return window.diagnosis.chip


def opened(window):
    window.diagnosis.chip.click()
    assert window.diagnosis.popover.isVisible()
    return window.diagnosis.popover


# The chip


def test_without_a_run_there_is_nothing_to_say(window):
    assert not window.diagnosis.chip.isVisible()
    assert not window.actions_["findings"].isEnabled()


@pytest.mark.parametrize(
    ("diagnoses", "rest", "tone", "text"),
    [
        ((), {}, "good", "No problems found"),
        ((), {"inputs": None}, "good", "No problems in its curves"),
        ((), {"is_judged": False}, "waiting", "Too early to judge"),
        ((HINT,), {}, "good", "No problems, 1 hint"),
        ((DEAD,), {}, "warning", "Many code units are dead"),
        ((STALLED, DEAD, HINT), {}, "bad", "The optimizer has stalled +1"),
    ],
)
def test_the_chip_says_how_the_run_is(window, diagnoses, rest, tone, text):
    chip = tell(window, *diagnoses, **rest)
    assert chip.isVisible()
    assert (chip.saying.tone, chip.text()) == (tone, text)
    assert text in chip.accessibleName()
    assert all(diagnosis.title in chip.toolTip() for diagnosis in diagnoses)


def test_the_chip_shortens_its_words_to_the_room_there_is(qtbot):
    chip = FindingsChip()
    qtbot.addWidget(chip)
    chip.say(Saying("bad", ("The optimizer has stalled +1", "Stalled optimizer +1", "2 findings", "2")), "")
    widest = chip.sizeHint().width()
    shown = []
    for width in range(widest, chip.minimumSizeHint().width() - 1, -1):
        chip.resize(width, chip.height())
        if chip.shown_words not in shown:
            shown.append(chip.shown_words)
        assert chip.pill.left() >= 0
    assert shown == list(chip.saying.words)


def test_what_is_wrong_is_tinted_in_both_schemes(qtbot, qapp):
    chip = FindingsChip()
    qtbot.addWidget(chip)
    for scheme in ("light", "dark"):
        theme.apply(qapp, scheme)
        seen = []
        for tone in ("good", "bad"):
            chip.say(Saying(tone, ("Word",)), "")
            chip.resize(chip.sizeHint())
            seen.append(pixels(chip).astype(int))
        assert abs(seen[0] - seen[1]).mean() > 3
    theme.apply(qapp, "light")


def test_the_chip_takes_no_more_height_than_there_is(window):
    controls = window.training.controls
    before = controls.sizeHint().height()
    tell(window, STALLED, DEAD)
    window.training.speed_label.setText("51,200 images/s")
    controls.layout().activate()
    assert controls.sizeHint().height() - before <= 6
    assert controls.findings_chip.geometry().right() <= controls.width()
    assert controls.findings_chip.shown_words


# The list


def test_the_list_tells_each_finding_with_its_buttons_and_help(qtbot, window):
    tell(window, STALLED, DEAD, HINT)
    popover = opened(window)
    assert [card.diagnosis.key for card in popover.cards] == ["stalled", "dead_units", "unfinished"]
    card = popover.cards[0]
    assert (card.text.text(), card.advice.text()) == ("It is so. It stands.", "Go.")
    assert [button.text() for button in card.remedy_buttons] == ["Use Adam at 0.001"]
    assert card.remedy_buttons[0].hasFocus()
    assert not popover.nothing.isVisible()
    assert popover.height() <= window.height()
    popover.findChild(QObject, "finding_stalled_help_button").click()
    assert window.comfort.help.browser.key == "terms/optimizer"
    window.comfort.help.close()


def test_a_healthy_run_says_what_was_looked_for(window):
    tell(window)
    popover = opened(window)
    assert popover.nothing.text() == "No problems found."
    assert "stalled optimizer" in popover.looked.text()


def test_the_keyboard_opens_and_closes_it(qtbot, window):
    chip = tell(window, STALLED)
    chip.setFocus()
    QTest.keyClick(chip, Qt.Key.Key_Space)
    popover = window.diagnosis.popover
    assert popover.isVisible()
    QTest.keyClick(popover, Qt.Key.Key_F1)
    assert not popover.isVisible()
    assert window.comfort.help.browser.key == "terms/optimizer"
    window.comfort.help.close()
    chip.click()
    popover.cards[0].remedy_buttons[0].click()
    QTest.keyClick(popover, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert not window.model.undo_stack.canUndo()
    QTest.keyClick(popover, Qt.Key.Key_Escape)
    assert not popover.isVisible()
    window.actions_["findings"].trigger()
    assert popover.isVisible()


def test_what_is_dismissed_stays_away_and_can_be_asked_for(window):
    chip = tell(window, STALLED, DEAD)
    popover = opened(window)
    popover.cards[0].close_button.click()
    assert [card.diagnosis.key for card in popover.cards] == ["dead_units"]
    assert chip.text() == "Many code units are dead"
    tell(window, STALLED, DEAD)
    assert chip.text() == "Many code units are dead", "the next look doesn't bring it back"
    tell(window, STALLED, run=Path("another"))
    assert chip.text() == "The optimizer has stalled", "another run has it still"
    tell(window, STALLED, DEAD)
    popover.restore_button.click()
    assert len(popover.cards) == 2
    assert popover.restore_button.isHidden()


def test_a_run_that_can_t_be_looked_at_says_why(window):
    window.diagnosis.watch.failed.emit("The weights of epoch 3 can't be read.")
    assert window.diagnosis.chip.text() == "Can't be judged"
    assert opened(window).nothing.text() == "The weights of epoch 3 can't be read."


# What the buttons do


def test_a_change_goes_into_the_designer_as_one_step_that_can_be_undone(window):
    model = window.model
    model.replace(with_settings(find_recipe("simple-article"), ["learning_rate=0.001"]))
    before = model.recipe
    tell(window, STALLED, DEAD)
    popover = opened(window)
    popover.cards[0].remedy_buttons[0].click()
    assert (model.recipe.training.optimizer, model.recipe.training.learning_rate) == ("adam", 0.001)
    assert model.undo_stack.undoText() == "Use Adam at 0.001"
    assert "Optimizer Adam, Learning rate 0.001" in popover.cards[0].done.label.text()
    popover.cards[1].remedy_buttons[0].click()
    assert (model.recipe.training.optimizer, model.recipe.parameters.code_size) == ("adam", 8), "remedies add up"
    popover.cards[1].done.undo_button.click()
    popover.cards[0].done.undo_button.click()
    assert model.recipe == before


def test_after_a_change_the_training_can_be_started(qtbot, window):
    tell(window, STALLED)
    popover = opened(window)
    popover.cards[0].remedy_buttons[0].click()
    with qtbot.waitSignal(window.trainer.idle, timeout=WAIT_MS):
        popover.cards[0].done.start_button.click()
    assert not popover.isVisible()
    assert window.trainer.run.recipe.training.learning_rate == 0.001


def test_a_training_under_way_is_stopped_before_the_new_one_starts(qtbot):
    with open_window(qtbot, make_session=endless_session) as window:
        window.training.start_button.click()
        qtbot.waitUntil(window.training.stop_button.isEnabled, timeout=WAIT_MS)
        first = window.trainer.run
        tell(window, STALLED, run=first.path)
        popover = opened(window)
        popover.cards[0].remedy_buttons[0].click()
        assert popover.cards[0].done.start_button.text() == "Stop, and start anew"
        popover.cards[0].done.start_button.click()
        qtbot.waitUntil(lambda: window.trainer.is_training and window.trainer.run is not first, timeout=WAIT_MS)
        assert RunFolder.open(first.path).facts.outcome == "stopped"
        assert window.trainer.run.recipe.training.learning_rate == 0.001


def test_a_change_of_another_model_s_run_starts_from_that_run_s_recipe(qtbot, window, trained_runs):
    window.documents.show_run(trained_runs["sparse"], with_recipe=False)
    less = Change("L1 penalty 1e-05", ("activity_l1=1e-05",))
    tell(window, Diagnosis("strong_penalty", "problem", "Too strong", ("So.",), (less,), "terms/beta"), run=trained_runs["sparse"])
    opened(window).cards[0].remedy_buttons[0].click()
    assert window.model.recipe.variant == "sparse"
    assert window.model.recipe.parameters.activity_l1 == 1e-5


def test_other_remedies_show_an_epoch_go_on_or_show_the_data(qtbot, window, trained_runs, tmp_path):
    own = shutil.copytree(trained_runs["simple"], tmp_path / "own")
    window.documents.show_run(own, with_recipe=True)
    shown = ShowEpoch("Show epoch 1", 1)
    tell(window, Diagnosis("overfitting", "problem", "It overfits", ("So.",), (shown, ChooseData("Show the data")), "terms/epoch"), HINT)
    opened(window).cards[0].remedy_buttons[0].click()
    assert window.workspace.epoch == 1
    opened(window).cards[0].remedy_buttons[1].click()
    assert window.focusWidget() is window.designer.data_section.data_box
    asked = []
    window.training.more_requested.connect(asked.append)
    opened(window).cards[1].remedy_buttons[0].click()
    assert asked == [7]
    qtbot.waitUntil(lambda: not window.trainer.is_busy, timeout=WAIT_MS)


def test_settings_are_read_as_in_the_designer_s_form():
    recipe = find_recipe("sparse")
    said = settings_text(recipe, ["activation=leaky_relu", "data.limit=100", "epochs=1200", "activity_l1=1e-05"])
    assert said == "Code activation leaky ReLU, Use at most 100, Epochs 1,200, L1 activity penalty 1e-5"


# When it looks


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
        workspace.epoch_stored(epoch)
    assert len(codec.jobs) == 1, "one look at a time"
    codec.answered.emit("diagnosis", finding(run=workspace.run, seconds=1.5))
    assert watch._timer.remainingTime() > 40_000, "1.5 s of looking are at most 3 % of the time"


def test_the_end_of_a_training_is_looked_at_at_once(qtbot, watched):
    workspace, codec, watch = watched
    codec.answered.emit("diagnosis", finding(run=workspace.run, seconds=1.5))
    workspace.epoch_stored(4)
    assert codec.jobs[0].inputs is None
    watch.follow(Ended("finished", 4, None, workspace.run))
    qtbot.waitUntil(lambda: len(codec.jobs) == 2)
    assert codec.jobs[1].inputs is INPUTS, "what the data are like isn't worked out again"
    workspace.set_dataset(Choice("digits"), small_dataset())
    codec.answered.emit("diagnosis", finding(run=workspace.run))
    qtbot.waitUntil(lambda: len(codec.jobs) == 3)
    assert codec.jobs[2].inputs is None, "but of other data it is"


def test_a_hand_at_work_is_not_held_up_by_a_look(qtbot, watched):
    workspace, codec, watch = watched
    codec.answered.emit("diagnosis", finding(run=workspace.run))
    codec.follows_hand = True
    watch.follow(Ended("finished", 4, None, workspace.run))
    qtbot.wait(500)
    assert len(codec.jobs) == 1
    codec.follows_hand = False
    qtbot.waitUntil(lambda: len(codec.jobs) == 2)


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


# All of it for real


def test_the_adadelta_trap_is_found_mended_and_gone(qtbot, qapp):
    trap = with_settings(find_recipe("simple-article"), ["learning_rate=0.001", "epochs=18"])
    with open_window(qtbot, load=lambda choice, progress: load(choice), make_session=patient_session, load_engine=load_no_engine) as window:
        window.model.replace(trap)
        chip, flow = window.diagnosis.chip, window.diagnosis
        window.training.start_button.click()
        qtbot.waitUntil(lambda: bool(flow.shown) and not window.trainer.is_busy, timeout=3 * WAIT_MS)
        assert [diagnosis.key for diagnosis in flow.finding.diagnoses] == ["stalled"]
        assert (chip.text(), chip.saying.tone) == ("The optimizer has stalled", "bad")
        popover = opened(window)
        popover.cards[0].remedy_buttons[0].click()
        first = window.workspace.run
        popover.cards[0].done.start_button.click()
        qtbot.waitUntil(
            lambda: window.workspace.run != first and flow.finding is not None and flow.finding.epoch == 18 and not window.trainer.is_busy,
            timeout=3 * WAIT_MS,
        )
        assert "stalled" not in [diagnosis.key for diagnosis in flow.finding.diagnoses]
        assert chip.saying.tone == "good"

"""What the buttons of a finding do, and that a run is well after it."""

import shutil

from ae_workbench.analysis.diagnosis.diagnosis import Change, ChooseData, Diagnosis, ShowEpoch
from ae_workbench.data.loading import load
from ae_workbench.storage.run_folder import RunFolder
from ae_workbench.ui.diagnosis.settings_words import settings_text
from ae_workbench.ui.trainer import patient_session
from ae_workbench.variants.recipes import find_recipe, with_settings
from tests.gui.diagnosis.findings import DEAD, HINT, STALLED, opened, tell
from tests.gui.fakes import endless_session, load_no_engine
from tests.gui.windows import WAIT_MS, open_window


def test_a_change_goes_into_the_designer_as_one_step_that_can_be_undone(window):
    model = window.model
    model.replace(with_settings(find_recipe("simple-article"), ["learning_rate=0.001"]), "Open run 1")
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


def test_the_adadelta_trap_is_found_mended_and_gone(qtbot, qapp):
    trap = with_settings(find_recipe("simple-article"), ["learning_rate=0.001", "epochs=18"])
    with open_window(qtbot, load=lambda choice, progress: load(choice), make_session=patient_session, load_engine=load_no_engine) as window:
        window.model.replace(trap, "Open run 1")
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

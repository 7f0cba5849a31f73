"""Which language is chosen, and the window made anew in it with everything it showed."""

import re
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from ae_workbench import ui
from ae_workbench.storage.run_folder import RunFolder
from ae_workbench.ui import languages, sentences
from ae_workbench.ui.application import Stage
from ae_workbench.ui.settings import Settings
from tests.gui.fakes import endless_session
from tests.gui.windows import WAIT_MS, close

pytestmark = pytest.mark.usefixtures("english_afterwards")


@pytest.fixture
def settings(tmp_path):
    return Settings(tmp_path)


@pytest.mark.parametrize(
    ("wanted", "locale", "key"),
    [
        ("en", "zh_CN", "en"), ("zh_CN", "en_GB", "zh_CN"), ("system", "zh_CN", "zh_CN"), ("system", "zh_SG", "zh_CN"),
        ("system", "de_DE", "en"), ("klingon", "zh_CN", "en"),
    ],
)  # fmt: skip
def test_the_language_is_the_wished_one_or_the_system_s(wanted, locale, key):
    assert languages.resolve(wanted, QLocale(locale)) == key


def test_the_language_is_remembered(settings):
    assert settings.language == languages.SYSTEM
    settings.language = "zh_CN"
    settings.save()
    assert Settings(settings.path.parent).language == "zh_CN"


@pytest.fixture
def stage(qtbot, qapp, settings):
    settings.language = "en"
    settings.saw_hints = True
    stage = Stage(qapp, settings)
    stage.window.show()
    qtbot.waitUntil(lambda: stage.window.workspace.dataset is not None, timeout=WAIT_MS)
    yield stage
    stage.window.closed.disconnect(stage._follow_close)
    close(qtbot, stage.window)
    stage.window.deleteLater()
    stage.deleteLater()


def test_another_language_makes_the_window_anew_with_what_it_showed(qtbot, stage, trained_runs):
    old = stage.window
    run = RunFolder.open(trained_runs["variational"])
    old.workspace.set_run(run)
    old.workspace.set_epoch(2)
    old.designer.variant_cards.select("deep")
    old.centre.tabs.setCurrentWidget(old.centre.viewers["curves"])
    old.actions_.language("zh_CN").trigger()
    qtbot.waitUntil(lambda: stage.window is not old and stage.window.workspace.run is not None, timeout=WAIT_MS)
    new = stage.window
    assert languages.current() == "zh_CN"
    assert new.workspace.run == run.path
    assert new.workspace.epoch == 2
    assert new.model.recipe.variant == "deep"
    assert new.isWindowModified(), "it was saved nowhere"
    assert new.centre.tabs.currentWidget() is new.centre.viewers["curves"]
    assert new.actions_.language("zh_CN").isChecked()
    assert new.menuBar().actions()[0].text() != "&File"
    assert QApplication.instance() is not None


def test_while_a_training_runs_the_language_waits_for_its_end(qtbot, stage, monkeypatch):
    window = stage.window
    monkeypatch.setattr(type(window.trainer), "is_busy", property(lambda trainer: True))
    window.actions_.language("zh_CN").trigger()
    assert stage.window is window
    assert "as soon as what is running has ended" in window.messages.line.text()
    monkeypatch.undo()
    window.trainer.idle.emit()
    qtbot.waitUntil(lambda: stage.window is not window, timeout=WAIT_MS)
    assert languages.current() == "zh_CN"


def test_leaving_after_another_language_was_chosen_is_leaving(qtbot, qapp, stage, monkeypatch):
    window, quits = stage.window, []
    monkeypatch.setattr(window.trainer, "_make_session", endless_session)
    monkeypatch.setattr(stage, "_app", SimpleNamespace(quit=lambda: quits.append(stage.window)))
    window.trainer.start()
    qtbot.waitUntil(lambda: window.trainer.is_training, timeout=WAIT_MS)
    window.actions_.language("zh_CN").trigger()
    window.close()
    with qtbot.waitSignal(window.closed, timeout=WAIT_MS):
        window.closing._stop_button.click()
    assert quits == [window]
    assert stage.window is window


def test_a_training_that_ends_while_the_window_asks_is_no_reason_to_make_it_anew(qtbot, stage, monkeypatch):
    window = stage.window
    monkeypatch.setattr(window.trainer, "_make_session", endless_session)
    window.trainer.start()
    qtbot.waitUntil(lambda: window.trainer.is_training, timeout=WAIT_MS)
    window.actions_.language("zh_CN").trigger()
    window.close()
    with qtbot.waitSignal(window.trainer.idle, timeout=WAIT_MS):
        window.trainer.stop()
    assert stage._shown is None
    window.closing.question.defaultButton().click()
    assert stage.window is window
    assert window.isVisible()


def test_choosing_the_present_language_changes_nothing(stage):
    window = stage.window
    window.actions_.language("en").trigger()
    assert stage.window is window
    assert window.isVisible()


# Sentences of the other rooms


@pytest.mark.parametrize(
    ("template", "text", "filled"),
    [
        (("There is no file ", ": choose one."), "There is no file a: b.c: choose one.", ["a: b.c"]),
        (("", " of ", ""), "3 of 5", ["3", "5"]),
        (("Line ", " has ", "."), "Line 3 of 5.", None),
        (("Line ", "."), "Line.", None),
    ],
)
def test_a_sentence_is_recognised_by_what_stands_around_its_gaps(template, text, filled):
    assert sentences.match(template, text) == filled


def test_errors_are_said_in_sentences_and_never_as_they_are():
    raw = re.compile(r"\bstr\((\w+\.)*_?(problem|error|failure)\)")
    files = sorted(Path(ui.__file__).parent.rglob("*.py"))
    assert [file.name for file in files if raw.search(file.read_text(encoding="utf-8"))] == ["sentences.py"]


def test_in_english_a_sentence_stays_as_it_is():
    assert sentences.in_words("There is no file x: choose one that exists.") == "There is no file x: choose one that exists."

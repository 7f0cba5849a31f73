"""The article's page before anything runs: read, turned, remembered."""

from PySide6.QtCore import Qt

from ae_workbench.analysis.chapters import CHAPTERS
from ae_workbench.analysis.chapters.steps import steps_of
from ae_workbench.ui.help.context import help_for
from ae_workbench.ui.help.context import signals as help_signals
from ae_workbench.ui.modes.article.contents import state_line
from ae_workbench.ui.settings import Settings
from tests.gui.article.fakes import LEFT, modes_with, turn_to
from tests.gui.windows import open_window


def test_every_chapter_has_its_explanation_its_settings_and_its_experiments(qtbot, page):
    for chapter in CHAPTERS:
        view = turn_to(qtbot, page, chapter.key)
        assert view.explanation.toPlainText().startswith(chapter.title)
        assert [card.step.key for card in view.experiments] == [
            step.key for step in steps_of(chapter) if step.key.startswith("experiments/")
        ]
        assert (view.model is not None) == (view.result is not None) == bool(chapter.variant)
        if view.result is not None:
            assert len(view.result.illustrations) == len(chapter.illustrations)


def test_the_explanation_is_as_high_as_it_is_and_leads_to_chapters_and_into_the_help(qtbot, page):
    view = turn_to(qtbot, page, "sparse")
    assert view.explanation.verticalScrollBar().maximum() == 0
    view.explanation.page_wanted.emit("chapters/simple")
    assert page.contents.key == "simple"
    with qtbot.waitSignal(help_signals.wanted) as asked:
        view.explanation.page_wanted.emit("terms/code")
    assert asked.args == ["terms/code"]
    assert help_for(view) == "modes/article"


def test_keys_turn_the_pages_and_the_chapter_and_the_pace_are_remembered(qtbot, tmp_path, sessions):
    with open_window(qtbot, settings=Settings(tmp_path), modes=modes_with(sessions)) as window:
        window.modes.show("article")
        page = window.modes.page
        assert page.contents.key == CHAPTERS.keys[0] and page.controls.quick
        page.contents.setFocus()
        qtbot.keyClick(page.contents, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
        qtbot.keyClick(page.contents, Qt.Key.Key_Down)
        assert page.contents.key == CHAPTERS.keys[2]
        qtbot.mouseClick(page.controls.pace.button(1), LEFT)
    with open_window(qtbot, settings=Settings(tmp_path), modes=modes_with(sessions)) as window:
        window.modes.show("article")
        assert window.modes.page.contents.key == CHAPTERS.keys[2] and not window.modes.page.controls.quick


def test_before_a_run_the_article_s_numbers_stand_there_and_a_hint_says_what_to_do(qtbot, page):
    view = turn_to(qtbot, page, "simple")
    rows = [[cell.text for cell in row] for row in view.result.numbers.cells.rows]
    assert rows[0] == ["Loss on test images (nats per pixel)", "0.10", "–", "–"]
    assert "Run the chapter" in view.result.verdict.sentences.text()
    assert not any(button.isEnabled() for button in view.result.open_buttons)
    assert view.head.chip.text == turn_to(qtbot, page, "deep").head.chip.text == "Not run yet"
    assert state_line(page.results, CHAPTERS["simple"]) == "Not run yet"

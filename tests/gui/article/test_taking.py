"""What is taken out of the article's page: tables, drawings, runs, recipes, reports."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton

from ae_workbench.engine.findings import RUNS, keep, results_home
from ae_workbench.storage.paths import article_home
from ae_workbench.storage.run_folder import RunFolder
from ae_workbench.ui import theme
from tests.gui.article.fakes import DIGITS, LEFT, SIMPLE, kept_runs, result, turn_to
from tests.gui.windows import WAIT_MS


def test_tables_are_copied_whole_or_in_part(qtbot, page):
    view = turn_to(qtbot, page, "deep")
    page.results.put("experiments/depth", result("experiments/depth"), None)
    table = view.experiments[0].findings.tables[0]
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text() == "Model\tError\nsmall\t0.5\nlarge\t0.25\n"
    head = table.horizontalHeader()
    qtbot.mouseClick(head.viewport(), LEFT, pos=QPoint(head.sectionViewportPosition(1) + 8, head.height() // 2))
    qtbot.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text() == "Error\n0.5\n0.25\n"


def test_drawings_fit_their_room_follow_the_colours_and_are_copied_and_saved(qtbot, page, tmp_path, monkeypatch):
    view = turn_to(qtbot, page, "deep")
    page.results.put("experiments/depth", result("experiments/depth"), None)
    view.ensureWidgetVisible(view.experiments[0].findings)
    plot = view.experiments[0].findings.plots[0]
    qtbot.waitUntil(lambda: plot.is_settled, timeout=WAIT_MS)
    assert abs(plot.image.deviceIndependentSize().width() - plot.width()) < 8
    light = plot.image.pixelColor(3, 3).lightness()
    theme.apply(QApplication.instance(), "dark")
    qtbot.waitUntil(lambda: plot.is_settled, timeout=WAIT_MS)
    assert plot.image.pixelColor(3, 3).lightness() < light - 100
    theme.apply(QApplication.instance(), "light")
    qtbot.waitUntil(lambda: plot.is_settled, timeout=WAIT_MS)
    plot.setFocus()
    qtbot.keyClick(plot, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().image().size() == plot.image.size()
    for name, start in (("plot.svg", b"<?xml"), ("plot.pdf", b"%PDF"), ("plot v1.2", b"\x89PNG")):
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *rest, name=name: (str(tmp_path / name), ""))
        with qtbot.waitSignal(page.studio.told, timeout=WAIT_MS):
            qtbot.keyClick(plot, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
        [written] = tmp_path.glob(f"{name}*")
        assert written.suffix in (".svg", ".pdf", ".png") and written.read_bytes().startswith(start)


def test_figures_are_drawn_from_the_runs_as_published_and_modern(qtbot, page, trained_runs):
    made = kept_runs(trained_runs)
    view = turn_to(qtbot, page, "simple")
    page.results.put(SIMPLE, made, None)
    figure = view.result.illustrations[0]
    view.ensureWidgetVisible(figure)
    qtbot.waitUntil(lambda: figure.plot.is_settled, timeout=WAIT_MS)
    assert isinstance(figure.plot.image, QImage) and not figure.plot.problem
    assert figure.plot.image.deviceIndependentSize().width() <= figure.plot.width()
    qtbot.mouseClick(figure.switch.button(1), LEFT)
    assert figure.plot.drawing.run.name == "second" and figure.plot.drawing.name == "simple-modern-reconstructions"


# Into the workbench


def test_a_run_opens_in_the_workbench_and_going_on_with_it_makes_a_copy(qtbot, window, page, trained_runs):
    made = kept_runs(trained_runs)
    view = turn_to(qtbot, page, "simple")
    page.results.put(SIMPLE, made, None)
    qtbot.mouseClick(view.result.open_buttons[1], LEFT)
    assert window.modes.key == "workbench"
    shown = window.workspace.run_folder.path
    assert shown == article_home() / RUNS / "second"
    window.training.more_box.setValue(1)
    with qtbot.waitSignal(window.trainer.idle, timeout=WAIT_MS):
        window.training.more_button.click()
    assert window.workspace.run_folder.path != shown and RunFolder.open(shown).last_full_epoch == 3


def test_a_recipe_is_taken_into_the_designer_and_that_can_be_undone(qtbot, window, page):
    before = window.model.recipe
    view = turn_to(qtbot, page, "sparse")
    qtbot.mouseClick(view.model.findChild(QPushButton, "use_published_button"), LEFT)
    assert window.modes.key == "workbench"
    assert (window.model.recipe.variant, window.model.recipe.training.optimizer) == ("sparse", "adadelta")
    window.model.undo_stack.undo()
    assert window.model.recipe == before


# The report


@pytest.mark.parametrize("ending", [".html", ".pdf"])
def test_the_report_is_written_and_offered(qtbot, page, tmp_path, monkeypatch, ending):
    keep(results_home(article_home(), DIGITS, True), result("experiments/depth"))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *rest: (str(tmp_path / "report"), ""))
    opened = []
    monkeypatch.setattr(page.report, "open", opened.append)
    action = page.controls.html_action if ending == ".html" else page.controls.pdf_action
    with qtbot.waitSignal(page.idle, timeout=WAIT_MS):
        action.trigger()
    path = tmp_path / f"report{ending}"
    assert path.stat().st_size > 10_000 and path.name in page.messages.text()
    assert not page.controls.below.isVisible()
    qtbot.mouseClick(page.messages.offer_button, LEFT)
    assert opened == [path]


def test_a_report_that_can_not_be_written_is_told(qtbot, page, tmp_path):
    with qtbot.waitSignal(page.report.refused, timeout=WAIT_MS) as told:
        page.report.write(tmp_path / "gone" / "report.html")
    qtbot.waitUntil(lambda: not page.is_busy, timeout=WAIT_MS)
    assert "doesn't exist" in told.args[0] and page.messages.text() == told.args[0]

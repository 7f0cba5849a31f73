"""The article's page: read, run, paused, stopped, looked at, copied, exported. Its session is a fake, but for one test."""

import threading
from dataclasses import replace
from datetime import datetime
from functools import cache
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton

from ae_workbench.analysis.chapters import CHAPTERS
from ae_workbench.analysis.chapters.measuring import measure, recipes_of
from ae_workbench.analysis.chapters.steps import all_steps, chapter_step, steps_of
from ae_workbench.analysis.experiments import EXPERIMENTS
from ae_workbench.analysis.experiments.experiment import Chart, Findings, Number, ScatterMap, Series, Table
from ae_workbench.core.errors import DataError
from ae_workbench.core.recipe import Choice, recipe_to_json
from ae_workbench.core.registry import Registry
from ae_workbench.engine.article import ArticleEnded, DataLoading, StepEnded, StepProgressed, StepStarted
from ae_workbench.engine.control import Control
from ae_workbench.engine.findings import RUNS, Result, keep, results_home
from ae_workbench.storage.paths import article_home
from ae_workbench.storage.run_folder import RunFolder
from ae_workbench.ui import theme
from ae_workbench.ui.help.context import help_for
from ae_workbench.ui.help.context import signals as help_signals
from ae_workbench.ui.modes import Mode
from ae_workbench.ui.modes.article.contents import state_line
from ae_workbench.ui.modes.article.page import ArticlePage
from ae_workbench.ui.modes.article.runner import make_article
from ae_workbench.ui.settings import Settings
from tests.gui.windows import WAIT_MS, open_window
from tests.unit.analysis.experiments.labs import PcaLab, blobs

LEFT = Qt.MouseButton.LeftButton
DIGITS = Choice("digits")
SIMPLE = "chapters/simple"
FOUND = Findings(
    "partly",
    ("Half of it is so.", "The rest isn't."),
    (Number("error", "Error of the best", 0.5, "nats", 0.25),),
    (Table("By size", ("Model", "Error"), (("small", 0.5), ("large", 0.25))),),
    (
        Chart("Error by size", "Size", "Error", (Series("one", (1.0, 2.0), (0.3, 0.2)),)),
        ScatterMap("Codes", np.random.default_rng(1).normal(size=(20, 2)).astype(np.float32)),
    ),
)


@cache
def measured(chapter: str) -> Findings:
    return measure(CHAPTERS[chapter], PcaLab(blobs(80, side=28)))


def result(source: str, /, **rest) -> Result:
    """Numbers of a chapter, or made up ones of an experiment."""
    kind, _, name = source.partition("/")
    found = measured(name) if kind == "chapters" else FOUND
    when = datetime.now().astimezone().isoformat(timespec="seconds")
    return replace(Result(source, found, True, "Digits", "0", 1.0, when, {"keras": "3"}, "a machine"), **rest)


class FakeArticle:
    """Makes results at once; ``gate`` holds it in every step, ``broken`` steps fail."""

    def __init__(self, wish, broken=(), gate=None) -> None:
        self.wish, self.broken, self.gate = wish, broken, gate
        self.control = Control()

    def request_stop(self):
        self.control.request_stop()
        if self.gate is not None:
            self.gate.set()

    def pause(self):
        self.control.pause()

    def resume(self):
        self.control.resume()

    def run(self, emit):
        emit(DataLoading(0.5, "Loading the built-in digits"))
        failed = []
        for number, step in enumerate(self.wish.steps, 1):
            emit(StepStarted(step.key, number, len(self.wish.steps)))
            emit(StepProgressed(step.key, 0.5, 0.5, "Training Simple: epoch 3 of 30", 75.0))
            if self.gate is not None:
                self.gate.wait(WAIT_MS / 1000)
            self.control.wait_while_paused()
            if self.control.stopped:
                break
            if step.key in self.broken:
                failed.append(step.key)
                emit(StepEnded(step.key, error=DataError("There is nothing here.")))
            else:
                emit(StepEnded(step.key, result("experiments/depth", key=step.key) if step.chapter != "simple" else result(SIMPLE)))
        emit(ArticleEnded("stopped" if self.control.stopped else "failed" if failed else "finished", tuple(failed)))


class Sessions:
    """Makes fakes, and remembers what was wished."""

    def __init__(self) -> None:
        self.made: list[FakeArticle] = []
        self.broken: tuple[str, ...] = ()
        self.gate: threading.Event | None = None

    def __call__(self, wish, home):
        self.made.append(FakeArticle(wish, self.broken, self.gate))
        return self.made[-1]


@pytest.fixture
def sessions():
    return Sessions()


class MadeMode(Mode):
    """Its sessions are made by ``make``."""

    make = staticmethod(make_article)

    def factory(self, window):
        return ArticlePage(window, self.make)


def modes_with(make) -> Registry[Mode]:
    kind = type("OwnMode", (MadeMode,), {"make": staticmethod(make)})
    return Registry("mode", kind("article", "Article", "book-open", "Article", ""))


@pytest.fixture
def window(qtbot, sessions):
    with open_window(qtbot, modes=modes_with(sessions)) as window:
        yield window
        if sessions.gate is not None:
            sessions.gate.set()


@pytest.fixture
def page(qtbot, window):
    window.modes.show("article")
    page = window.modes.page
    qtbot.waitUntil(lambda: page.results.is_known, timeout=WAIT_MS)
    return page


def turn_to(qtbot, page, key):
    page.contents.choose(key)
    view = page.chapters[key]
    qtbot.waitUntil(lambda: view.is_built, timeout=WAIT_MS)
    return view


def run_and_wait(qtbot, page, button):
    with qtbot.waitSignal(page.idle, timeout=WAIT_MS):
        qtbot.mouseClick(button, LEFT)


def kept_runs(trained_runs, key=SIMPLE, **rest) -> Result:
    """A kept result of a chapter, with two runs in the article's folder."""
    home = article_home()
    for name in ("first", "second"):
        source = RunFolder.open(trained_runs["simple"])
        if not (home / RUNS / name).exists():
            (home / RUNS).mkdir(parents=True, exist_ok=True)
            source.copy_to(home / RUNS / name, source.history())
    made = result(key, runs=("first", "second"), **rest)
    keep(results_home(home, DIGITS, True), made)
    return made


# Reading


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


# Running


def test_a_chapter_runs_all_that_stands_in_it_and_shows_what_came_of_it(qtbot, page, sessions):
    view = turn_to(qtbot, page, "deep")
    run_and_wait(qtbot, page, view.head.run_button)
    wish = sessions.made[0].wish
    assert [step.key for step in wish.steps] == [step.key for step in steps_of(CHAPTERS["deep"])]
    assert (wish.choice, wish.quick, wish.anew) == (DIGITS, True, False)
    card = view.experiments[0]
    assert card.head.chip.text == "Holds in part" and "Half of it is so." in card.verdict.sentences.text()
    assert card.findings.isVisibleTo(view) and len(card.findings.plots) == 2
    assert "today" in card.head.when.text()
    assert page.controls.status.text() == "Everything that was asked for is there."
    run_and_wait(qtbot, page, view.head.run_button)
    assert sessions.made[1].wish.anew


def test_an_experiment_is_run_alone(qtbot, page, sessions):
    view = turn_to(qtbot, page, "deep")
    run_and_wait(qtbot, page, view.experiments[0].head.run_button)
    assert [step.key for step in sessions.made[0].wish.steps] == ["experiments/depth"]
    assert "1 of 2 run" in view.head.chip.text


def test_run_all_goes_through_everything_and_a_step_that_fails_is_told(qtbot, page, sessions):
    sessions.broken = ("experiments/depth",)
    view = turn_to(qtbot, page, "deep")
    run_and_wait(qtbot, page, page.controls.run_button)
    assert [step.key for step in sessions.made[0].wish.steps] == [step.key for step in all_steps()]
    assert "these failed: Deeper, and convolutional" in page.controls.status.text()
    assert "There is nothing here." in view.experiments[0].verdict.sentences.text()
    assert view.experiments[0].head.chip.text == "Failed"
    page.controls.anew_action.trigger()
    qtbot.waitUntil(lambda: not page.is_busy, timeout=WAIT_MS)
    assert sessions.made[1].wish.anew


def test_while_it_runs_it_says_how_far_it_is_and_nothing_else_can_be_run(qtbot, page, sessions):
    sessions.gate = threading.Event()
    view = turn_to(qtbot, page, "simple")
    qtbot.mouseClick(view.head.run_button, LEFT)
    qtbot.waitUntil(lambda: "epoch 3 of 30" in page.controls.status.text(), timeout=WAIT_MS)
    assert "1 min 15 s left" in page.controls.status.text()
    assert page.is_busy and page.work() and page.results.running == SIMPLE
    assert state_line(page.results, CHAPTERS["simple"]) == view.head.chip.text == "Running…"
    assert not view.head.run_button.isEnabled() and not page.controls.data_box.isEnabled()
    other = turn_to(qtbot, page, "deep")
    assert not other.head.run_button.isEnabled() and not other.experiments[0].head.run_button.isEnabled()
    with qtbot.waitSignal(page.idle, timeout=WAIT_MS):
        sessions.gate.set()
    assert other.head.run_button.isEnabled() and page.controls.run_button.isVisible()


def test_it_is_paused_gone_on_with_and_stopped(qtbot, page, sessions):
    sessions.gate = threading.Event()
    qtbot.mouseClick(page.controls.run_button, LEFT)
    qtbot.waitUntil(lambda: page.results.running != "", timeout=WAIT_MS)
    qtbot.mouseClick(page.controls.pause_button, LEFT)
    assert page.controls.status.text() == "Paused" and sessions.made[0].control.paused
    qtbot.mouseClick(page.controls.pause_button, LEFT)
    assert not sessions.made[0].control.paused
    with qtbot.waitSignal(page.idle, timeout=WAIT_MS):
        qtbot.mouseClick(page.controls.stop_button, LEFT)
    assert page.controls.status.text().startswith("Stopped.") and page.results.running == ""


def test_closing_asks_first_and_waits_for_the_session(qtbot, window, page, sessions):
    sessions.gate = threading.Event()
    qtbot.mouseClick(page.controls.run_button, LEFT)
    qtbot.waitUntil(lambda: page.results.running != "", timeout=WAIT_MS)
    window.close()
    question = window.closing.question
    assert "worked through" in question.text()
    stop = next(button for button in question.findChildren(QPushButton) if question.buttonRole(button) is question.ButtonRole.AcceptRole)
    with qtbot.waitSignal(window.closed, timeout=WAIT_MS):
        qtbot.mouseClick(stop, LEFT)
    assert not page.is_busy


# Results


def test_results_are_there_at_the_next_start_and_other_data_have_others(qtbot, page, trained_runs):
    kept_runs(trained_runs)
    keep(results_home(article_home(), DIGITS, True), result("experiments/depth"))
    page.results.look_at(DIGITS, True)
    with qtbot.waitSignal(page.results.reset, timeout=WAIT_MS):
        pass
    view = turn_to(qtbot, page, "simple")
    assert view.result.verdict.word.text() == "Trained"
    assert view.result.numbers.cells.rows[0][2].text != "–"
    with qtbot.waitSignal(page.results.reset, timeout=WAIT_MS):
        qtbot.mouseClick(page.controls.pace.button(1), LEFT)
    assert view.result.numbers.cells.rows[0][2].text == "–" and state_line(page.results, CHAPTERS["simple"]) == "Not run yet"


def test_numbers_of_mnist_are_judged_in_colour(qtbot, page, monkeypatch):
    monkeypatch.setattr("ae_workbench.analysis.chapters.judging.MNIST_FINGERPRINT", "mnist")
    view = turn_to(qtbot, page, "deep")
    numbers = (Number("published_val_loss", "", 0.0974, "", 0.097), Number("modern_val_loss", "", 0.0825, "", 0.097))
    found = Findings("holds", ("Reached.",), numbers)
    page.results.put(
        "chapters/deep", result("experiments/depth", key="chapters/deep", findings=found, quick=False, fingerprint="mnist"), None
    )
    row = view.result.numbers.cells.rows[0]
    assert [cell.text for cell in row[1:]] == ["0.097", "0.0974  ·  Reached", "0.0825  ·  Reached"]
    assert row[2].tone == "good" and view.head.chip.text == "1 of 2 run"


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
    for name, start in (("plot.svg", b"<?xml"), ("plot.pdf", b"%PDF"), ("plot", b"\x89PNG")):
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *rest, name=name: (str(tmp_path / name), ""))
        with qtbot.waitSignal(page.studio.told, timeout=WAIT_MS):
            qtbot.keyClick(plot, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
        assert (tmp_path / name).with_suffix(Path(name).suffix or ".png").read_bytes().startswith(start)


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


# For real


def test_a_chapter_is_trained_in_the_window(qtbot, monkeypatch):
    monkeypatch.setattr("ae_workbench.analysis.experiments.making.QUICK_DENSE_EPOCHS", 2)
    with open_window(qtbot, modes=modes_with(make_article)) as window:
        window.modes.show("article")
        page = window.modes.page
        view = turn_to(qtbot, page, "simple")
        page.run((chapter_step(CHAPTERS["simple"]),), False)
        with qtbot.waitSignal(page.idle, timeout=6 * WAIT_MS):
            pass
        assert page.controls.status.text() == "Everything that was asked for is there."
        assert len(page.results.runs_of(SIMPLE)) == 2
        figure = view.result.illustrations[0]
        view.ensureWidgetVisible(figure)
        qtbot.waitUntil(lambda: figure.plot.is_settled, timeout=WAIT_MS)
        assert figure.plot.image is not None and figure.plot.problem == ""
        assert set(EXPERIMENTS.keys)


def test_a_result_of_other_settings_says_so(qtbot, page):
    view = turn_to(qtbot, page, "simple")
    published, modern = map(recipe_to_json, recipes_of(CHAPTERS["simple"], True))
    page.results.put(SIMPLE, result(SIMPLE, recipes=(published, modern)), None)
    assert view.result.verdict.word.text() == "Trained"
    other = {**modern, "training": {**modern["training"], "learning_rate": 0.5}}
    page.results.put(SIMPLE, result(SIMPLE, recipes=(published, other)), None)
    assert view.result.verdict.word.text() == "Settings changed"
    assert "have changed since" in view.result.verdict.sentences.text()

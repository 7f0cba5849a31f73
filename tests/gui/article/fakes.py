"""What tests of the article's page share: results, a session that makes them at once, and how the page is used."""

import threading
from dataclasses import replace
from datetime import datetime
from functools import cache

import numpy as np
from PySide6.QtCore import Qt

from ae_workbench.analysis.chapters import CHAPTERS
from ae_workbench.analysis.chapters.measuring import measure
from ae_workbench.analysis.experiments.experiment import Chart, Findings, Number, ScatterMap, Series, Table
from ae_workbench.core.errors import DataError
from ae_workbench.core.recipe import Choice
from ae_workbench.core.registry import Registry
from ae_workbench.engine.article import ArticleEnded, DataLoading, StepEnded, StepProgressed, StepStarted
from ae_workbench.engine.control import Control
from ae_workbench.engine.findings import RUNS, Result, keep, results_home
from ae_workbench.storage.paths import article_home
from ae_workbench.storage.run_folder import RunFolder
from ae_workbench.ui.modes import Mode
from ae_workbench.ui.modes.article.page import ArticlePage
from ae_workbench.ui.modes.article.runner import make_article
from tests.gui.windows import WAIT_MS
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


class MadeMode(Mode):
    """Its sessions are made by ``make``."""

    make = staticmethod(make_article)

    def factory(self, window):
        return ArticlePage(window, self.make)


def modes_with(make) -> Registry[Mode]:
    kind = type("OwnMode", (MadeMode,), {"make": staticmethod(make)})
    return Registry("mode", kind("article", "Article", "book-open", "Article", ""))


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

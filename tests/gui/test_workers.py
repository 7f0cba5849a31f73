"""Threads: the newest request wins, errors are handed on, and everything ends when it is asked to."""

import gc
import threading
import weakref

import pytest
from PySide6.QtCore import QThread

from ae_workbench.core.recipe import Choice
from ae_workbench.engine import warmup
from ae_workbench.engine.events import Ended, Preparing
from ae_workbench.ui import workers
from ae_workbench.ui.data_loader import DataLoader
from ae_workbench.ui.workers import EngineThread, TrainingThread
from tests.gui.fakes import FakeLoad
from tests.gui.journal import Journal

WAIT_MS = 5000


class WatchedLock:
    """Tells when it is asked for."""

    def __init__(self):
        self.held, self.asked_for = threading.Lock(), threading.Event()

    def __enter__(self):
        self.asked_for.set()
        self.held.acquire()

    def __exit__(self, *problem):
        self.held.release()


@pytest.fixture
def load():
    return FakeLoad()


@pytest.fixture
def loader(qtbot, load):
    loader = DataLoader(load)
    yield loader
    load.let_go.set()
    loader.cancel()
    qtbot.waitUntil(lambda: not loader.is_busy)


def test_only_the_newest_request_of_an_asker_is_served(qtbot, codec):
    begun, go_on = threading.Event(), threading.Event()
    journal = Journal(codec.answered)

    def hold():
        begun.set()
        assert go_on.wait(5)
        return "first"

    codec.ask("plane", hold)
    assert begun.wait(5)
    for number in range(100):
        codec.ask("plane", lambda number=number: number)
    go_on.set()
    journal.wait(qtbot, 2)
    assert journal.lines == [("plane", "first"), ("plane", 99)]


def test_no_job_begins_while_tensorflow_s_libraries_are_linked(qtbot, codec, monkeypatch):
    """Where it imports something it would wait for the system's lock with Python's in its hand, and the window with it."""
    journal, linking = Journal(codec.answered), WatchedLock()
    monkeypatch.setattr(warmup, "linking", linking)
    with linking.held:
        codec.ask("plane", linking.held.locked)
        assert linking.asked_for.wait(5)
    journal.wait(qtbot, 1)
    assert journal.lines == [("plane", False)]


def test_askers_take_turns_and_one_can_take_its_request_back(qtbot, codec):
    begun, go_on = threading.Event(), threading.Event()
    journal = Journal(codec.answered)
    codec.ask("a", lambda: (begun.set(), go_on.wait(5)))
    assert begun.wait(5)
    codec.ask("b", lambda: "b")
    codec.ask("c", lambda: "c")
    codec.ask("a", lambda: "a")
    codec.ask("b", lambda: "newer b")
    codec.forget("c")
    go_on.set()
    journal.wait(qtbot, 3)
    assert journal.lines[1:] == [("b", "newer b"), ("a", "a")]


def test_what_follows_a_hand_comes_first_but_lets_others_have_a_turn(qtbot, codec, monkeypatch):
    clock = [100.0]
    monkeypatch.setattr(workers, "monotonic", lambda: clock[0])
    begun, go_on = threading.Event(), threading.Event()
    journal = Journal(codec.answered)
    codec.ask("viewer", lambda: (begun.set(), go_on.wait(5)))
    assert begun.wait(5)

    def late(name):
        clock[0] += workers.PATIENCE_S
        return name

    codec.ask("viewer", lambda: "patient")
    codec.ask("errors", lambda: "patient too")
    codec.ask("pointer", lambda: late("first"), urgent=True)
    codec.ask("drawing", lambda: "second", urgent=True)
    go_on.set()
    journal.wait(qtbot, 5)
    assert [answer for _, answer in journal.lines[1:]] == ["first", "patient", "second", "patient too"]


def test_a_hand_is_followed_until_it_rests(codec, monkeypatch):
    clock = [5.0]
    monkeypatch.setattr(workers, "monotonic", lambda: clock[0])
    codec.ask("viewer", lambda: None)
    assert not codec.follows_hand
    codec.ask("pointer", lambda: None, urgent=True)
    codec.ask("viewer", lambda: None)
    assert codec.follows_hand
    clock[0] += workers.HAND_RESTS_S
    assert not codec.follows_hand


def test_what_lasts_is_done_before_the_thread_stops_and_nothing_else(qtbot, codec):
    begun, go_on = threading.Event(), threading.Event()
    journal = Journal(codec.answered)

    def hold():
        begun.set()
        assert go_on.wait(5)

    codec.ask("plane", hold)
    assert begun.wait(5)
    codec.ask("viewer", lambda: "seen")
    codec.ask("saver", lambda: "written", lasting=True)
    codec.request_stop()
    codec.ask("viewer", lambda: "seen later")
    go_on.set()
    assert codec.wait(WAIT_MS)
    journal.wait(qtbot, 2)
    assert [asker for asker, _ in journal.lines] == ["plane", "saver"]


def test_a_failing_job_is_reported_and_the_next_is_served(qtbot, codec):
    def fail():
        raise ValueError("broken")

    failed, answered = Journal(codec.failed), Journal(codec.answered)
    codec.ask("viewer", fail)
    failed.wait(qtbot, 1)
    [(asker, error)] = failed.lines
    assert (asker, str(error)) == ("viewer", "broken")
    codec.ask("viewer", lambda: 7)
    answered.wait(qtbot, 1)
    assert answered.lines == [("viewer", 7)]


class Companion(QThread):
    """Goes on until it is interrupted."""

    def run(self):
        while not self.isInterruptionRequested():
            self.msleep(1)


def test_a_companion_is_interrupted_waited_for_and_let_go(qtbot, codec):
    kept = Companion()
    gone = weakref.ref(kept)
    assert codec.start_companion(kept)
    del kept
    assert codec.has_companions and gone().isRunning()
    with qtbot.waitSignal(codec.companions_ended, timeout=WAIT_MS):
        codec.request_stop()
    assert not codec.has_companions
    gc.collect()
    assert gone() is None


def test_a_companion_is_refused_while_the_codec_stops(codec):
    codec.request_stop()
    late = Companion()
    assert not codec.start_companion(late)
    assert not late.isRunning() and not codec.has_companions


def test_a_session_that_raises_still_ends_its_run(qtbot):
    class Broken:
        def run(self, emit):
            emit(Preparing("building"))
            raise RuntimeError("no memory")

    thread = TrainingThread(Broken())
    journal = Journal(thread.happened)
    with qtbot.waitSignal(thread.finished, timeout=WAIT_MS):
        thread.start()
    thread.wait()
    last = journal.lines[-1][0]
    assert isinstance(last, Ended)
    assert (last.outcome, str(last.error)) == ("failed", "no memory")


def test_an_engine_that_is_not_there_is_reported(qtbot):
    def load():
        raise ImportError("No module named tensorflow")

    thread = EngineThread(load)
    with qtbot.waitSignals([thread.failed, thread.finished], timeout=WAIT_MS):
        thread.start()
    thread.wait()


def test_data_come_with_progress(qtbot, loader):
    with qtbot.waitSignals([loader.began, loader.progressed, loader.loaded, loader.idle], timeout=WAIT_MS):
        loader.load(Choice("digits"))


def test_a_newer_choice_takes_the_place_of_one_under_way(qtbot, loader, load):
    journal = Journal()
    loader.loaded.connect(lambda choice, dataset: journal.write(choice.key))
    with qtbot.waitSignal(loader.progressed, timeout=WAIT_MS):
        loader.load(Choice("mnist"))
    with qtbot.waitSignals([loader.cancelled, loader.loaded, loader.idle], timeout=WAIT_MS):
        loader.load(Choice("waves"))
        loader.load(Choice("digits"))
    assert journal.lines == [("digits",)]
    assert [choice.key for choice in load.asked] == ["mnist", "digits"]


def test_a_choice_that_never_began_is_cancelled_too(qtbot, loader):
    cancelled = Journal(loader.cancelled)
    with qtbot.waitSignal(loader.progressed, timeout=WAIT_MS):
        loader.load(Choice("mnist"))
    loader.load(Choice("waves"))
    loader.load(Choice("digits"))
    assert cancelled.lines == [(Choice("waves"),)]
    with qtbot.waitSignal(loader.idle, timeout=WAIT_MS):
        loader.cancel()
    assert cancelled.lines[1:] == [(Choice("digits"),), (Choice("mnist"),)]


def test_loading_can_be_given_up(qtbot, loader):
    journal = Journal(loader.loaded)
    with qtbot.waitSignal(loader.progressed, timeout=WAIT_MS):
        loader.load(Choice("mnist"))
    with qtbot.waitSignals([loader.cancelled, loader.idle], timeout=WAIT_MS):
        loader.cancel()
    assert journal.lines == []


def test_data_that_cannot_be_loaded_are_reported_with_their_sentence(qtbot, loader):
    journal = Journal(loader.failed)
    with qtbot.waitSignals([loader.failed, loader.idle], timeout=WAIT_MS):
        loader.load(Choice("images"))
    [(choice, error)] = journal.lines
    assert choice == Choice("images")
    assert str(error) == "There are no images in this folder: choose another."

"""Threads that compute give way to the one that paints."""

import os
import sys
from concurrent.futures import ThreadPoolExecutor
from threading import get_native_id

import pytest

from ae_workbench.engine.events import Ended
from ae_workbench.ui.priority import NICE
from ae_workbench.ui.workers import EngineThread, TrainingThread


def niceness() -> int:
    return os.getpriority(os.PRIO_PROCESS, get_native_id())


def in_a_thread_of_its_own() -> int:
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(niceness).result()


class Session:
    """Notes how nice the thread is that runs it, and one that it starts."""

    found: tuple[int, int] = (0, 0)

    def run(self, emit) -> None:
        self.found = niceness(), in_a_thread_of_its_own()
        emit(Ended("finished", 0))


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has a niceness for each thread")
def test_training_and_the_threads_it_starts_give_way(qtbot):
    before = niceness()
    session = Session()
    thread = TrainingThread(session)
    with qtbot.waitSignal(thread.finished):
        thread.start()
    thread.wait()
    assert session.found == (max(NICE, before), max(NICE, before))
    assert niceness() == before


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has a niceness for each thread")
def test_the_engine_s_pools_begin_in_a_thread_that_gives_way(qtbot):
    found = []
    thread = EngineThread(lambda: found.append(in_a_thread_of_its_own()) or "ready")
    with qtbot.waitSignal(thread.ready):
        thread.start()
    thread.wait()
    assert found == [max(NICE, niceness())]

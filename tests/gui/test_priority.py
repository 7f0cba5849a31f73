"""Threads that compute give way to the one that paints."""

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from threading import get_native_id

import pytest

from ae_workbench.engine import warmup
from ae_workbench.engine.events import Ended
from ae_workbench.engine.priority import NICE
from ae_workbench.ui.engine_start import EngineStart
from ae_workbench.ui.status_bar import StatusBar
from ae_workbench.ui.workers import TrainingThread


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


POOLS = """
import os
from contextlib import suppress
from pathlib import Path
from ae_workbench.engine import warmup
warmup.pools_give_way = {gives_way}
warmup.import_tensorflow()
found = set()
for task in Path("/proc/self/task").iterdir():
    with suppress(OSError):  # it has ended
        if (task / "comm").read_text().startswith("tf_Compute"):
            found.add(os.getpriority(os.PRIO_PROCESS, int(task.name)))
print(found)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has a niceness for each thread")
@pytest.mark.parametrize("gives_way", [True, False])
def test_the_engine_s_pools_give_way_to_a_window_whoever_imports_it(gives_way: bool):
    done = subprocess.run([sys.executable, "-c", POOLS.format(gives_way=gives_way)], capture_output=True, text=True, check=True)
    assert done.stdout.split() == [f"{{{max(NICE, niceness()) if gives_way else niceness()}}}"]


def test_a_window_has_them_give_way(qtbot, monkeypatch):
    monkeypatch.setattr(warmup, "pools_give_way", False)
    status = StatusBar()
    qtbot.addWidget(status)
    EngineStart(status, lambda: "ready", status)
    assert warmup.pools_give_way

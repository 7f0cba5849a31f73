"""Kills a process at the n-th write, fsync, replace … of a save, for every n, and looks at what is there afterwards.

``python -m tests.faults.crash_points`` does so for every save of ``scenarios`` and prints a line for each; needs fork.
"""

import os
import shutil
import signal
import sys
import tempfile
import traceback
from collections.abc import Callable
from pathlib import Path

from tests.faults.scenarios import SCENARIOS, Scenario, plain
from tests.faults.seam import Watcher, fast_folder, watched

MOST_POINTS = 2000


class Killer(Watcher):
    """Ends its process by SIGKILL before the n-th operation: nothing is flushed, no handler runs."""

    def __init__(self, point: int) -> None:
        self._left = point

    def before(self, kind: str) -> None:
        self._left -= 1
        if not self._left:
            os.kill(os.getpid(), signal.SIGKILL)


def killed(save: Callable[[Path], object], folder: Path, point: int) -> bool:
    """Save in a child that is killed at this point; whether it was, rather than having come to its end."""
    child = os.fork()
    if not child:
        try:
            with watched(Killer(point)):
                save(folder)
            os._exit(0)
        except BaseException:
            traceback.print_exc()
        finally:
            os._exit(1)
    _, status = os.waitpid(child, 0)
    if os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGKILL:
        return True
    if os.waitstatus_to_exitcode(status):
        raise AssertionError(f"the save failed by itself after {point - 1} operations")
    return False


def wrong_points(scenario: Scenario, home: Path) -> tuple[int, list[str]]:
    """How many points a save has, and what is wrong after which of them."""
    before, after = home / "before", home / "after"
    before.mkdir()
    scenario.prepare(before)
    shutil.copytree(before, after)
    killed(scenario.save, after, 0)
    old, new = scenario.look(before), scenario.look(after)
    assert old != new, "the save changes nothing"
    wrong = []
    for point in range(1, MOST_POINTS):
        folder = home / f"point {point}"
        shutil.copytree(before, folder)
        if not killed(scenario.save, folder, point):
            return point - 1, wrong
        wrong += [f"point {point}: {each}" for each in problems(scenario, folder, old, new)]
        shutil.rmtree(folder)
    raise AssertionError(f"more than {MOST_POINTS} points")


def problems(scenario: Scenario, folder: Path, old: object, new: object) -> list[str]:
    """What is wrong with a folder after a crash: neither as before nor as after, or it can't be gone on with."""
    found = scenario.look(folder)
    if found not in (old, new) and not scenario.between(found, old, new):
        return [f"neither the old state nor the new one: {plain(found)}"]
    if scenario.again:
        killed(scenario.save, folder, 0)
        if scenario.look(folder) != new:
            return [f"saved again it is not the new state: {plain(scenario.look(folder))}"]
    return []


def main() -> int:
    total, failures = 0, 0
    for name, scenario in SCENARIOS.items():
        with tempfile.TemporaryDirectory(dir=fast_folder()) as home:
            points, wrong = wrong_points(scenario, Path(home))
        total, failures = total + points, failures + len(wrong)
        print(f"{name}: {points} points, {len(wrong)} wrong", *wrong, sep="\n  ", flush=True)
    print(f"{total} points in {len(SCENARIOS)} saves, {failures} wrong")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())

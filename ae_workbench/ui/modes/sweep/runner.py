"""The sweep that runs: a session that watches over it, while worker processes train."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from ae_workbench.engine.sweep.events import SweepEnded
from ae_workbench.engine.sweep.limits import Limits
from ae_workbench.engine.sweep.session import SweepSession
from ae_workbench.storage.sweeps import SweepFolder
from ae_workbench.ui.modes.session_runner import SessionRunner
from ae_workbench.ui.workers import Runnable

MakeSweep = Callable[[SweepFolder, Limits, str], Runnable]
"""Folder, limits, and the address of a cluster or nothing."""


def make_sweep(folder: SweepFolder, limits: Limits, address: str) -> Runnable:
    """A session in worker processes, or on a cluster."""
    if address:
        from ae_workbench.engine.sweep.cluster import RayCrew

        return SweepSession(folder, lambda: RayCrew(address, limits.threads, limits.workers))
    from ae_workbench.engine.sweep.local import LocalCrew

    return SweepSession(folder, lambda: LocalCrew(limits))


class SweepRunner(SessionRunner):
    """At most one sweep at a time, in ``folder``. Its end is told as ``SweepEnded``."""

    def __init__(self, make: MakeSweep = make_sweep, parent: QObject | None = None) -> None:
        super().__init__("sweep_thread", SweepEnded, lambda failure: SweepEnded("failed", error=failure), parent)
        self._make = make
        self.folder: SweepFolder | None = None

    def start(self, folder: SweepFolder, limits: Limits, address: str = "") -> None:
        """Begin or go on with a sweep. Raises ``WorkbenchError``; does nothing while another runs."""
        if not self.is_running:
            session = self._make(folder, limits, address)
            self.folder = folder
            self.begin(session)

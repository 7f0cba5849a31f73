"""How much of this computer a sweep may take."""

import os
from dataclasses import dataclass

from ae_workbench.core.errors import WorkbenchError

MOST_WORKERS = 60
"""Windows waits for no more than 63 connections at once (WaitForMultipleObjects)."""
MOST_THREADS = 64
USUAL_WORKERS = 8
GIGABYTE = 10**9
USUAL_SHARE = 0.6
"""Of the computer's memory, for all workers together."""
LEAST_USUAL = 1.5
"""Gigabytes; TensorFlow alone takes half of one."""


@dataclass(frozen=True)
class Limits:
    """``workers`` processes, each with so many ``threads`` to compute with and so much resident memory.

    Raises:
        WorkbenchError: a number that can't be.
    """

    workers: int
    threads: int
    memory_gb: float

    def __post_init__(self) -> None:
        if not 1 <= self.workers <= MOST_WORKERS:
            raise WorkbenchError(f"A sweep can have from 1 to {MOST_WORKERS} workers, not {self.workers}.")
        if not 1 <= self.threads <= MOST_THREADS:
            raise WorkbenchError(f"A worker can have from 1 to {MOST_THREADS} threads, not {self.threads}.")
        if not 0 < self.memory_gb < 1e6:
            raise WorkbenchError(f"The limit of memory must be a number of gigabytes above 0, such as 4, not {self.memory_gb:g}.")


def core_count() -> int:
    """Cores that this program may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def usual_limits() -> Limits:
    """A worker for each core but one, which is the window's, as far as there is memory for them."""
    import psutil

    usable_gb = psutil.virtual_memory().total / GIGABYTE * USUAL_SHARE
    workers = max(1, min(core_count() - 1, USUAL_WORKERS, int(usable_gb / LEAST_USUAL)))
    return Limits(workers, 1, round(max(usable_gb / workers, LEAST_USUAL), 1))

"""Findings as the diagnosis makes them, and the window that is told of them."""

from pathlib import Path

from ae_workbench.analysis.diagnosis.diagnosis import Change, Diagnosis, GoOn
from ae_workbench.analysis.diagnosis.facts import Inputs
from ae_workbench.ui.diagnosis.watch import Finding
from tests.unit.analysis.diagnosis.cases import PIXELS

ADAM = Change("Use Adam at 0.001", ("optimizer=adam", "learning_rate=0.001"))
SMALLER = Change("Code of 8 units", ("code_size=8",))
STALLED = Diagnosis("stalled", "problem", "The optimizer has stalled", ("It is so.", "It stands.", "Go."), (ADAM,), "terms/optimizer")
DEAD = Diagnosis("dead_units", "warning", "Many code units are dead", ("24 are.", "Go."), (SMALLER,), "terms/dead-unit")
HINT = Diagnosis("unfinished", "hint", "It was still learning", ("It fell.", "Go on."), (GoOn("Go on for 7 epochs", 7),), "terms/epoch")
INPUTS = Inputs(PIXELS, PIXELS, 0.26)


def finding(*diagnoses, run=Path("run"), is_judged=True, inputs=INPUTS, seconds=0.1):
    return Finding(run, 50, diagnoses, is_judged, inputs, seconds)


def tell(window, *diagnoses, **rest):
    """As if the shown run had been looked at."""
    window.diagnosis.watch.found.emit(finding(*diagnoses, **rest))
    return window.diagnosis.chip


def opened(window):
    window.diagnosis.chip.click()
    assert window.diagnosis.popover.isVisible()
    return window.diagnosis.popover

"""The mode in which one or two parameters are varied over a range: sweeps, live and on disk."""

from ae_workbench.ui.modes.mode import Mode
from ae_workbench.ui.modes.sweep.page import SweepPage
from ae_workbench.ui.translation import QT_TRANSLATE_NOOP

MODE = Mode(
    "sweep", QT_TRANSLATE_NOOP("modes", "Sweep"), "chart-spline",
    QT_TRANSLATE_NOOP("modes", "Vary one or two parameters over a range and see what they cost"), SweepPage,
)  # fmt: skip

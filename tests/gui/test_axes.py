from itertools import pairwise

import numpy as np
import pytest
from PySide6.QtGui import QFontMetricsF

from ae_workbench.ui import theme
from ae_workbench.ui.axes import EpochAxis, RoomyAxis, ValueAxis
from ae_workbench.ui.panels.line import Line
from ae_workbench.ui.panels.loss_plot import LossPlot

EPOCHS = (8, 57, 300, 3000, 10_000)
LINE = Line("loss", 0)


def numbers(axis: RoomyAxis) -> list[tuple[float, str]]:
    """Place in pixels along the axis, and text, of each number."""
    low, high = axis.range
    size = axis.size().height() if axis.orientation == "left" else axis.size().width()
    ticks = [(spacing, values) for spacing, values in axis.tickValues(low, high, size) if len(values)][:1]
    return [
        ((value - low) / (high - low) * size, text)
        for spacing, values in ticks
        for value, text in zip(values, axis.tickStrings(values, 1, spacing), strict=True)
    ]


@pytest.mark.parametrize("logarithmic", [False, True])
@pytest.mark.parametrize("percent", [100, 150, 200])
@pytest.mark.parametrize("epochs", EPOCHS)
def test_numbers_of_small_plots_never_touch(qtbot, qapp, usual_size, epochs, percent, logarithmic):
    theme.set_scale(qapp, percent)
    plot = LossPlot()
    qtbot.addWidget(plot)
    plot.set_lines([LINE])
    plot.set_logarithmic(logarithmic)
    x = np.arange(1, epochs + 1)
    plot.set_curve("loss", x, epochs * (0.5 + 3 / x))
    plot.resize(260, 120)
    with qtbot.waitExposed(plot):
        plot.show()
    for side in ("left", "bottom"):
        axis = plot.getPlotItem().getAxis(side)
        metrics = QFontMetricsF(axis.style["tickFont"])
        found = numbers(axis)
        assert found
        for (place, text), (following, other) in pairwise(found):
            room = metrics.capHeight() if side == "left" else (metrics.horizontalAdvance(text) + metrics.horizontalAdvance(other)) / 2
            assert following - place > room


def test_a_plot_with_room_has_the_ticks_that_it_always_had(qtbot):
    plot = LossPlot()
    qtbot.addWidget(plot)
    plot.resize(600, 400)
    axis = EpochAxis("bottom")
    assert axis.tickSpacing(0, 20, 500)[0] == (5.0, 0)
    assert axis.tickSpacing(0, 2, 500)[0] == (1.0, 0.0)


@pytest.mark.parametrize(("kind", "side"), [(RoomyAxis, "bottom"), (ValueAxis, "left"), (EpochAxis, "bottom")])
@pytest.mark.parametrize("ends", [(0.0, 0.0), (3.0, 3.0), (0.0, 1e-300), (-1e300, 1e300)], ids=str)
@pytest.mark.parametrize("size", [1, 300])
def test_any_range_has_ticks(qapp, kind, side, ends, size):
    axis = kind(side)
    assert all(step > 0 for step, _ in axis.tickSpacing(*ends, size))
    assert all(np.isfinite(values).all() for _, values in axis.tickValues(*ends, size))


def test_tens_of_thousands_are_written_out():
    assert ValueAxis("left").logTickStrings([4, 5, -3, 6], 1, 1) == ["10000", "100000", "0.001", "1e+06"]

"""Curves that grow: each report paints once, and no more than what is new."""

import numpy as np
import pytest
from PySide6.QtCore import QPointF
from shiboken6 import delete, isValid

from ae_workbench.storage.run_folder import EpochRecord
from ae_workbench.ui import theme
from ae_workbench.ui.panels.curves import Curves
from ae_workbench.ui.panels.loss_plot import THIN_POINTS
from tests.gui.paintings import Paintings
from tests.gui.turns import HOUR_MS, fire, settle_events

EPOCHS = [EpochRecord(epoch, 0.1, {"loss": 1 / epoch, "val_loss": 1.2 / epoch}) for epoch in (1, 2, 3, 4)]


@pytest.fixture
def curves(qtbot):
    curves = Curves()
    qtbot.addWidget(curves)
    curves.resize(800, 260)
    curves.show_records(EPOCHS)
    curves.show()
    qtbot.waitExposed(curves)
    settle_events()
    for timer in (curves._rest, curves._whole):
        timer.setInterval(HOUR_MS)
    return curves


def draw(curves):
    """Have all drawn and painted that waits for its rest."""
    if curves._stale:
        fire(curves._rest)
    settle_events()


def tell(curves, position, loss):
    curves.run_on(position, {"loss": loss})
    draw(curves)


def inked(plot, place, radius=3) -> bool:
    """Whether there is something else than background around a point of the axes."""
    seen = plot.viewport().grab().toImage()
    middle = plot.mapFromScene(plot.getPlotItem().getViewBox().mapViewToScene(place))
    around = [seen.pixelColor(middle.x() + dx, middle.y() + dy) for dx in range(-radius, radius + 1) for dy in range(-radius, radius + 1)]
    return max(colour.saturation() for colour in around) > 40


def ends(plot, key="loss"):
    """Where a tip ends, as the axes count."""
    box = plot.getPlotItem().getViewBox()
    return box.mapToView(plot._tips[key].path().currentPosition())


def test_a_tip_is_painted_and_little_else(curves):
    tell(curves, 4.3, 0.24)
    painted = Paintings(curves.plot.viewport())
    tell(curves, 4.4, 0.235)
    assert len(painted.places) == 1
    plot = painted.places[0].size(), curves.plot.viewport().size()
    assert plot[0].width() * plot[0].height() < 0.2 * plot[1].width() * plot[1].height()
    assert inked(curves.plot, ends(curves.plot))
    assert ends(curves.plot).x() == pytest.approx(4.4, abs=0.01) and ends(curves.plot).y() == pytest.approx(0.235, abs=0.01)


def test_axes_make_room_in_the_same_painting(curves):
    tell(curves, 4.3, 0.24)
    painted = Paintings(curves.plot.viewport())
    tell(curves, 4.4, 3.0)
    assert len(painted.places) == 1
    assert curves.plot.getPlotItem().getViewBox().viewRange()[1][1] >= 3.0
    assert inked(curves.plot, ends(curves.plot))
    assert ends(curves.plot).y() == pytest.approx(3.0, abs=0.05)


def test_what_moves_by_less_than_half_a_pixel_is_not_painted(curves):
    tell(curves, 4.3, 0.24)
    painted = Paintings(curves.plot.viewport())
    tell(curves, 4.3001, 0.24)
    assert not painted.places


def test_the_first_epoch_draws_its_course_without_moving_the_epoch_axis(curves):
    curves.clear()
    box = curves.plot.getPlotItem().getViewBox()
    ranges = []
    for step in range(1, 10):
        tell(curves, step / 10, 0.7 - step / 20)
        ranges.append(tuple(np.round(box.viewRange()[0], 6)))
    assert len(set(ranges)) == 1 and ranges[0][0] <= 0 < 1 <= ranges[0][1]
    assert curves.plot._tips["loss"].path().elementCount() == 9
    assert inked(curves.plot, ends(curves.plot))
    curves.add(1, {"loss": 0.3, "val_loss": 0.25})
    fire(curves._whole)
    draw(curves)
    assert curves.plot._tips["loss"].path().isEmpty()


COURSES = {"one epoch": [(0.33, 0.27)], "two epochs": [(0.3, 0.31), (0.29, 0.32)], "rising": [(n, 1.2 * n) for n in range(1, 30)]}


@pytest.mark.parametrize("course", COURSES.values(), ids=COURSES)
@pytest.mark.parametrize("is_logarithmic", [False, True], ids=["linear", "logarithmic"])
def test_no_point_lies_under_the_words_in_the_corner(curves, course, is_logarithmic):
    curves.resize(360, 190)
    curves.log_button.setChecked(is_logarithmic)
    curves.show_records([EpochRecord(epoch, 0.1, {"loss": loss, "val_loss": val}) for epoch, (loss, val) in enumerate(course, 1)])
    curves.grab()  # axes find their ends when they are painted
    for item in curves.plot._items.values():
        for point in zip(*item.getData(), strict=True):
            place = curves.plot.mapFromScene(curves.plot.getPlotItem().getViewBox().mapViewToScene(QPointF(*point)))
            assert curves.plot.rect().contains(place) and not curves.plot.caption.geometry().adjusted(0, 0, 0, 2).contains(place)


def test_curves_that_fall_have_the_plot_s_whole_height(curves):
    curves.resize(360, 190)
    curves.grab()  # axes find their ends when they are painted
    box = curves.plot.getPlotItem().getViewBox()
    highest = max(item.yData.max() for item in curves.plot._items.values())
    assert box.mapViewToScene(QPointF(1, highest)).y() < 0.2 * box.height()


def test_a_tip_follows_the_size_and_a_logarithmic_axis(curves):
    tell(curves, 4.5, 0.2)
    curves.resize(500, 400)
    settle_events()
    assert ends(curves.plot).y() == pytest.approx(0.2, abs=0.01)
    curves.log_button.click()
    settle_events()
    assert ends(curves.plot).y() == pytest.approx(np.log10(0.2), abs=0.01)
    assert inked(curves.plot, ends(curves.plot))
    tell(curves, 4.6, 0.0)
    assert not curves.plot._tips["loss"].path().isEmpty(), "what has no logarithm is left out"


def test_tips_go_with_their_curves(curves):
    tell(curves, 4.5, 0.2)
    plot = curves.plot
    curves.clear()
    assert not plot._tips
    curves.show_records(EPOCHS)
    assert set(plot._tips) == {"loss", "val_loss"} and all(tip.path().isEmpty() for tip in plot._tips.values())


def test_epochs_that_come_fast_lengthen_the_tips_and_soon_the_curves(curves):
    many = [EpochRecord(epoch, 0.1, {"loss": 1 / epoch, "val_loss": 1.2 / epoch}) for epoch in range(1, 67)]
    curves.show_records(many)  # the axis has room for two more
    settle_events()
    curves.add(67, {"loss": 0.5, "val_loss": 0.55})
    draw(curves)
    painted = Paintings(curves.plot.viewport())
    curves.add(68, {"loss": 0.6, "val_loss": 0.65})
    draw(curves)
    loss = curves.plot._items["loss"]
    assert ends(curves.plot).x() == pytest.approx(68, abs=0.2) and loss.xData[-1] == 66
    assert max(place.width() for place in painted.places) < curves.plot.width() / 4
    assert inked(curves.plot, ends(curves.plot))
    fire(curves._whole)
    draw(curves)
    assert loss.xData[-2:].tolist() == [67, 68]
    assert curves.plot._tips["loss"].path().isEmpty()


def test_an_epoch_that_is_trained_again_is_drawn_with_its_curve(curves):
    curves.show_records(EPOCHS)
    curves.add(3, {"loss": 0.5, "val_loss": 0.6})
    draw(curves)
    assert not curves.is_behind, "it doesn't wait for the next drawing of whole curves"
    assert curves.plot._items["loss"].yData.tolist() == [1, 0.5, 0.5]


def test_only_very_long_curves_are_a_pixel_thin(curves):
    def widths():
        return {item.opts["pen"].widthF() for item in curves.plot._items.values()}

    assert min(widths()) > 1
    curves.show_records([EpochRecord(epoch, 0.1, {"loss": 1 / epoch, "val_loss": 1.2 / epoch}) for epoch in range(1, THIN_POINTS + 2)])
    assert widths() == {1}
    curves.plot.dress()
    assert widths() == {1}
    curves.show_records(EPOCHS)
    assert min(widths()) > 1


def test_tips_take_the_theme_s_colours_until_their_plot_is_gone(qapp):
    curves = Curves()
    curves.show_records(EPOCHS)
    plot, light = curves.plot, curves.plot._tips["loss"].pen().color()
    theme.apply(qapp, "dark")
    assert plot._tips["loss"].pen().color() != light
    delete(curves)
    theme.apply(qapp, "light")
    assert not isValid(plot)

"""Before and after, compared: the handle between them, zoom, and filters beside the run."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from ae_workbench.ui.modes.documents.jobs import RUN
from tests.gui.documents.cleaning import LEFT, number, settle
from tests.gui.viewing import pixels


def test_the_first_look_shows_a_page_cleaned_and_measured_beside_filters(page):
    assert page.side.run.name == "documents" and page.view.after is not None
    before, after, best_filter = (number(page, way, "rmse") for way in ("before", RUN, "background"))
    assert after < best_filter < before < number(page, "median", "rmse")
    assert page.side.quality.numbers[RUN, "psnr"].font().weight() > page.side.quality.numbers["median", "psnr"].font().weight()
    assert not page.waves.isVisible()


def test_the_handle_is_dragged_and_shows_more_of_either_side(qtbot, page):
    view = page.view
    y = view.height() // 2
    brightness = []
    for share in (0.9, 0.1):
        qtbot.mousePress(view, LEFT, pos=QPoint(round(view.handle_x), y))
        qtbot.mouseMove(view, QPoint(round(share * view.width()), y))
        qtbot.mouseRelease(view, LEFT, pos=QPoint(round(share * view.width()), y))
        assert view.split == pytest.approx(share, abs=0.01)
        brightness.append(pixels(view).mean())
    assert brightness[1] > brightness[0] + 2  # the cleaned one is white


def test_keys_move_the_handle_and_zoom(qtbot, page):
    view = page.view
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_Left)
    assert view.split == pytest.approx(0.48)
    qtbot.keyClick(view, Qt.Key.Key_End)
    assert view.split == 1
    qtbot.keyClick(view, Qt.Key.Key_Plus)
    assert view.port.zoom > 1
    qtbot.keyClick(view, Qt.Key.Key_1)
    assert view.port.scale == pytest.approx(max(1 / view.devicePixelRatioF(), view.port.fitted.width() / view.port.picture.width()))
    qtbot.keyClick(view, Qt.Key.Key_0)
    assert view.port.zoom == 1


def test_the_wheel_zooms_at_the_pointer_and_a_zoomed_picture_is_dragged(qtbot, page):
    view = page.view
    at = QPointF(view.port.seen.center().x() + 40, view.height() / 2 - 60)
    place = view.port.source(view.port.seen)

    def under():
        whole = view.port.place
        return (at.x() - whole.x()) / whole.width(), (at.y() - whole.y()) / whole.height()

    before = under()
    event = QWheelEvent(
        at, view.mapToGlobal(at), QPoint(), QPoint(0, 480), Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(view, event)
    assert view.port.zoom > 2 and under() == pytest.approx(before, abs=1e-6)
    start = view.port.place.topLeft()
    view.set_split(0.0)
    far = QPoint(view.width() // 2, view.height() // 2)
    qtbot.mousePress(view, LEFT, pos=far)
    qtbot.mouseMove(view, far + QPoint(30, 20))
    qtbot.mouseRelease(view, LEFT, pos=far + QPoint(30, 20))
    assert view.port.place.topLeft() == start + QPointF(30, 20) and view.split == 0
    assert view.port.source(view.port.seen).width() < place.width()
    qtbot.mouseDClick(view, LEFT, pos=far)
    assert view.port.zoom == 1


def test_a_filter_is_seen_in_place_of_the_run(qtbot, page):
    cleaned = page.view.after
    qtbot.mouseClick(page.side.quality.buttons["median"], LEFT, pos=QPoint(8, 8))
    settle(qtbot, page)
    assert page.view.after is page.desk.results["median"].shown.levels is not cleaned
    assert page.view.titles[1] == "Median filter"
    qtbot.mouseClick(page.side.quality.buttons["before"], LEFT, pos=QPoint(8, 8))
    assert page.view.after is None and not page.tools.save_button.isEnabled()
    qtbot.mouseClick(page.side.quality.buttons[RUN], LEFT, pos=QPoint(8, 8))
    settle(qtbot, page)
    assert page.view.after is cleaned

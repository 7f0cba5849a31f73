"""A page of one's own: dropped, measured, refused where it can't be opened, given up while it is cleaned."""

import numpy as np
import pytest
from PIL import Image

from ae_workbench.ui.modes.documents import asking
from ae_workbench.ui.modes.documents.jobs import RUN
from tests.gui.documents.cleaning import LEFT, WAIT_MS, number, saved_page, settle
from tests.gui.dropping import drop


def test_a_page_of_ones_own_is_dropped_and_measured_against_its_clean_version(qtbot, page, tmp_path, monkeypatch):
    noisy = saved_page(tmp_path, colour=True)
    with qtbot.waitSignal(page.desk.opened_changed, timeout=WAIT_MS):
        drop(page, noisy)
    settle(qtbot, page)
    assert page.desk.seen.shown.media.shape == (150, 200, 3) and page.side.name_label.text() == "5.png"
    assert "200×150" in page.side.about_label.text() and page.side.clean_label.isVisible()
    monkeypatch.setattr(asking, "clean_version", lambda parent, kind: tmp_path / "clean" / "5.png")
    qtbot.mouseClick(page.side.clean_button, LEFT)
    qtbot.waitUntil(lambda: page.desk.opened.clean is not None, timeout=WAIT_MS)
    settle(qtbot, page)
    assert number(page, RUN, "rmse") < number(page, "before", "rmse")


@pytest.mark.parametrize("name", ["broken.png", "broken.wav", "none.png"])
def test_what_cannot_be_opened_is_said_and_what_is_open_stays(qtbot, page, tmp_path, name):
    if "broken" in name:
        (tmp_path / name).write_bytes(b"nonsense")
    opened = page.desk.opened
    with qtbot.waitSignal(page.desk.refused, timeout=WAIT_MS):
        page.open_path(tmp_path / name)
    assert "can't be read" in page.messages.text() and page.desk.opened is opened
    assert not page.tools.progress.isVisible()


def test_cleaning_is_cancelled(qtbot, page, tmp_path, monkeypatch):
    Image.fromarray(np.zeros((3000, 3000), np.uint8)).save(tmp_path / "large.png")
    page.open_path(tmp_path / "large.png")
    qtbot.waitUntil(lambda: page.tools.progress.isVisible() and page.tools.progress.value() > 0, timeout=WAIT_MS)
    qtbot.mouseClick(page.tools.cancel_button, LEFT)
    qtbot.waitUntil(lambda: not page.tools.progress.isVisible(), timeout=WAIT_MS)
    with qtbot.waitSignal(page.desk.runs_changed, timeout=WAIT_MS):  # the thread is free again
        page.desk.list_runs()
    assert page.view.after is None and page.messages.text() == ""

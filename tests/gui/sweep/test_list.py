"""Sweeps on disk: opened, deleted and brought back."""

from datetime import datetime

import pytest

from ae_workbench.engine.sweep.listing import SweepSummary
from ae_workbench.ui.keys import DELETE_KEYS
from ae_workbench.ui.modes.sweep.sweep_list import SweepsView
from tests.gui.sweep.sweeps import run_it, shown
from tests.gui.type_size import enlarge
from tests.gui.windows import WAIT_MS


def test_a_sweep_on_disk_is_opened_deleted_and_brought_back(qtbot, window, page):
    run_it(qtbot, page)
    path = page.folder.path
    page.open_run(0)
    window.modes.show("sweep")
    qtbot.waitUntil(lambda: page.sweeps.count == 1, timeout=WAIT_MS)
    page.sweeps.list.setCurrentRow(0)
    page.sweeps.delete_button.click()
    assert not path.exists() and page.pages.currentWidget() is page.empty and window.workspace.run is None
    assert window.modes.key == "sweep" and "in the trash" in page.messages.text()
    page.messages.offer_button.click()
    qtbot.waitUntil(lambda: path.exists() and page.sweeps.count == 1, timeout=WAIT_MS)
    page.sweeps.list.setCurrentRow(0)
    page.sweeps.open_button.click()
    qtbot.waitUntil(lambda: page.folder is not None, timeout=WAIT_MS)
    assert len(shown(page)) == 5 and page.folder.path == path


@pytest.mark.parametrize("key", DELETE_KEYS)
def test_a_key_in_the_list_deletes_the_chosen_sweep(qtbot, tmp_path, key):
    view = SweepsView()
    qtbot.addWidget(view)
    view.show_sweeps([SweepSummary(tmp_path, datetime.now(), problem="There is no sweep.")])
    view.list.setCurrentRow(0)
    with qtbot.waitSignal(view.delete_requested, timeout=WAIT_MS) as asked:
        qtbot.keyClick(view.list, key)
    assert asked.args == [tmp_path]


def test_earlier_sweeps_have_room_for_two_lines_of_larger_type(qtbot, window, page, usual_size):
    run_it(qtbot, page)
    qtbot.waitUntil(lambda: page.sweeps.count == 1, timeout=WAIT_MS)
    enlarge(window, 200)
    assert page.sweeps.list.item(0).sizeHint().height() >= 2 * page.sweeps.list.fontMetrics().height()

"""Two windows on one run: the first holds it, the second reads it only."""

import subprocess
import sys
from pathlib import Path

from ae_workbench.storage.paths import runs_home
from ae_workbench.storage.run_folder import RunFolder
from tests.faults.holder import held_elsewhere
from tests.gui.fakes import small_dataset
from tests.gui.survival.acting import SHORT, click, until_told
from tests.gui.windows import WAIT_MS, close, open_window


def test_the_second_to_open_a_run_reads_it_only_and_says_so(qtbot, cut_off):
    RunFolder.open(cut_off).end("finished")
    with open_window(qtbot) as window:
        with held_elsewhere(cut_off):
            assert window.documents.open_path(cut_off)
            assert window.workspace.run == cut_off
            until_told(qtbot, window, "here it can be looked at, but not trained, renamed or deleted")
            click(qtbot, window.training.more_button)
            qtbot.waitUntil(lambda: "open in another AE Workbench" in window.training.status.text(), timeout=WAIT_MS)
            page = window.runs_flow.viewer.list_page
            page.files.rename(cut_off, "simple", "Mine")
            assert "can't be renamed" in window.messages.text()
            page.files.delete([summary(window)])
            assert "can't be deleted" in window.messages.text()
        window.documents.open_path(cut_off)
        assert "looked at" not in window.messages.text(), "a program that was killed holds nothing"
        click(qtbot, window.training.more_button)
        qtbot.waitUntil(lambda: "Finished after" in window.training.status.text(), timeout=WAIT_MS)


def test_a_shown_run_is_this_window_s_until_another_is_shown_or_it_closes(qtbot, cut_off):
    other = RunFolder.create(runs_home() / "other", SHORT, small_dataset()).path
    with open_window(qtbot) as window:
        window.documents.open_path(cut_off)
        assert is_refused(cut_off) and not is_refused(other)
        window.documents.open_path(other)
        assert is_refused(other) and not is_refused(cut_off)
        close(qtbot, window)
        assert not is_refused(other)


def summary(window):
    return window.runs_flow.viewer._list_job().own[0]


def is_refused(run: Path) -> bool:
    """Whether another process finds the run held."""
    code = "import sys; from pathlib import Path; from ae_workbench.storage.lock import is_held_elsewhere as held\n"
    code += "sys.exit(held(Path(sys.argv[1])))"
    return subprocess.run([sys.executable, "-c", code, str(run)], check=False).returncode == 1

"""Results saved and copied, one at a time and a folder at once."""

from pathlib import Path

import numpy as np
from PIL import Image
from PySide6.QtGui import QGuiApplication

from ae_workbench.ui.modes.documents import asking
from tests.gui.documents.cleaning import LEFT, WAIT_MS, saved_page


def test_the_result_is_saved_and_copied(qtbot, page, tmp_path, monkeypatch):
    made = page.desk.seen.shown.media
    monkeypatch.setattr(asking, "place_to_save", lambda parent, suggested, kind: tmp_path / "mine.png")
    with qtbot.waitSignal(page.desk.saved, timeout=WAIT_MS):
        qtbot.mouseClick(page.tools.save_button, LEFT)
    np.testing.assert_array_equal(np.asarray(Image.open(tmp_path / "mine.png"))[..., None], made)
    assert "mine.png" in page.messages.text()
    qtbot.mouseClick(page.tools.copy_button, LEFT)
    clipboard = QGuiApplication.clipboard()
    assert clipboard.image().size() == page.view.after.size
    copied = Path(clipboard.mimeData().urls()[0].toLocalFile())
    assert copied == page.tools.drag_button.file
    np.testing.assert_array_equal(np.asarray(Image.open(copied))[..., None], made)


def test_a_place_to_save_gets_an_ending(monkeypatch, page, tmp_path):
    typed = iter([str(tmp_path / "a"), str(tmp_path / "b.jpg"), ""])
    monkeypatch.setattr("PySide6.QtWidgets.QFileDialog.getSaveFileName", lambda *arguments: (next(typed), ""))
    assert asking.place_to_save(page, "x.png", "pages") == tmp_path / "a.png"
    assert asking.place_to_save(page, "x.png", "pages") == tmp_path / "b.jpg"
    assert asking.place_to_save(page, "x.png", "pages") is None


def test_a_folder_is_cleaned_with_what_went_wrong_told(qtbot, page, tmp_path, monkeypatch):
    for seed in (5, 6):
        saved_page(tmp_path, seed)
    (tmp_path / "noisy" / "broken.png").write_bytes(b"nonsense")
    monkeypatch.setattr(asking, "folders", lambda parent: (tmp_path / "noisy", tmp_path / "made"))
    with qtbot.waitSignal(page.desk.batch_ended, timeout=WAIT_MS):
        qtbot.mouseClick(page.tools.folder_button, LEFT)
    assert sorted(path.name for path in (tmp_path / "made").iterdir()) == ["5.png", "6.png"]
    assert "broken.png" in page.messages.text() and "made" in page.messages.text()


def test_files_that_are_in_the_folder_stay(qtbot, page, tmp_path, monkeypatch):
    saved_page(tmp_path, 5)
    (tmp_path / "made").mkdir()
    (tmp_path / "made" / "5.png").write_bytes(b"mine")
    monkeypatch.setattr(asking, "folders", lambda parent: (tmp_path / "noisy", tmp_path / "made"))
    with qtbot.waitSignal(page.desk.batch_ended, timeout=WAIT_MS):
        qtbot.mouseClick(page.tools.folder_button, LEFT)
    assert sorted(path.name for path in (tmp_path / "made").iterdir()) == ["5 2.png", "5.png"]
    assert (tmp_path / "made" / "5.png").read_bytes() == b"mine"

"""Images that come onto the canvas and go out of it."""

import threading

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QFileDialog

from tests.gui.canvas.waiting import answered
from tests.gui.drawing import WAIT_MS, draw
from tests.gui.dropping import drop, would_take

CONTROL = Qt.KeyboardModifier.ControlModifier


def paper(tmp_path):
    """A dark seven on white paper."""
    image = QImage(200, 150, QImage.Format.Format_RGB888)
    image.fill(Qt.GlobalColor.white)
    for x in range(60, 140):
        for y in range(20, 32):
            image.setPixelColor(x, y, Qt.GlobalColor.black)
    path = tmp_path / "paper.png"
    assert image.save(str(path))
    return path, image


def test_an_image_is_dropped_and_pasted(qtbot, canvas, tmp_path):
    path, image = paper(tmp_path)
    with qtbot.waitSignal(canvas.looking.picture_read, timeout=WAIT_MS):
        drop(canvas.view, path)
    dropped = canvas.pad.content
    assert dropped.max() == 255
    assert np.median(dropped) == 0
    canvas.clear()
    QGuiApplication.clipboard().setImage(image)
    with qtbot.waitSignal(canvas.looking.picture_read, timeout=WAIT_MS):
        qtbot.keyClick(canvas.view, Qt.Key.Key_V, CONTROL)
    assert np.abs(canvas.pad.content.astype(int) - dropped).mean() < 2
    canvas.tools.undo_button.click()
    assert canvas.pad.is_blank


def test_only_pictures_are_taken_so_that_the_window_gets_the_rest(canvas, tmp_path):
    (tmp_path / "run").mkdir()
    assert would_take(canvas.view, tmp_path / "seven.PNG", tmp_path / "one.jpg")
    for name in ("shared.aew", "recipe.json", "arrays.npz", "table.csv", "run"):
        assert not would_take(canvas.view, tmp_path / name), name
    assert not would_take(canvas.view, tmp_path / "seven.png", tmp_path / "shared.aew")


def test_of_several_pictures_the_first_is_taken_and_the_others_are_named(qtbot, canvas, tmp_path):
    path, _ = paper(tmp_path)
    said = []
    canvas.refused.connect(said.append)
    with qtbot.waitSignal(canvas.looking.picture_read, timeout=WAIT_MS):
        drop(canvas.view, path, *(tmp_path / f"{number}.png" for number in range(4)))
    assert [text.partition(". ")[2] for text in said] == ["Left out: 0.png, 1.png, 2.png, …"]
    assert not canvas.pad.is_blank


def test_what_is_no_image_is_refused_with_a_sentence(qtbot, canvas, tmp_path):
    (tmp_path / "notes.png").write_text("no image")
    with qtbot.waitSignal(canvas.refused, timeout=WAIT_MS) as refused:
        canvas.files.take_file(str(tmp_path / "notes.png"))
    assert "notes.png" in refused.args[0]
    assert canvas.pad.is_blank


def test_drawing_and_result_are_saved_as_png(qtbot, canvas, tmp_path):
    draw(qtbot, canvas.view)
    answered(qtbot, canvas)
    with qtbot.waitSignal(canvas.told, timeout=WAIT_MS):
        canvas.files.save_drawing(tmp_path / "drawing.png")
    assert QImage(str(tmp_path / "drawing.png")).width() == 280
    with qtbot.waitSignal(canvas.told, timeout=WAIT_MS):
        canvas.files.save_result(tmp_path / "result.png")
    result = QImage(str(tmp_path / "result.png"))
    assert result.width() > 4 * 280  # drawing, what the model sees, output, difference
    with qtbot.waitSignal(canvas.refused, timeout=WAIT_MS) as refused:
        canvas.files.save_drawing(tmp_path / "no folder" / "drawing.png")
    assert "drawing.png can't be written" in refused.args[0]


def test_a_drawing_is_saved_under_the_chosen_name_as_png(qtbot, canvas, tmp_path, monkeypatch):
    draw(qtbot, canvas.view)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "drawing v1.2"), "PNG images (*.png)"))
    with qtbot.waitSignal(canvas.told, timeout=WAIT_MS):
        canvas.files.ask_drawing()
    assert QImage(str(tmp_path / "drawing v1.2.png")).width() == 280


def test_pictures_are_written_beside_the_window_and_none_is_dropped(qtbot, canvas, tmp_path):
    draw(qtbot, canvas.view)
    codec, go_on = canvas.looking.evaluator._asker._codec, threading.Event()
    codec.ask("something long", lambda: go_on.wait(5))
    paths = [tmp_path / f"{number}.png" for number in range(3)]
    for path in paths:
        canvas.files.save_drawing(path)
    assert not any(path.exists() for path in paths)
    go_on.set()
    qtbot.waitUntil(lambda: all(path.exists() for path in paths), timeout=WAIT_MS)


def test_the_drawing_is_copied(qtbot, canvas):
    draw(qtbot, canvas.view)
    qtbot.keyClick(canvas.view, Qt.Key.Key_C, CONTROL)
    assert QGuiApplication.clipboard().image().width() == 280

"""Pictures, arrays and recipes dropped onto the window."""

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from ae_workbench.core.recipe import recipe_text
from ae_workbench.variants.recipes import find_recipe
from tests.gui.dropping import drop
from tests.gui.windows import WAIT_MS


@pytest.mark.parametrize("name", ["bar.png", "bar.PPM", "bar.tif"])
def test_a_picture_dropped_onto_the_window_comes_onto_the_canvas(qtbot, window, tmp_path, name):
    picture = QImage(40, 40, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.black)
    for x in range(15, 25):
        for y in range(8, 32):
            picture.setPixelColor(x, y, Qt.GlobalColor.white)
    assert picture.save(str(tmp_path / name))
    window.canvas_dock.hide()
    drop(window, tmp_path / name)
    assert window.canvas_dock.isVisible()
    qtbot.waitUntil(lambda: window.canvas.undo_stack.count() == 1, timeout=WAIT_MS)
    assert window.canvas.pad.pixels.max() == 255


def test_a_broken_picture_is_refused_in_a_sentence(qtbot, window, tmp_path):
    (tmp_path / "broken.png").write_bytes(b"\x89PNG")
    drop(window, tmp_path / "broken.png")
    qtbot.waitUntil(window.messages.isVisible, timeout=WAIT_MS)
    assert "broken.png" in window.messages.line.text()
    assert window.canvas.undo_stack.count() == 0


def test_dropped_arrays_and_recipes_are_opened(qtbot, window, tmp_path):
    np.save(tmp_path / "mine.npy", np.zeros((20, 28, 28), np.uint8))
    drop(window, tmp_path / "mine.npy")
    assert window.model.recipe.data.key == "array"
    (tmp_path / "deep.json").write_text(recipe_text(find_recipe("deep")), encoding="utf-8")
    drop(window, tmp_path / "deep.json")
    assert window.model.recipe.variant == "deep"

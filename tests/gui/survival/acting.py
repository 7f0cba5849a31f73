"""A short training, and what a person does about it: clicks, and waits for words."""

from PySide6.QtCore import Qt

from ae_workbench.variants.recipes import find_recipe, with_settings
from tests.gui.windows import WAIT_MS

SHORT = with_settings(find_recipe("simple"), ["epochs=4", "code_size=4"])


def click(qtbot, button):
    assert button.isVisible() and button.isEnabled()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def until_told(qtbot, window, words):
    qtbot.waitUntil(lambda: words in window.messages.text(), timeout=WAIT_MS)

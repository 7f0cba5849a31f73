"""A short training, the buttons pressed for it, and what comes of it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from ae_workbench.storage.paths import runs_home
from ae_workbench.variants.recipes import find_recipe, with_settings
from tests.gui.windows import WAIT_MS

SHORT = with_settings(find_recipe("simple"), ["epochs=3"])


def press(qtbot, window, name):
    button = window.findChild(QPushButton, name)
    assert button.isEnabled(), name
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def until(qtbot, window, state):
    qtbot.waitUntil(lambda: window.training.state is state, timeout=WAIT_MS)


def runs():
    return sorted(runs_home().iterdir()) if runs_home().is_dir() else []

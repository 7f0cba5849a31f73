"""Every control of the window has a name, is explained and shows its state."""

import pytest
from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QComboBox, QMenu, QProgressBar, QPushButton, QSpinBox, QWidget

from ae_workbench.core.errors import WorkbenchError
from ae_workbench.ui import theme
from ae_workbench.ui.colour_map_menu import ColourMapMenu


def test_the_public_names_are_there(window):
    kinds = {
        "variant_cards": QWidget, "preset_box": QComboBox, "data_box": QComboBox, "start_button": QPushButton,
        "pause_button": QPushButton, "epoch_button": QPushButton, "stop_button": QPushButton, "epochs_box": QSpinBox,
        "progress_bar": QProgressBar, "loss_plot": QWidget, "reconstructions_view": QWidget,
    }  # fmt: skip
    for name, kind in kinds.items():
        assert len(window.findChildren(kind, name)) == 1, name


def test_every_control_can_be_named_and_is_explained(window):
    for button in window.training.findChildren(QPushButton):
        assert button.objectName() and (button.accessibleName() or button.text()) and button.toolTip(), button.text()


def test_commands_that_are_off_say_why_as_their_buttons_do(window):
    usual = window.actions_["start"].toolTip()
    window.model.refuse(WorkbenchError("Code size must be a whole number."), "parameters")
    for key in ("start", "epoch"):
        assert not window.actions_[key].isEnabled() and "whole number" in window.actions_[key].toolTip()
    window.model.refuse(None)
    assert window.actions_["start"].toolTip() == usual


@pytest.mark.parametrize("scheme", ["dark", "light"])
def test_an_open_menu_shows_which_commands_are_on(qapp, window, scheme):
    theme.apply(qapp, scheme)
    menus = [menu for menu in window.findChildren(QMenu) if not isinstance(menu, ColourMapMenu)]  # which has a mark of its own
    checkable = [(menu, action) for menu in menus for action in menu.actions() if action.isCheckable()]
    assert len(checkable) > 10
    same = [action.text() for menu, action in checkable if look(menu, action, True) == look(menu, action, False)]
    theme.apply(qapp, "light")
    assert same == []


def look(menu, action, on):
    """How an entry is painted while it is on or off."""
    was = action.isChecked()
    menu.ensurePolished()
    menu.resize(menu.sizeHint())
    with QSignalBlocker(action):
        action.setChecked(on)
        painted = menu.grab(menu.actionGeometry(action)).toImage()
        action.setChecked(was)
    return painted

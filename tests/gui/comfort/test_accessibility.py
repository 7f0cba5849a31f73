"""For those who can't see, point or tell colours apart: names, explanations and the colours of classes."""

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAction, QColor
from PySide6.QtWidgets import QAbstractScrollArea, QComboBox, QMenu, QWidget

from ae_workbench.ui import theme


def is_inner(widget):
    """Whether it is a part of Qt's or pyqtgraph's own controls: a list that drops down, what a plot scrolls, a menu nobody opens."""
    parent = widget.parentWidget()
    drops_down = isinstance(parent.parentWidget(), QComboBox) if parent else False
    scrolls = isinstance(parent, QAbstractScrollArea) and parent.viewport() is widget
    in_menu = any(isinstance(above, QMenu) for above in ancestors(widget))
    return widget.objectName().startswith("qt_") or drops_down or scrolls or in_menu


def ancestors(widget):
    while (widget := widget.parentWidget()) is not None:
        yield widget


def test_every_control_that_takes_the_focus_has_a_name(window):
    nameless = []
    for widget in window.findChildren(QWidget):
        takes_keys = widget.focusPolicy() & Qt.FocusPolicy.TabFocus and not is_inner(widget)
        if takes_keys and not QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name):
            nameless.append(f"{type(widget).__name__} “{widget.objectName()}” in {type(widget.parentWidget()).__name__}")
    assert nameless == []


def test_every_command_says_what_it_is_for(window):
    silent = [action.objectName() for action in window.actions_.findChildren(QAction) if not action.toolTip()]
    assert silent == []


@pytest.mark.parametrize("colours", [theme.LIGHT, theme.DARK], ids=lambda each: each.name)
def test_class_colours_differ_for_colour_blind_people_too(colours):
    """Machado, Oliveira and Fernandes 2009, severity 1: protanopia, deuteranopia, tritanopia. Distances are CIE76 in Lab."""
    for matrix in BLINDNESS.values():
        seen = [lab(np.clip(np.array(matrix) @ linear(colour), 0, 1)) for colour in colours.series]
        nearest = min(np.linalg.norm(one - other) for place, one in enumerate(seen) for other in seen[:place])
        assert nearest > 9


BLINDNESS = {
    "protanopia": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deuteranopia": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "tritanopia": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}


def linear(colour):
    parts = np.array(QColor(colour).getRgbF()[:3])
    return np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)


def lab(rgb):
    xyz = np.array(((0.4124, 0.3576, 0.1805), (0.2126, 0.7152, 0.0722), (0.0193, 0.1192, 0.9505))) @ rgb / (0.9505, 1.0, 1.089)
    x, y, z = np.where(xyz > 0.008856, np.cbrt(xyz), 7.787 * xyz + 16 / 116)
    return np.array((116 * y - 16, 500 * (x - y), 200 * (y - z)))

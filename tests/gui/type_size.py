"""Larger type, and what it leaves no room for."""

from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QWidget

from ae_workbench.ui import theme
from ae_workbench.ui.help.context import HelpButton


def enlarge(window, percent):
    while theme.type_scale() < percent:
        window.actions_["larger"].trigger()


def cut(inside):
    """What in it has less room than its words need, or sticks out at its right."""
    kinds = QAbstractButton | QComboBox | QLabel
    shown = [
        each for each in inside.findChildren(QWidget) if each.isVisible() and isinstance(each, kinds) and not isinstance(each, HelpButton)
    ]
    return [
        each.objectName() or each.text() for each in shown
        if each.width() < each.minimumSizeHint().width() or each.mapTo(inside, each.rect().topRight()).x() >= inside.width()
    ]  # fmt: skip

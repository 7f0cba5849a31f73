"""Finds the dialogs that the window has opened."""

from PySide6.QtWidgets import QDialog


def dialog(window, name):
    return next(found for found in window.findChildren(QDialog) if found.objectName() == name and found.isVisible())

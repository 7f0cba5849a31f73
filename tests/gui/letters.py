"""The letters that are pressed with Alt, as they are seen in a window."""

from collections import Counter

from PySide6.QtWidgets import QAbstractButton, QLabel

from ae_workbench.ui.menu_letters import letter_of


def letters_seen(window):
    """Who has which letter, of the menu bar and everything visible."""
    found = [(letter_of(action.text()), action.text()) for action in window.menuBar().actions()]
    for label in window.findChildren(QLabel):
        if label.isVisible() and label.buddy() is not None:
            found.append((letter_of(label.text()), label.text()))
    for button in window.findChildren(QAbstractButton):
        if button.isVisible():
            found.append((letter_of(button.text()), button.text()))
    return [(letter, words) for letter, words in found if letter]


def given_twice(found):
    counts = Counter(letter for letter, _ in found)
    return [(letter, words) for letter, words in found if counts[letter] > 1]

"""A letter to press for every entry of a menu, none twice."""

from functools import partial
from string import ascii_uppercase

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from ae_workbench.ui.words import without_mnemonic

WORDS = "wordsBeforeLetters"


def keep_letters(menu: QMenu) -> None:
    """Give letters each time the menu opens: entries come and go, and may be of another viewer."""
    menu.aboutToShow.connect(partial(give_letters, menu))


def give_letters(menu: QMenu) -> None:
    """Entries keep the letter that is marked in their words where no earlier one has it.

    Others get one of their words, or any in brackets where they have no such letters.
    """
    actions = [action for action in menu.actions() if action.isVisible() and not action.isSeparator()]
    taken: set[str] = set()
    without = []
    for action in actions:
        words = _words(action)
        if (letter := letter_of(words)) and letter not in taken:
            taken.add(letter)
            _set(action, words)
        else:
            without.append(action)
    for action in without:
        _set(action, _with_letter(without_mnemonic(_words(action)), taken))


def letter_of(words: str) -> str:
    """The marked letter; empty where there is none."""
    return QKeySequence.mnemonic(words).toString().removeprefix("Alt+")


def _words(action: QAction) -> str:
    """As somebody wrote them, whatever letter the entry got in the company of others."""
    given, before = action.property(WORDS) or ("", "")
    return before if given == action.text() else action.text()


def _set(action: QAction, words: str) -> None:
    before = _words(action)
    if action.text() != words:
        action.setText(words)
    action.setProperty(WORDS, (words, before))


def _with_letter(words: str, taken: set[str]) -> str:
    """Initials first."""
    places = [place for place, sign in enumerate(words) if sign.upper() in ascii_uppercase]
    initials = [place for place in places if place == 0 or words[place - 1] == " "]
    plain = words.replace("&", "&&")
    for place in [*initials, *places]:
        letter = words[place].upper()
        if letter not in taken:
            taken.add(letter)
            at = place + words[:place].count("&")
            return f"{plain[:at]}&{plain[at:]}"
    if places:
        return plain
    free = next((letter for letter in ascii_uppercase if letter not in taken), "")
    taken.add(free)
    return f"{plain}(&{free})" if free else plain

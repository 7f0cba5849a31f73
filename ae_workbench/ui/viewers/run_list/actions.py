"""What can be done with chosen runs, for buttons and menu."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QToolButton, QWidget

from ae_workbench.storage.runs import RunSummary
from ae_workbench.storage.samples import is_sample
from ae_workbench.ui import theme
from ae_workbench.ui.words import without_mnemonic

ICON_PX = 16


class RunActions(QObject):
    """Actions by key. Their keys work in the list itself, so the texts only name them."""

    def __init__(self, view: QWidget) -> None:
        super().__init__(view)
        self._by_key: dict[str, QAction] = {}
        self._add("open", "eye", self.tr("&Open"), self.tr("Show this run in the window (Enter)"))
        self._add("compare", "columns-3", self.tr("&Compare"), self.tr("Show the chosen runs beside each other"))
        self._add("more", "fast-forward", self.tr("Go on &training"), self.tr("Train this run for more epochs; a sample is copied first"))
        self._add("rename", "pencil", self.tr("&Rename"), self.tr("Give this run another name (F2)"))
        self._add("share", "send", self.tr("S&hare as .aew…"), self.tr("Write this run as one file, to keep or to give away"))
        self._add("folder", "folder-open", self.tr("Show &folder"), self.tr("Show this run's folder in the file manager"))
        self._add("delete", "trash-2", self.tr("&Delete"), self.tr("Put the chosen runs into the trash; Ctrl+Z brings them back (Del)"))

    def _add(self, key: str, icon: str, text: str, tip: str) -> None:
        action = QAction(theme.icon(icon), text, self, objectName=f"run_{key}_action")
        action.setToolTip(tip)
        action.setStatusTip(tip)
        self._by_key[key] = action

    def __getitem__(self, key: str) -> QAction:
        return self._by_key[key]

    @property
    def menu(self) -> list[QAction]:
        """All of them, as they stand in a menu."""
        return list(self._by_key.values())

    def buttons(self, keys: Sequence[str]) -> list[QToolButton]:
        """A button of an icon for each of these."""
        made = []
        for key in keys:
            button = QToolButton(objectName=f"runs_{key}_button")
            button.setDefaultAction(self[key])
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
            button.setIconSize(QSize(ICON_PX, ICON_PX))
            button.setAccessibleName(without_mnemonic(self[key].text()))
            made.append(button)
        return made

    def follow(self, chosen: Sequence[RunSummary], training: Path | None) -> None:
        """Switch on what these runs allow."""
        one = chosen[0] if len(chosen) == 1 else None
        works = one is not None and not one.problem
        self["open"].setEnabled(works)
        self["folder"].setEnabled(one is not None)
        self["share"].setEnabled(works)
        self["more"].setEnabled(works and training is None)
        self["rename"].setEnabled(works and one is not None and not is_sample(one.path))
        self["delete"].setEnabled(any(not is_sample(run.path) and run.path != training for run in chosen))

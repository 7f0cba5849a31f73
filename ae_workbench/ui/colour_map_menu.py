"""The menu that chooses how grey pictures are painted, with a strip of each map's colours."""

import numpy as np
from PySide6.QtCore import QCoreApplication, QSize, Qt, Slot
from PySide6.QtGui import QAction, QActionGroup, QIcon, QPixmap
from PySide6.QtWidgets import QMenu, QWidget

from ae_workbench.ui.colour_maps import NAMES, paint
from ae_workbench.ui.workspace import Workspace

SWATCH = QSize(32, 32)


class ColourMapMenu(QMenu):
    """Drives ``workspace.set_colour_map`` and follows it."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTitle(self.tr("Colour &map"))
        self.setObjectName("colour_map_menu")
        self._workspace = workspace
        self._group = QActionGroup(self)
        for name, title in NAMES.items():
            action = self.addAction(swatch(name), QCoreApplication.translate("colour maps", title))
            action.setObjectName(f"colour_map_{name}_action")
            action.setCheckable(True)
            action.setData(name)
            self._group.addAction(action)
        self._group.triggered.connect(self._choose)
        workspace.colour_map_changed.connect(self._follow)
        self._follow()

    @Slot(QAction)
    def _choose(self, action: QAction) -> None:
        self._workspace.set_colour_map(action.data())

    @Slot()
    def _follow(self) -> None:
        for action in self._group.actions():
            action.setChecked(action.data() == self._workspace.colour_map)
            font = action.font()
            font.setBold(action.isChecked())
            action.setFont(font)


def swatch(name: str) -> QIcon:
    """A strip of a map's colours from low to high."""
    ramp = paint(np.linspace(0, 1, SWATCH.width())[None, :, None], name)
    return QIcon(QPixmap.fromImage(ramp).scaled(SWATCH, Qt.AspectRatioMode.IgnoreAspectRatio))

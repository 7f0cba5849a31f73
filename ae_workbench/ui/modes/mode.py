"""What a mode of the window is: a page that has the window to itself, beside the workbench with its panels."""

from __future__ import annotations

from dataclasses import dataclass
from pkgutil import resolve_name
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ae_workbench.ui.help.context import set_help

if TYPE_CHECKING:
    from ae_workbench.ui.main_window import MainWindow


@dataclass(frozen=True)
class Mode:
    """A mode in the registry. ``title`` and ``tip`` are translated in the context "modes".

    ``home`` names its page as "package.module:Class", which is imported and made when it is first shown.
    """

    key: str
    title: str
    icon: str
    tip: str
    home: str

    def factory(self, window: MainWindow) -> ModePage:
        made: ModePage = resolve_name(self.home)(window)
        return made


class ModePage(QWidget):
    """The page of a mode, ``<key>_page``; its help page is ``modes/<key>``. ``idle`` comes when none of its threads runs any more."""

    idle = Signal()
    key = ""

    def __init__(self, window: MainWindow) -> None:
        super().__init__()
        self.setObjectName(f"{self.key}_page")
        set_help(self, f"modes/{self.key}")
        self.main_window = window

    @property
    def is_busy(self) -> bool:
        """Whether a thread of its own runs, which must end before the window closes."""
        return False

    def work(self) -> str:
        """What would be lost if the window closed now, as a sentence to be asked about; empty where nothing would."""
        return ""

    def stop(self) -> None:
        """End what runs, soon; ``idle`` comes then."""

    def vary(self, name: str) -> None:
        """Set up what varies a parameter of the designed recipe, by its name; empty leaves it as it is."""

    def look(self) -> None:
        """It has been brought to the front."""

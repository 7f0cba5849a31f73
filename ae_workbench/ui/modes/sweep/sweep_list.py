"""The sweeps on disk: open, go on, delete."""

from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from ae_workbench.engine.sweep.listing import SweepSummary
from ae_workbench.ui import theme
from ae_workbench.ui.buttons import IconButton
from ae_workbench.ui.keys import DELETE_KEYS
from ae_workbench.ui.modes.sweep.words import sweep_title
from ae_workbench.ui.sentences import in_words
from ae_workbench.ui.wording import metric_text

PATH_ROLE = Qt.ItemDataRole.UserRole
ROW_PX = 60


class SweepsView(QWidget):
    """``opened`` and ``delete_requested`` give a sweep's path."""

    opened = Signal(object)
    delete_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sweep_list_page")
        self._found: list[SweepSummary] = []
        self._running: Path | None = None
        self.list = QListWidget(objectName="sweep_list")
        self.list.setAccessibleName(self.tr("Earlier sweeps"))
        self.list.setWordWrap(True)
        self.list.setSpacing(1)
        self.hint = QLabel(self.tr("No sweeps yet. Every sweep that you start is kept here."), wordWrap=True)
        self.hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        theme.set_role(self.hint, "muted")
        about_open = self.tr("Show this sweep, to look at it or to go on with it (Enter)")
        about_delete = self.tr("Put this sweep with all its runs into the trash; it can be undone (Del)")
        self.open_button = IconButton("sweep_open_button", "eye", self.tr("Ope&n"), about_open)
        self.delete_button = IconButton("sweep_delete_button", "trash-2", self.tr("&Delete"), about_delete)
        buttons = QHBoxLayout(spacing=8)
        buttons.addWidget(self.open_button)
        buttons.addWidget(self.delete_button)
        layout = QVBoxLayout(self, spacing=8)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.hint, 1)
        layout.addLayout(buttons)
        self.list.itemActivated.connect(self._open)
        self.list.currentItemChanged.connect(self._follow)
        self.open_button.clicked.connect(self._open)
        self.delete_button.clicked.connect(self._delete)
        theme.signals.changed.connect(self._size_rows)
        self.show_sweeps([])

    @property
    def count(self) -> int:
        return len(self._found)

    def show_sweeps(self, found: list[SweepSummary]) -> None:
        """What is on disk, the newest first."""
        chosen = self.chosen
        self._found = found
        self.list.clear()
        for each in found:
            item = QListWidgetItem(self._words(each))
            item.setData(PATH_ROLE, each.path)
            item.setToolTip(in_words(each.problem) or str(each.path))
            item.setIcon(theme.icon(*self._icon(each)))
            self.list.addItem(item)
            if chosen == each.path:
                self.list.setCurrentItem(item)
        self.list.setVisible(bool(found))
        self.hint.setVisible(not found)
        self._size_rows()
        self._follow()

    @Slot()
    def _size_rows(self) -> None:
        for row in range(self.list.count()):
            self.list.item(row).setSizeHint(QSize(10, round(theme.grown(ROW_PX))))

    def set_running(self, path: Path | None) -> None:
        """Which of them is trained now; that can't be deleted."""
        self._running = path
        self.show_sweeps(self._found)

    def _icon(self, found: SweepSummary) -> tuple[str, str]:
        if found.problem:
            return "triangle-alert", "bad"
        if found.path == self._running or found.is_held:
            return "play", "accent"
        return ("circle-check", "good") if found.is_whole else ("circle-stop", "muted")

    def _words(self, found: SweepSummary) -> str:
        if found.sweep is None:
            return f"{found.path.name}\n{in_words(found.problem)}"
        when = f"{found.created:%Y-%m-%d %H:%M}"
        trials = self.tr("{done} of {total} trials").format(done=found.done, total=found.total)
        about = self.tr("best mean {value}") if len(found.sweep.seeds) > 1 else self.tr("best {value}")
        best = "" if found.best is None else " · " + about.format(value=metric_text(found.best))
        return f"{sweep_title(found.sweep)}\n{when} · {trials}{best}"

    @property
    def chosen(self) -> Path | None:
        item = self.list.currentItem()
        return item.data(PATH_ROLE) if item is not None else None

    @Slot()
    def _follow(self) -> None:
        chosen = self.chosen
        self.open_button.setEnabled(chosen is not None)
        self.delete_button.setEnabled(chosen is not None and chosen != self._running)

    @Slot()
    def _open(self) -> None:
        if self.chosen is not None:
            self.opened.emit(self.chosen)

    @Slot()
    def _delete(self) -> None:
        if self.chosen is not None and self.delete_button.isEnabled():
            self.delete_requested.emit(self.chosen)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        if event.key() in DELETE_KEYS:
            self._delete()
            return
        super().keyPressEvent(event)

"""Under the picture: zoom, progress with a way to stop, and what can be done with the result."""

from pathlib import Path

from PySide6.QtCore import QMimeData, QPointF, QSize, Qt, QUrl, Signal
from PySide6.QtGui import QDrag, QMouseEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QProgressBar, QSizePolicy, QToolButton, QWidget

from ae_workbench.engine.cleaning import Kind
from ae_workbench.ui import theme
from ae_workbench.ui.buttons import IconButton, tool_button

STEPS = 1000
BAR_PX, LEAST_BAR_PX = 120, 60


class DragButton(QToolButton):
    """Dragged out of the window it is the result's file."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.file: Path | None = None
        self._pressed: QPointF | None = None
        self.setObjectName("documents_drag_button")
        self.setIcon(theme.icon("grip-vertical"))
        self.setIconSize(QSize(16, 16))
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(self.tr("Drag the result out"))
        self.setToolTip(self.tr("Drag the result into another program or a folder"))

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 (Qt's name)
        self._pressed = event.position()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        far = self._pressed is not None and (event.position() - self._pressed).manhattanLength() >= QApplication.startDragDistance()
        if far and self.file is not None:
            self._pressed = None
            drag = QDrag(self)
            drag.setMimeData(mime_of(self.file))
            drag.exec(Qt.DropAction.CopyAction)


class ToolRow(QWidget):
    """``busy`` and ``idle`` show and hide the progress; ``file`` is where the result lies for other programs."""

    fit_requested = Signal()
    actual_requested = Signal()
    save_requested = Signal()
    copy_requested = Signal()
    play_requested = Signal()
    folder_requested = Signal()
    cancel_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._build()
        self._connect()
        self.show_idle()
        self.show_result(None)

    def _build(self) -> None:
        self.fit_button = tool_button("documents_fit_button", "maximize", self.tr("Show the whole (0)"))
        self.actual_button = tool_button("documents_actual_button", "zoom-in", self.tr("A pixel on each of the screen (1)"))
        self.progress = QProgressBar(objectName="documents_progress", maximum=STEPS, textVisible=False)
        self.progress.setMinimumWidth(LEAST_BAR_PX)
        self.progress.setMaximumWidth(BAR_PX)
        self.progress.setAccessibleName(self.tr("How far the cleaning is"))
        self.label = QLabel(objectName="documents_progress_label")
        self.label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        theme.set_role(self.label, "muted")
        self.cancel_button = tool_button("documents_cancel_button", "x", self.tr("Stop cleaning"))
        about_save = self.tr("Save what is at the right of the handle")
        self.save_button = IconButton("documents_save_button", "save", self.tr("S&ave…"), about_save, "primary")
        self.copy_button = tool_button("documents_copy_button", "copy", self.tr("Copy what is at the right of the handle"))
        self.play_button = tool_button("documents_play_button", "external-link", self.tr("Open the result in the system's program for it"))
        self.drag_button = DragButton()
        about_folder = self.tr("Clean every page or sound of a folder into another one")
        self.folder_button = IconButton("documents_folder_button", "images", self.tr("Clean a fol&der…"), about_folder)
        row = QHBoxLayout(self, spacing=6)
        row.setContentsMargins(0, 0, 0, 0)
        for widget in (self.fit_button, self.actual_button, self.progress, self.cancel_button):
            row.addWidget(widget)
        row.addWidget(self.label, 1)
        for button in (self.drag_button, self.play_button, self.copy_button, self.folder_button, self.save_button):
            row.addWidget(button)

    def _connect(self) -> None:
        self.fit_button.clicked.connect(self.fit_requested)
        self.actual_button.clicked.connect(self.actual_requested)
        self.cancel_button.clicked.connect(self.cancel_requested)
        self.save_button.clicked.connect(self.save_requested)
        self.copy_button.clicked.connect(self.copy_requested)
        self.play_button.clicked.connect(self.play_requested)
        self.folder_button.clicked.connect(self.folder_requested)

    def show_busy(self, share: float, doing: str) -> None:
        """How far it is; below 0 that isn't known."""
        self.progress.setMaximum(STEPS if share >= 0 else 0)
        self.progress.setValue(round(max(0.0, share) * STEPS))
        self.label.setText(doing)
        for widget in (self.progress, self.cancel_button):
            widget.show()

    def show_idle(self, text: str = "") -> None:
        self.label.setText(text)
        for widget in (self.progress, self.cancel_button):
            widget.hide()

    def show_result(self, file: Path | None, kind: Kind = "pages") -> None:
        """There is something to save, copy, open and drag; or not yet."""
        self.drag_button.file = file
        for button in (self.save_button, self.copy_button, self.play_button, self.drag_button):
            button.setEnabled(file is not None)


def mime_of(file: Path) -> QMimeData:
    """A file as the clipboard and other programs take it."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    return data

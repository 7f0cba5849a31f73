"""A drawing on the page: drawn beside the window in exactly the dots there are, in its colours; copied and saved."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import (
    QAction,
    QColor,
    QContextMenuEvent,
    QImage,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QApplication, QMenu, QSizePolicy, QToolButton, QWidget

from ae_workbench.export.figures.figure import ENDINGS
from ae_workbench.ui import theme
from ae_workbench.ui.modes.article.jobs import Drawable, Room
from ae_workbench.ui.modes.article.studio import Studio
from ae_workbench.ui.save_place import ask_place
from ae_workbench.ui.words import without_mnemonic

SETTLE_MS = 120
WAITING_PX, RADIUS_PX, MARGIN_PX = 220, 8, 1
BUTTON_PX, INSET_PX = 26, 6


class PlotView(QWidget):
    """One drawing, as wide as there is room. Ctrl+C copies it as a picture, its menu saves it."""

    settled = Signal()

    def __init__(self, studio: Studio, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("article_plot")
        self.setAccessibleName(title)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(WAITING_PX)
        self.drawing: Drawable | None = None
        self.image: QImage | None = None
        self.problem = self.waiting_words = ""
        self._studio, self._name = studio, studio.new_name()
        self._asked: Room | None = None
        self._drawn: Room | None = None
        self._soon = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._soon.timeout.connect(self._ask)
        self._make_actions()
        studio.drawn.connect(self._take)
        studio.failed.connect(self._fail)
        theme.signals.changed.connect(self._ask_soon)

    def _make_actions(self) -> None:
        self.copy_action = QAction(theme.icon("copy"), self.tr("&Copy picture"), self)
        self.copy_action.triggered.connect(self.copy)
        self.save_action = QAction(theme.icon("save"), self.tr("&Save drawing…"), self)
        self.save_action.triggered.connect(self.ask_save)
        self.buttons = []
        for action, tip in (
            (self.copy_action, self.tr("Copy as a picture (Ctrl+C)")),
            (self.save_action, self.tr("Save as PNG, SVG or PDF (Ctrl+S)")),
        ):
            button = QToolButton(self, objectName="article_plot_button")
            button.setIcon(action.icon())
            button.setToolTip(tip)
            button.setAccessibleName(without_mnemonic(action.text()))
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # by keyboard: Ctrl+C, Ctrl+S and the menu of the drawing
            button.setFixedSize(BUTTON_PX, BUTTON_PX)
            button.clicked.connect(action.trigger)
            button.hide()
            self.buttons.append(button)

    def show_drawing(self, drawing: Drawable | None) -> None:
        """Something else to draw, or nothing."""
        self.drawing, self.image, self.problem, self._asked, self._drawn = drawing, None, "", None, None
        self.setFixedHeight(WAITING_PX)
        self._ask_soon()
        self.update()

    @property
    def is_settled(self) -> bool:
        """Whether what is shown is what it should be."""
        return self.drawing is None or bool(self.problem) or self._drawn == self._room()

    # Drawing

    def _room(self) -> Room:
        return Room(self.width() - 2 * MARGIN_PX, self.devicePixelRatioF(), theme.type_scale() / 100, theme.current().is_dark)

    @Slot()
    def _ask_soon(self) -> None:
        if self.drawing is not None and self.isVisible():
            self._soon.start()

    @Slot()
    def _ask(self) -> None:
        room = self._room()
        if self.drawing is not None and self.isVisible() and room != self._asked and room.width_px > 0:
            self._asked = room
            self._studio.draw(self._name, self.drawing, room)

    @Slot(str, object, object)
    def _take(self, name: str, room: Room, image: QImage) -> None:
        if name == self._name and self.drawing is not None:
            self.image, self.problem, self._drawn = image, "", room
            self.setFixedHeight(round(image.deviceIndependentSize().height()) + 2 * MARGIN_PX)
            self.update()
            self.settled.emit()

    @Slot(str, str)
    def _fail(self, name: str, problem: str) -> None:
        if name == self._name:
            self.problem, self.image = problem, None
            self.setFixedHeight(WAITING_PX // 3)
            self.update()
            self.settled.emit()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 (Qt's name)
        super().showEvent(event)
        self._ask_soon()

    def hideEvent(self, event: QEvent) -> None:  # noqa: N802 (Qt's name)
        self._soon.stop()
        self._studio.forget(self._name)
        if self.image is None:
            self._asked = None
        super().hideEvent(event)  # type: ignore[arg-type]

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 (Qt's name)
        super().resizeEvent(event)
        for place, button in enumerate(reversed(self.buttons), 1):
            button.move(self.width() - place * (BUTTON_PX + 2) - INSET_PX, INSET_PX)
        if event.size().width() != event.oldSize().width():
            self._ask_soon()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 (Qt's name)
        super().changeEvent(event)
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._ask_soon()

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        return QSize(400, self.height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        colours = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = self.rect().toRectF().adjusted(0.5, 0.5, -0.5, -0.5)
        if self.image is not None:
            size = self.image.deviceIndependentSize()
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.image.pixelColor(0, 0))
            painter.drawRoundedRect(frame, RADIUS_PX, RADIUS_PX)
            painter.drawImage(QPoint(round((self.width() - size.width()) / 2), MARGIN_PX), self.image)
        else:
            painter.setPen(QColor(colours.muted))
            words = self.problem or (self.tr("Drawing…") if self.drawing is not None else self.waiting_words)
            painter.drawText(self.rect().adjusted(16, 8, -16, -8), int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap), words)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QColor(colours.accent if self.hasFocus() else colours.border))
        painter.drawRoundedRect(frame, RADIUS_PX, RADIUS_PX)

    # Copying and saving

    def enterEvent(self, event: QEvent) -> None:  # noqa: N802 (Qt's name)
        for button in self.buttons:
            button.setVisible(self.image is not None)
        super().enterEvent(event)  # type: ignore[arg-type]

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802 (Qt's name)
        for button in self.buttons:
            button.hide()
        super().leaveEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802 (Qt's name)
        if self.image is not None:
            menu = QMenu(self)
            menu.addActions([self.copy_action, self.save_action])
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(event.globalPos())

    def event(self, event: QEvent) -> bool:
        """The window has commands for the same keys."""
        keys = (QKeySequence.StandardKey.Copy, QKeySequence.StandardKey.Save)
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and any(map(event.matches, keys)):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.matches(QKeySequence.StandardKey.Save):
            self.ask_save()
        else:
            super().keyPressEvent(event)

    @Slot()
    def copy(self) -> None:
        """As a picture, in the dots that are shown."""
        if self.image is not None:
            QApplication.clipboard().setImage(self.image)

    @Slot()
    def ask_save(self) -> None:
        """Ask where to, then have it drawn for that."""
        if self.drawing is None or self.image is None:
            return
        kinds = self.tr("Picture (*.png);;Drawing (*.svg);;Document (*.pdf)")
        path = ask_place(self, self.tr("Save the drawing"), f"{self.drawing.name}.png", kinds, ENDINGS)
        if path is not None:
            self._studio.save(self.drawing, path)

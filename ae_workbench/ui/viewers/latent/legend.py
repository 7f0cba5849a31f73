"""The classes with their colours, as buttons on the plane that show or hide their points."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from ae_workbench.ui import theme
from ae_workbench.ui.viewers.latent.axes import BOTTOM_PX, LEFT_PX, RIGHT_PX
from ae_workbench.ui.viewers.latent.plane import Plane

DOT_PX, PADDING_PX, GAP_PX = 9, 5, 4
AWAY_PX, RIM_PX = 6, 3
GROUND_ALPHA = 225
MOST_CHIPS = 30


class ClassChip(QAbstractButton):
    """One class; hollow while its points are hidden. ``alone_requested``: only this one, please (double click)."""

    alone_requested = Signal()

    def __init__(self, number: int, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, objectName=f"latent_plane_class_{number}", checkable=True, checked=True)
        self.number = number
        self.colour = QColor()
        self.setText(text)
        self.setAccessibleName(self.tr("Class {name}").format(name=text))
        self.setToolTip(self.tr("Show or hide the points of class {name}; a double click shows it alone, or all again").format(name=text))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setFont(theme.number_font(self.font()))

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self.text()) + 2 * PADDING_PX + DOT_PX + GAP_PX, metrics.height() + 4)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802 (Qt's name)
        self.alone_requested.emit()

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Enter, QEvent.Type.Leave):
            self.update()
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        colours = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        if self.hasFocus() or self.underMouse():
            painter.setPen(QPen(QColor(colours.accent if self.hasFocus() else colours.border)))
            painter.setBrush(QColor(colours.raised))
            painter.drawRoundedRect(frame, 6, 6)
        painter.setPen(QPen(self.colour, 1.5))
        painter.setBrush(self.colour if self.isChecked() else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(QRectF(PADDING_PX, (self.height() - DOT_PX) / 2, DOT_PX, DOT_PX))
        painter.setPen(QColor(colours.text if self.isChecked() else colours.muted))
        painter.drawText(self.rect().adjusted(PADDING_PX + DOT_PX + GAP_PX, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, self.text())


class Legend(QWidget):
    """``changed`` when other classes are hidden. Lies in a corner of the plane; unseen where there is at most one class."""

    changed = Signal()

    def __init__(self, plane: Plane) -> None:
        super().__init__(plane)
        self._plane = plane
        self.setObjectName("latent_plane_legend")
        self.chips: list[ClassChip] = []
        plane.installEventFilter(self)
        self.hide()

    def show_classes(self, names: Sequence[str], colours: Sequence[QColor]) -> None:
        """A chip for each class; of very many only the first."""
        wanted = list(names[:MOST_CHIPS]) if len(names) > 1 else []
        if [chip.text() for chip in self.chips] != wanted:
            self._make(wanted)
            self.changed.emit()
        for chip, colour in zip(self.chips, colours, strict=False):
            chip.colour = colour
            chip.update()
        self.setVisible(bool(self.chips))
        self._place()

    @property
    def hidden(self) -> set[int]:
        """Numbers of the classes that are switched off."""
        return {chip.number for chip in self.chips if not chip.isChecked()}

    def _make(self, names: list[str]) -> None:
        for chip in self.chips:
            chip.setParent(None)
            chip.deleteLater()
        self.chips = [ClassChip(number, name, self) for number, name in enumerate(names)]
        for chip in self.chips:
            chip.toggled.connect(self.changed)
            chip.alone_requested.connect(self._show_alone)
            chip.show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 (Qt's name)
        if event.type() == QEvent.Type.Resize:
            self._place()
        return False

    def _place(self) -> None:
        """In as few rows as fit, at the bottom right of the plane."""
        room = self._plane.width() - round(theme.grown(LEFT_PX)) - RIGHT_PX - 2 * AWAY_PX - 2 * RIM_PX
        x = y = widest = 0
        row = max((chip.sizeHint().height() for chip in self.chips), default=0)
        for chip in self.chips:
            size = chip.sizeHint()
            if x and x + size.width() > room:
                x, y = 0, y + row
            chip.setGeometry(RIM_PX + x, RIM_PX + y, size.width(), row)
            x += size.width()
            widest = max(widest, x)
        self.resize(widest + 2 * RIM_PX, y + row + 2 * RIM_PX)
        plane = self._plane
        plane.covered_px = self.height() + AWAY_PX if self.chips else 0
        right, bottom = plane.width() - RIGHT_PX - AWAY_PX, plane.height() - round(theme.grown(BOTTOM_PX)) - AWAY_PX
        self.move(right - self.width(), bottom - self.height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(theme.current().border)))
        ground = QColor(theme.current().surface)
        ground.setAlpha(GROUND_ALPHA)
        painter.setBrush(ground)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)

    @Slot()
    def _show_alone(self) -> None:
        chosen = self.sender()
        alone = any(chip.isChecked() for chip in self.chips if chip is not chosen)
        for chip in self.chips:
            chip.blockSignals(True)
            chip.setChecked(chip is chosen or not alone)
            chip.blockSignals(False)
            chip.update()
        self.changed.emit()

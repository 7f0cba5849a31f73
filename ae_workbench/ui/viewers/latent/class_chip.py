"""A class with its colour, as a button that shows or hides its points."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeySequence, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from ae_workbench.ui import theme

DOT_PX, PADDING_PX, GAP_PX = 9, 5, 4
WIDEST_PX = 10_000
DECORATION_PX = 2 * PADDING_PX + DOT_PX + GAP_PX


class ClassChip(QAbstractButton):
    """Some classes, mostly one; hollow while all their points are hidden. ``alone_requested``: only these, please (double click)."""

    alone_requested = Signal()

    def __init__(self, name: str, classes: range, parent: QWidget | None = None) -> None:
        super().__init__(parent, objectName=name, checkable=True, checked=True)
        self.classes = classes
        self.colour = QColor()
        self.widest_px = WIDEST_PX
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setFont(theme.number_font(self.font()))

    def name_class(self, name: str) -> None:
        """Be the chip of one class."""
        self.setText(" ".join(name.split()))
        self.setShortcut(QKeySequence())  # an “&” in a class's name is no mnemonic
        self.setAccessibleName(self.tr("Class {name}").format(name=name))
        self.setToolTip(self.tr("Show or hide the points of class {name}; a double click shows it alone, or all again").format(name=name))

    def take_rest(self, classes: range) -> None:
        """Be the chip of all classes that have none of their own."""
        self.classes = classes
        self.setText(self.tr("{count} more").format(count=len(classes)))
        self.setAccessibleName(self.tr("All other classes"))
        self.setToolTip(self.tr("Show or hide the points of all other classes; a double click shows them alone, or all again"))

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        metrics = self.fontMetrics()
        return QSize(min(metrics.horizontalAdvance(self.text()) + DECORATION_PX, self.widest_px), metrics.height() + 4)

    @property
    def shown(self) -> str:
        """What of its text there is room for: names often differ in their ends."""
        room = self.width() - DECORATION_PX + PADDING_PX  # advances are rounded: a name that just fits would be cut
        return self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideMiddle, room)

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
        painter.drawText(self.rect().adjusted(PADDING_PX + DOT_PX + GAP_PX, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, self.shown)

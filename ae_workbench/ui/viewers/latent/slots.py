"""Places that take the next picked example."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ae_workbench.ui import theme
from ae_workbench.ui.viewers.latent.preview_card import paint_in

SIDE_PX, RIM_PX = 78, 3


class SlotButton(QAbstractButton):
    """Checked: the next example that is picked comes here."""

    def __init__(self, letter: str, name: str, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, objectName=name, checkable=True)
        self.picture: QImage | None = None
        self.setText(letter)
        self.setAccessibleName(title)
        self.setToolTip(title)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        return QSize(SIDE_PX, SIDE_PX)

    def show_picture(self, picture: QImage | None) -> None:
        self.picture = picture
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        colours = theme.current()
        painter = QPainter(self)
        inside = QRectF(self.rect()).adjusted(RIM_PX, RIM_PX, -RIM_PX, -RIM_PX)
        if self.picture is not None:
            paint_in(painter, inside, self.picture, self.devicePixelRatioF())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        marked = self.isChecked() or self.hasFocus()
        style = Qt.PenStyle.SolidLine if marked or self.picture is not None else Qt.PenStyle.DashLine
        painter.setPen(QPen(QColor(colours.accent if marked else colours.border), 2 if self.isChecked() else 1, style))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 4, 4)
        badge = QRectF(RIM_PX + 2, RIM_PX + 2, 17, 17)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.text))
        painter.drawEllipse(badge)
        painter.setPen(QColor(colours.surface))
        painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, self.text())

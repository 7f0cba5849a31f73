"""A picture in its place: crisp, in the middle, a dashed frame while there is none."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ae_workbench.ui import theme
from ae_workbench.ui.viewers.latent.preview_card import paint_in


class Thumb(QWidget):
    """``side_px`` wide and high; ``clicked`` like a button; ``painted`` when what it shows is on the screen."""

    clicked = Signal()
    painted = Signal()

    def __init__(self, side_px: int, name: str, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, objectName=name)
        self.picture: QImage | None = None
        self._side_px = side_px
        self.setAccessibleName(title)
        self.setToolTip(title)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.signals.changed.connect(self.update)

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        return QSize(self._side_px, self._side_px)

    def show_picture(self, picture: QImage | None) -> None:
        self.picture = picture
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 (Qt's name)
        if event.button() == Qt.MouseButton.LeftButton:
            self.clicked.emit()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        painter = QPainter(self)
        if self.picture is None:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(theme.current().border), 1, Qt.PenStyle.DashLine))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        else:
            paint_in(painter, QRectF(self.rect()), self.picture, self.devicePixelRatioF())
        painter.end()
        self.painted.emit()

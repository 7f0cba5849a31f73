"""Icons that are drawn from SVG in the theme's colour, at whatever size the screen needs."""

from collections.abc import Callable
from functools import cache

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QImage, QPainter, QPixmap, QPixmapCache
from PySide6.QtSvg import QSvgRenderer

from ae_workbench.core.resources import resource
from ae_workbench.ui.colours import Theme

DISABLED_OPACITY = 0.4


class ThemedIconEngine(QIconEngine):
    """Looks the theme up when it paints, so an icon stays right when the scheme changes."""

    def __init__(self, name: str, colour: str, theme: Callable[[], Theme]) -> None:
        super().__init__()
        self._name = name
        self._colour = colour
        self._theme = theme
        _source(name)

    def clone(self) -> QIconEngine:
        return ThemedIconEngine(self._name, self._colour, self._theme)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        colour = getattr(self._theme(), self._colour)
        painter.save()
        if mode == QIcon.Mode.Disabled:
            painter.setOpacity(painter.opacity() * DISABLED_OPACITY)
        side = min(rect.width(), rect.height())
        place = QRectF(0, 0, side, side)
        place.moveCenter(QRectF(rect).center())
        _renderer(self._name, colour).render(painter, place)
        painter.restore()

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        key = f"icon {self._name} {getattr(self._theme(), self._colour)} {size.width()}x{size.height()} {mode == QIcon.Mode.Disabled}"
        found = QPixmap()
        if not QPixmapCache.find(key, found):
            found = self._drawn(size, mode, state)
            QPixmapCache.insert(key, found)
        return found

    def _drawn(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        image = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return QPixmap.fromImage(image)


@cache
def _source(name: str) -> str:
    return resource("icons", f"{name}.svg").read_text(encoding="utf-8")


@cache
def _renderer(name: str, colour: str) -> QSvgRenderer:
    return QSvgRenderer(QByteArray(_source(name).replace("currentColor", colour).encode()))

"""The decoded plane as painted: grey pictures in the theme's ink, so that coloured points stand out on them."""

from functools import cache

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QPainter, qRgba

from ae_workbench.ui.colour_maps import GREY, table
from ae_workbench.ui.colours import Theme
from ae_workbench.ui.viewers.latent.jobs import Carpet
from ae_workbench.ui.viewers.latent.viewport import Viewport

INVERTED = "inverted"
INK_STRENGTH, MAP_STRENGTH, COLOUR_STRENGTH = 0.62, 0.75, 0.8
EVEN_PX = 0.6


class Backdrop:
    """One decoded carpet; painted sharp where the view is the one it was made for, stretched until a new one comes."""

    def __init__(self, carpet: Carpet) -> None:
        self.carpet = carpet
        self._dressed: tuple[tuple[Theme, str], QImage] | None = None

    def paint(self, painter: QPainter, view: Viewport, ratio: float, theme: Theme, colour_map: str) -> None:
        lattice = self.carpet.lattice
        picture = self._picture(theme, colour_map)
        left, top = view.px(lattice.x_range[0], lattice.y_range[1])
        right, bottom = view.px(lattice.x_range[1], lattice.y_range[0])
        place = QRectF(left, top, right - left, bottom - top)
        painter.save()
        painter.setClipRect(QRectF(view.left, view.top, view.width, view.height))
        if abs(place.width() * ratio - picture.width()) < EVEN_PX and abs(place.height() * ratio - picture.height()) < EVEN_PX:
            painter.drawImage(QPointF(round(left * ratio) / ratio, round(top * ratio) / ratio), _with_ratio(picture, ratio))
        else:
            painter.drawImage(place, picture)
        painter.restore()

    def _picture(self, theme: Theme, colour_map: str) -> QImage:
        key = (theme, colour_map)
        if self._dressed is None or self._dressed[0] != key:
            self._dressed = (key, _dressed(self.carpet.picture, theme, colour_map))
        return self._dressed[1]


def _dressed(picture: QImage, theme: Theme, colour_map: str) -> QImage:
    if picture.format() == QImage.Format.Format_Grayscale8:
        tinted = picture.copy()
        tinted.reinterpretAsFormat(QImage.Format.Format_Indexed8)
        tinted.setColorTable(_inks(theme, colour_map))
        return tinted.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)
    faded = QImage(picture.size(), QImage.Format.Format_ARGB32_Premultiplied)
    faded.fill(0)
    painter = QPainter(faded)
    painter.setOpacity(COLOUR_STRENGTH)
    painter.drawImage(0, 0, picture)
    painter.end()
    return faded


@cache
def _inks(theme: Theme, colour_map: str) -> list[int]:
    """A colour for each grey value: ink on the plot's own background for the grey maps, the map's colours otherwise."""
    if colour_map in (GREY, INVERTED):
        ink = QColor(theme.text)
        values = range(256) if colour_map == GREY else range(255, -1, -1)
        return [qRgba(ink.red(), ink.green(), ink.blue(), round(INK_STRENGTH * value)) for value in values]
    return [qRgba(int(r), int(g), int(b), round(255 * MAP_STRENGTH)) for r, g, b in table(colour_map)]


def _with_ratio(picture: QImage, ratio: float) -> QImage:
    if picture.devicePixelRatio() != ratio:
        picture.setDevicePixelRatio(ratio)
    return picture

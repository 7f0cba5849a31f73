"""A painted grid of tiles, each a column of pictures with a caption, wrapped to fill the space with the largest pictures."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from ae_workbench.ui import theme
from ae_workbench.ui.colour_maps import GREY
from ae_workbench.ui.viewers.picture_painting import paint_edge, paint_picture
from ae_workbench.ui.viewers.pictures import Picture, Waves
from ae_workbench.ui.viewers.tile_layout import GAP_PX, INNER_GAP_PX, MARGIN_PX, Space, TileLayout, lay_out

WAVE_PIXELS = (120, 60)
TITLE_GAP_PX = 12
DOT_PX, DOT_GAP_PX = 8, 6
CAPTION_SHARES = 1.0, 0.9, 0.8
WORTH_READING = 0.75
"""Captions are set smaller only where pictures would otherwise be smaller than this share of what they could be."""


Column = tuple[Picture | tuple[Waves, ...] | None, ...]


@dataclass(frozen=True)
class Tile:
    """``pictures`` from top to bottom; None is a place still to be filled. Two ``Waves`` in one place are drawn over each other."""

    index: int
    pictures: Column
    caption: str = ""
    tip: str = ""


class TileGrid(QWidget):
    """Shows tiles; ``picked`` gives the index of the tile that was clicked or reached by arrow keys, ``activated`` of one that was
    double-clicked or entered; ``resized`` comes when there is other room. With ``least_px`` it asks for room in which tiles in one
    line have pictures as high as that.
    """

    picked = Signal(int)
    activated = Signal(int)
    resized = Signal()

    def __init__(self, parent: QWidget | None = None, least_px: int = 0) -> None:
        super().__init__(parent)
        self.tiles: tuple[Tile, ...] = ()
        self.row_titles: tuple[str, ...] = ()
        self.row_colours: tuple[int | None, ...] = ()
        self._least_px = least_px
        self.marked: int | None = None
        self.colour_map = GREY
        self._layout: TileLayout | None = None
        self._caption_font = QFont()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFont(theme.number_font(self.font()))
        theme.signals.changed.connect(self.update)

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        return QSize(600, 300)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        wide, high = self._picture_size()
        across = self._margin + 2 * MARGIN_PX + len(self.tiles) * (self._least_px * wide / high + GAP_PX)
        down = 2 * MARGIN_PX + self._rows * (self._least_px + INNER_GAP_PX)
        return QSize(160, 100).expandedTo(QSize(round(across), round(down)) if self._least_px else QSize())

    def show_tiles(self, tiles: Sequence[Tile], row_titles: Sequence[str], row_colours: Sequence[int | None] = ()) -> None:
        """Show these; ``row_titles`` say what each row of a tile is. ``row_colours`` are numbers in the theme's series."""
        before = self.minimumSizeHint()
        self.tiles, self.row_titles, self.row_colours = tuple(tiles), tuple(row_titles), tuple(row_colours)
        self._layout = None
        if self.minimumSizeHint() != before:  # or the whole window would be laid out and painted anew at each epoch
            self.updateGeometry()
        self.update()

    def mark(self, index: int | None) -> None:
        """Frame the tile of one example."""
        self.marked = index
        self.update()

    def set_colour_map(self, name: str) -> None:
        """How grey pictures are painted."""
        self.colour_map = name
        self.update()

    @property
    def layout_of_tiles(self) -> TileLayout:
        """Where everything is at the present size."""
        if self._layout is None:
            self._layout, share = self._best(len(self.tiles))
            self._caption_font = self._font(share)
        return self._layout

    def room_for(self, count: int, least_px: float) -> int:
        """How many of so many tiles like these have pictures whose longer side is at least this long; one at least."""

        def is_too_much(count: int) -> bool:
            layout, _ = self._best(count)
            return max(layout.width, layout.height) < least_px

        return max(1, count if not is_too_much(count) else bisect_left(range(1, count), True, key=is_too_much))

    def _best(self, count: int) -> tuple[TileLayout, float]:
        """For so many tiles, with the share of the type size that their captions have."""
        layouts = [(self._laid_out(count, share), share) for share in CAPTION_SHARES]
        largest = max(layout.width for layout, _ in layouts)
        return next(each for each in layouts if each[0].width >= WORTH_READING * largest)

    def _laid_out(self, count: int, share: float) -> TileLayout:
        """With captions in so much of the usual type size."""
        metrics = QFontMetrics(self._font(share))
        widest = max((metrics.horizontalAdvance(tile.caption) for tile in self.tiles), default=0)
        caption = (float(widest), metrics.height() + 2.0) if widest else (0.0, 0.0)
        area = (float(self.width()), float(self.height()))
        return lay_out(Space(count, self._rows, self._picture_size(), area, caption, self._margin, self.devicePixelRatioF()))

    @property
    def _margin(self) -> float:
        """Room for the titles of the rows."""
        left = max((self.fontMetrics().horizontalAdvance(title) for title in self.row_titles), default=0)
        return left + TITLE_GAP_PX + (DOT_PX + DOT_GAP_PX if self.row_colours else 0) if left else 0.0

    @property
    def _rows(self) -> int:
        return max((len(tile.pictures) for tile in self.tiles), default=1)

    def _font(self, share: float) -> QFont:
        font = QFont(self.font())
        font.setPointSizeF(font.pointSizeF() * share)
        return font

    def _title_font(self, layout: TileLayout) -> QFont:
        """As large as rows are high, where the usual size is higher."""
        return self._font(min(1.0, (layout.height + INNER_GAP_PX) / self.fontMetrics().height()))

    def _picture_size(self) -> tuple[int, int]:
        for tile in self.tiles:
            for picture in tile.pictures:
                if picture is not None and not isinstance(picture, Waves | tuple):
                    return picture.width(), picture.height()
        return WAVE_PIXELS

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 (Qt's name)
        self._layout = None
        super().resizeEvent(event)
        self.resized.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 (Qt's name)
        found = self.layout_of_tiles.at(event.position().x(), event.position().y())
        if found is not None:
            self.picked.emit(self.tiles[found].index)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802 (Qt's name)
        found = self.layout_of_tiles.at(event.position().x(), event.position().y())
        if found is not None and event.button() == Qt.MouseButton.LeftButton:
            self.activated.emit(self.tiles[found].index)

    @property
    def _marked_place(self) -> int | None:
        return next((place for place, tile in enumerate(self.tiles) if tile.index == self.marked), None)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        place, columns = self._marked_place, self.layout_of_tiles.columns
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -columns, Qt.Key.Key_Down: columns}.get(Qt.Key(event.key()))
        if step is not None and self.tiles:
            there = 0 if place is None else place + step
            if 0 <= there < len(self.tiles):
                self.picked.emit(self.tiles[there].index)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and place is not None:
            self.activated.emit(self.tiles[place].index)
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            found = self.layout_of_tiles.at(event.pos().x(), event.pos().y())
            QToolTip.showText(event.globalPos(), self.tiles[found].tip if found is not None else "", self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        if not self.tiles:
            return
        painter = QPainter(self)
        layout, ratio = self.layout_of_tiles, self.devicePixelRatioF()
        for number, tile in enumerate(self.tiles):
            for row, picture in enumerate(tile.pictures):
                place = self._snapped(*layout.place(number, row), layout.width, layout.height)
                paint_picture(painter, place, picture, self.colour_map, ratio)
                paint_edge(painter, place, picture)
            self._paint_caption(painter, layout, number, tile)
        self._paint_titles(painter, layout)
        self._paint_mark(painter, layout)

    def _snapped(self, x: float, y: float, width: float, height: float) -> QRectF:
        """On whole screen pixels, so that nearest-neighbour enlarging is even."""
        ratio = self.devicePixelRatioF()
        return QRectF(round(x * ratio) / ratio, round(y * ratio) / ratio, width, height)

    def _paint_caption(self, painter: QPainter, layout: TileLayout, number: int, tile: Tile) -> None:
        colours = theme.current()
        if tile.caption:
            painter.setPen(QColor(colours.muted))
            middle = layout.place(number, 0)[0] + layout.width / 2
            painter.setFont(self._caption_font)
            bottom = layout.caption_top(number)
            where = QRectF(middle - layout.cell_width / 2 - 4, bottom, layout.cell_width + 8, painter.fontMetrics().height())
            painter.drawText(where, Qt.AlignmentFlag.AlignCenter, tile.caption)

    def _paint_mark(self, painter: QPainter, layout: TileLayout) -> None:
        """Around the tile that is marked; while the keys come here in another colour, or around the tile that they begin with."""
        colours, place = theme.current(), self._marked_place
        if place is None and not self.hasFocus():
            return
        x, y = layout.place(place or 0, 0)
        style = Qt.PenStyle.DashLine if place is None else Qt.PenStyle.SolidLine
        painter.setPen(QPen(QColor(colours.text if self.hasFocus() else colours.accent), 2, style))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        tile = QRectF(x, y, layout.width, layout.caption_top(place or 0) - 2 - y)
        painter.drawRoundedRect(tile.adjusted(-2.5, -2.5, 2.5, 2.5), 3, 3)

    def _paint_titles(self, painter: QPainter, layout: TileLayout) -> None:
        painter.setFont(self._title_font(layout))
        line = painter.fontMetrics().height()
        for first in range(0, len(self.tiles), layout.columns):
            for row, title in enumerate(self.row_titles):
                y = layout.place(first, row)[1]
                where = QRectF(0, y + (layout.height - line) / 2, layout.left - TITLE_GAP_PX, line)
                painter.setPen(QColor(theme.current().muted))
                painter.drawText(where, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, title)
                colour = self.row_colours[row] if row < len(self.row_colours) else None
                if colour is not None:
                    right = where.right() - painter.fontMetrics().horizontalAdvance(title) - DOT_GAP_PX
                    self._paint_dot(painter, QPointF(right - DOT_PX / 2, where.center().y()), colour)

    def _paint_dot(self, painter: QPainter, middle: QPointF, colour: int) -> None:
        series = theme.current().series
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(series[colour % len(series)]))
        painter.drawEllipse(middle, DOT_PX / 2, DOT_PX / 2)

"""Paints a sheet of small pictures, says what is under the pointer, and enlarges what is clicked."""

from collections.abc import Sequence
from math import ceil

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QToolTip, QWidget

from ae_workbench.ui import theme
from ae_workbench.ui.colour_maps import GREY, tinted
from ae_workbench.ui.viewers.filters.sheet import Cell, Placed, Section, place
from ae_workbench.ui.viewers.picture_painting import paint_crisp

SMALLER = 0.92
VEIL_ALPHA = 235
ENLARGED_MARGIN_PX = 28
Chosen = tuple[int, int]
"""Section and cell."""


class Sheet(QWidget):
    """The pictures themselves; as high as they need."""

    def __init__(self, view: "SheetView") -> None:
        super().__init__()
        self._view = view
        self.setFont(theme.number_font(self.font()))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        painter = QPainter(self)
        seen = QRectF(event.rect())
        placed = self._view.placed
        for number, section in enumerate(self._view.sections):
            if placed.titles[number].intersects(seen):
                self._paint_title(painter, placed.titles[number], section)
            for spot, cell in zip(placed.places[number], section.cells, strict=True):
                if spot.intersects(seen):
                    paint_crisp(painter, spot, tinted(cell.picture, self._view.colour_map), self.devicePixelRatioF())
        if self._view.chosen is not None and self._view.hasFocus():
            self._frame(painter, placed, self._view.chosen)

    def _frame(self, painter: QPainter, placed: Placed, chosen: Chosen) -> None:
        painter.setPen(QPen(QColor(theme.current().accent), 2))
        painter.drawRect(placed.places[chosen[0]][chosen[1]].adjusted(-1, -1, 1, 1))

    def _paint_title(self, painter: QPainter, where: QRectF, section: Section) -> None:
        colours = theme.current()
        strong = QFont(self.font())
        strong.setWeight(QFont.Weight.DemiBold)
        painter.setFont(strong)
        painter.setPen(QColor(colours.text))
        painter.drawText(where, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, section.title)
        used = painter.fontMetrics().horizontalAdvance(section.title) + 10
        small = QFont(self.font())
        small.setPointSizeF(self.font().pointSizeF() * SMALLER)
        painter.setFont(small)
        painter.setPen(QColor(colours.muted))
        painter.drawText(where.adjusted(used, 1, 0, 1), Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, section.detail)


class SheetView(QScrollArea):
    """By keyboard: arrows go from picture to picture, Enter enlarges, Esc comes back."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sections: tuple[Section, ...] = ()
        self.placed = Placed((), (), 0)
        self.chosen: Chosen | None = None
        self.colour_map = GREY
        self.sheet = Sheet(self)
        self.enlarged = Enlarged(self)
        self.setWidget(self.sheet)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        theme.signals.changed.connect(self.sheet.update)

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        return QSize(600, 300)

    def show_sections(self, sections: Sequence[Section]) -> None:
        """Show these; the same choice stays where there still is such a picture."""
        self.sections = tuple(sections)
        if self.chosen is not None and not self._exists(self.chosen):
            self.chosen = None
            self.enlarged.hide()
        self._lay_out()
        self.enlarged.update()

    def set_colour_map(self, name: str) -> None:
        """How pictures without negative values are painted."""
        self.colour_map = name
        self.sheet.update()
        self.enlarged.update()

    @property
    def chosen_cell(self) -> Cell | None:
        """The picture that is chosen."""
        return self.sections[self.chosen[0]].cells[self.chosen[1]] if self.chosen is not None else None

    def _exists(self, chosen: Chosen) -> bool:
        return chosen[0] < len(self.sections) and chosen[1] < len(self.sections[chosen[0]].cells)

    def _lay_out(self) -> None:
        view = self.viewport().size()
        bar = 0 if self.verticalScrollBar().isVisible() else self.verticalScrollBar().sizeHint().width()
        letter_px = 1.6 * self.sheet.fontMetrics().averageCharWidth()
        self.placed = place(self.sections, view.width() - bar, view.height(), self.devicePixelRatioF(), letter_px)
        self.sheet.resize(view.width(), max(view.height(), ceil(self.placed.height)))
        self.sheet.update()

    def cell_at(self, x: float, y: float) -> Chosen | None:
        """The picture under a point of the sheet."""
        for number, spots in enumerate(self.placed.places):
            for position, spot in enumerate(spots):
                if spot.contains(x, y):
                    return number, position
        return None

    def enlarge(self, chosen: Chosen) -> None:
        """Show one picture as large as fits."""
        self.chosen = chosen
        self.enlarged.setGeometry(self.rect())
        self.enlarged.show()
        self.enlarged.raise_()
        self.enlarged.setFocus()
        self.sheet.update()

    def step(self, steps: int) -> None:
        """Choose the next picture, or one before."""
        every = [(number, position) for number, section in enumerate(self.sections) for position in range(len(section.cells))]
        if not every:
            return
        now = every.index(self.chosen) if self.chosen in every else -1 if steps > 0 else 0
        self.chosen = every[(now + steps) % len(every)]
        spot = self.placed.places[self.chosen[0]][self.chosen[1]].center()
        self.ensureVisible(int(spot.x()), int(spot.y()))
        self.sheet.update()
        self.enlarged.update()

    # Events

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 (Qt's name)
        super().resizeEvent(event)
        self._lay_out()
        self.enlarged.setGeometry(self.rect())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 (Qt's name)
        if watched is not self.sheet:
            return super().eventFilter(watched, event)
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self._tip(QPointF(event.pos())), self.sheet)
            return True
        if isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseButtonPress and event.button() == Qt.MouseButton.LeftButton:
            found = self.cell_at(event.position().x(), event.position().y())
            if found is not None:
                self.enlarge(found)
            return found is not None
        return super().eventFilter(watched, event)  # the scroll area watches its widget's size

    def _tip(self, point: QPointF) -> str:
        found = self.cell_at(point.x(), point.y())
        if found is None:
            return ""
        spot, cell = self.placed.places[found[0]][found[1]], self.sections[found[0]].cells[found[1]]
        return cell.reading((point.x() - spot.left()) / spot.width(), (point.y() - spot.top()) / spot.height())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        steps = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}
        if event.key() in steps:
            self.step(steps[Qt.Key(event.key())])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.chosen is not None:
            self.enlarge(self.chosen)
        else:
            super().keyPressEvent(event)


class Enlarged(QWidget):
    """One picture over the whole view; a click or Esc takes it away, arrows show the next."""

    def __init__(self, view: SheetView) -> None:
        super().__init__(view)
        self._view = view
        self.setObjectName("enlarged_filter")
        self.setAccessibleName(self.tr("Enlarged picture; Esc puts it back"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFont(theme.number_font(self.font()))
        self.hide()

    def place(self) -> QRectF:
        """Where the picture is."""
        cell = self._view.chosen_cell
        if cell is None:
            return QRectF()
        ratio = self.devicePixelRatioF()
        room = QRectF(self.rect()).adjusted(ENLARGED_MARGIN_PX, ENLARGED_MARGIN_PX, -ENLARGED_MARGIN_PX, -2 * ENLARGED_MARGIN_PX)
        wide, high = cell.picture.width(), cell.picture.height()
        scale = min(room.width() / wide, room.height() / high) * ratio
        scale = float(int(scale)) if scale >= 1 else max(scale, 1 / max(wide, high))
        made = QRectF(0, 0, wide * scale / ratio, high * scale / ratio)
        made.moveCenter(room.center())
        return QRectF(round(made.left() * ratio) / ratio, round(made.top() * ratio) / ratio, made.width(), made.height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        cell = self._view.chosen_cell
        if cell is None:
            return
        colours = theme.current()
        painter = QPainter(self)
        veil = QColor(colours.surface)
        veil.setAlpha(VEIL_ALPHA)
        painter.fillRect(self.rect(), veil)
        place = self.place()
        paint_crisp(painter, place, tinted(cell.picture, self._view.colour_map), self.devicePixelRatioF())
        painter.setPen(QPen(QColor(colours.border), 1))
        painter.drawRect(place.adjusted(-1, -1, 0, 0))
        painter.setPen(QColor(colours.text))
        words = QRectF(0, place.bottom() + 6, self.width(), self.fontMetrics().height())
        painter.drawText(words, Qt.AlignmentFlag.AlignCenter, cell.caption)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 (Qt's name)
        if event.button() == Qt.MouseButton.LeftButton:
            self.close_it()

    def close_it(self) -> None:
        """Back to the sheet."""
        self.hide()
        self._view.setFocus()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            place, cell = self.place(), self._view.chosen_cell
            inside = cell is not None and place.contains(QPointF(event.pos()))
            shares = (event.pos().x() - place.left()) / max(1.0, place.width()), (event.pos().y() - place.top()) / max(1.0, place.height())
            QToolTip.showText(event.globalPos(), cell.reading(*shares) if inside and cell is not None else "", self)
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.close_it()
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._view.step(1 if event.key() == Qt.Key.Key_Right else -1)
        else:
            super().keyPressEvent(event)

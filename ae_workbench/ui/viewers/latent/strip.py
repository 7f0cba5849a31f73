"""The film strip under the plane: rows of pictures, played one after the other."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QColor, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from ae_workbench.ui import theme
from ae_workbench.ui.buttons import tool_button
from ae_workbench.ui.viewers.latent.preview_card import paint_in

SINGLE_PX, DOUBLE_PX, GAP_PX = 52, 40, 3
FRAME_MS = 140
SCROLL_BAR_PX = 10


@dataclass(frozen=True)
class StripRow:
    """Pictures from left to right; ``captions`` stand under them, ``title`` before them."""

    pictures: tuple[QImage, ...]
    title: str = ""
    captions: tuple[str, ...] = ()


class FilmStrip(QWidget):
    """``frame_shown`` when another column is looked at, by playing, clicking or keys. Hidden while it is empty."""

    frame_shown = Signal(int)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("latent_plane_strip")
        self._timer = QTimer(self, interval=FRAME_MS)
        self._build()
        self._timer.timeout.connect(self._step)
        self.play_button.toggled.connect(self._play)
        self.close_button.clicked.connect(self._close)
        self.film.clicked.connect(self._go_to)
        self.hide()

    def _build(self) -> None:
        self.play_button = tool_button(
            "latent_plane_play_button", "play", self.tr("Play the film strip: the marker goes along"), checkable=True
        )
        self.close_button = tool_button("latent_plane_strip_close_button", "x", self.tr("Put the film strip away"))
        self.film = Film()
        self.film.setAccessibleName(self.tr("Film strip"))
        self.reel = QScrollArea(objectName="latent_plane_strip_scroll")
        self.reel.setWidget(self.film)
        self.reel.setFrameShape(QFrame.Shape.NoFrame)
        self.reel.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.reel.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.reel.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        buttons = QVBoxLayout(spacing=0)
        buttons.addWidget(self.play_button)
        buttons.addWidget(self.close_button)
        buttons.addStretch(1)
        row = QHBoxLayout(self, spacing=4)
        row.setContentsMargins(0, 0, 0, 0)
        row.addLayout(buttons)
        row.addWidget(self.reel, 1)

    @property
    def rows(self) -> tuple[StripRow, ...]:
        return self.film.rows

    @property
    def is_playing(self) -> bool:
        return self._timer.isActive()

    def show_rows(self, rows: Sequence[StripRow], plays: bool = True) -> None:
        """Show these; ``plays``: they follow one another, so that they can be played."""
        self.film.show_rows(tuple(row for row in rows if row.pictures))
        self.play_button.setVisible(plays)
        if not plays:
            self.play_button.setChecked(False)
        # Never scrolled into nothing by an older, longer film.
        self.reel.setFixedHeight(self.film.height() + SCROLL_BAR_PX)
        self.setVisible(bool(self.film.rows))

    def clear(self) -> None:
        self.play_button.setChecked(False)
        self.show_rows(())

    @Slot(bool)
    def _play(self, on: bool) -> None:
        self.play_button.setIcon(theme.icon("pause" if on else "play"))
        if not on:
            self._timer.stop()
        elif self.film.count:
            if self.film.current is None or self.film.current >= self.film.count - 1:
                self._go_to(0)
            self._timer.start()

    @Slot()
    def _step(self) -> None:
        at = -1 if self.film.current is None else self.film.current
        if at + 1 >= self.film.count or not self.isVisible():
            self.play_button.setChecked(False)
        else:
            self._go_to(at + 1)

    @Slot(int)
    def _go_to(self, frame: int) -> None:
        self.film.look_at(frame)
        place = self.film.place(frame, 0)
        self.reel.ensureVisible(int(place.center().x()), 0, int(place.width()), 0)
        self.frame_shown.emit(frame)

    @Slot()
    def _close(self) -> None:
        self.clear()
        self.closed.emit()


class Film(QWidget):
    """The painted pictures."""

    clicked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[StripRow, ...] = ()
        self.current: int | None = None
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setFont(theme.number_font(self.font()))
        theme.signals.changed.connect(self.update)

    @property
    def count(self) -> int:
        """Columns."""
        return max((len(row.pictures) for row in self.rows), default=0)

    @property
    def _side(self) -> int:
        return SINGLE_PX if len(self.rows) < 2 else DOUBLE_PX

    @property
    def _title_px(self) -> int:
        return max((self.fontMetrics().horizontalAdvance(row.title) + 8 for row in self.rows if row.title), default=0)

    @property
    def _caption_px(self) -> int:
        return self.fontMetrics().height() if any(row.captions for row in self.rows) else 0

    def show_rows(self, rows: tuple[StripRow, ...]) -> None:
        self.rows = rows
        if self.current is not None and self.current >= self.count:
            self.current = None
        self.resize(self.sizeHint())
        self.update()

    def look_at(self, frame: int) -> None:
        self.current = frame
        self.update()

    def place(self, column: int, row: int) -> QRectF:
        """Where a picture is."""
        side = self._side
        return QRectF(self._title_px + column * (side + GAP_PX) + 2, row * (side + self._caption_px + GAP_PX) + 2, side, side)

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        last = self.place(max(0, self.count - 1), max(0, len(self.rows) - 1))
        return QSize(int(last.right()) + 3, int(last.bottom()) + self._caption_px + 3)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 (Qt's name)
        column = int((event.position().x() - self._title_px) // (self._side + GAP_PX))
        if event.button() == Qt.MouseButton.LeftButton and 0 <= column < self.count:
            self.clicked.emit(column)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        if event.key() in steps and self.count:
            at = (-1 if self.current is None else self.current) + steps[Qt.Key(event.key())]
            self.clicked.emit(min(max(at, 0), self.count - 1))
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        colours = theme.current()
        painter = QPainter(self)
        seen = event.rect()
        for number, row in enumerate(self.rows):
            for column, picture in enumerate(row.pictures):
                place = self.place(column, number)
                if place.right() < seen.left() or place.left() > seen.right():
                    continue
                paint_in(painter, place, picture, self.devicePixelRatioF())
                if column < len(row.captions):
                    painter.setPen(QColor(colours.muted))
                    under = QRectF(place.left() - GAP_PX, place.bottom(), place.width() + 2 * GAP_PX, self._caption_px)
                    painter.drawText(under, Qt.AlignmentFlag.AlignCenter, row.captions[column])
            if row.title:
                painter.setPen(QColor(colours.muted))
                first = self.place(0, number)
                painter.drawText(QRectF(0, first.top(), self._title_px - 6, first.height()), Qt.AlignmentFlag.AlignVCenter, row.title)
        if self.current is not None and self.rows:
            painter.setPen(QPen(QColor(colours.accent), 2))
            whole = self.place(self.current, 0).united(self.place(self.current, len(self.rows) - 1))
            painter.drawRect(whole.adjusted(-1, -1, 1, 1))

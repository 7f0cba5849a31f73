"""Which part of a picture a view shows, and how large: fitted, or at a zoom around a place. No widgets."""

from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF, QSizeF

LARGEST = 32.0
STEP = 1.25
MARGIN_PX = 12.0


@dataclass
class Viewport:
    """``picture`` and ``view`` are sizes in pixels of their own; ``fills`` stretches the picture over the view, for spectrograms.

    ``zoom`` is against what fits; ``middle`` is the picture's place in the view's middle, both between 0 and 1.
    """

    picture: QSizeF
    view: QSizeF
    fills: bool = False
    zoom: float = 1.0
    middle: QPointF = field(default_factory=lambda: QPointF(0.5, 0.5))

    @property
    def fitted(self) -> QSizeF:
        """Size of the whole picture in the view at zoom 1; a small picture isn't enlarged by more than makes it fill the view."""
        room = QSizeF(max(1.0, self.view.width() - 2 * MARGIN_PX), max(1.0, self.view.height() - 2 * MARGIN_PX))
        if self.fills:
            return room
        share = min(room.width() / max(1.0, self.picture.width()), room.height() / max(1.0, self.picture.height()))
        return self.picture * share

    @property
    def scale(self) -> float:
        """Pixels of the view for one of the picture, across."""
        return self.fitted.width() * self.zoom / max(1.0, self.picture.width())

    @property
    def place(self) -> QRectF:
        """Where the whole picture lies, in the view's pixels; parts of it may be outside."""
        size = QSizeF(self.fitted.width() * self.zoom, self.fitted.height() * (1.0 if self.fills else self.zoom))
        x, y = self.view.width() / 2 - self.middle.x() * size.width(), self.view.height() / 2 - self.middle.y() * size.height()
        return QRectF(QPointF(x, y), size)

    @property
    def seen(self) -> QRectF:
        """The part of the view that shows the picture."""
        frame = QRectF(0, 0, self.view.width(), self.view.height())
        return self.place.intersected(frame)

    @property
    def can_pan(self) -> bool:
        place = self.place
        return place.width() > self.view.width() or place.height() > self.view.height()

    def source(self, part: QRectF) -> QRectF:
        """A part of the view, in the picture's own pixels."""
        place = self.place
        x, y = self.picture.width() / place.width(), self.picture.height() / place.height()
        return QRectF((part.x() - place.x()) * x, (part.y() - place.y()) * y, part.width() * x, part.height() * y)

    def zoom_to(self, zoom: float, at: QPointF) -> None:
        """Another zoom, with the picture's place under ``at`` staying there."""
        before = self.place
        share = QPointF((at.x() - before.x()) / before.width(), (at.y() - before.y()) / before.height())
        most = max(1.0, LARGEST * self.picture.width() / max(1.0, self.fitted.width()))
        self.zoom = min(max(zoom, 1.0), most)
        after = self.place
        moved = QPointF(after.x() + share.x() * after.width() - at.x(), after.y() + share.y() * after.height() - at.y())
        self.pan(QPointF(-moved.x(), -moved.y()))

    def pan(self, by: QPointF) -> None:
        """Move the picture by so many of the view's pixels, as far as it goes."""
        place = self.place
        self.middle = QPointF(
            _kept(self.middle.x() - by.x() / place.width(), self.view.width() / place.width()),
            _kept(self.middle.y() - by.y() / place.height(), self.view.height() / place.height()),
        )

    def fit(self) -> None:
        """The whole picture."""
        self.zoom, self.middle = 1.0, QPointF(0.5, 0.5)

    def actual_zoom(self, ratio: float) -> float:
        """The zoom at which a pixel of the picture is one of the screen."""
        return self.picture.width() / (self.fitted.width() * ratio)


def _kept(middle: float, share: float) -> float:
    """A middle that leaves no empty room at one side while there is more at the other; ``share`` of the picture is seen."""
    return 0.5 if share >= 1 else min(max(middle, share / 2), 1 - share / 2)

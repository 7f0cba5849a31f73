"""The classes with their colours, as buttons on the plane that show or hide their points."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QRectF, Signal, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from ae_workbench.ui import theme
from ae_workbench.ui.viewers.latent.axes import BOTTOM_PX, LEFT_PX, RIGHT_PX
from ae_workbench.ui.viewers.latent.class_chip import ClassChip
from ae_workbench.ui.viewers.latent.plane import Plane

AWAY_PX, RIM_PX = 6, 3
GROUND_ALPHA = 225
MOST_CHIPS = 30
CHIP_SHARE, LEAST_CHIP_PX = 0.5, 60
HEIGHT_SHARE = 1 / 3


class Legend(QWidget):
    """``changed`` when other classes are hidden. Lies in a corner of the plane; unseen where there is at most one class.

    ``chips`` have a class each, and the last has all others, where there are too many or there is no room.
    """

    changed = Signal()

    def __init__(self, plane: Plane) -> None:
        super().__init__(plane)
        self._plane = plane
        self.setObjectName("latent_plane_legend")
        self.chips: list[ClassChip] = []
        self._names: tuple[str, ...] = ()
        self._hidden: set[int] = set()
        plane.installEventFilter(self)
        self.hide()

    def show_classes(self, names: Sequence[str], colours: Sequence[QColor]) -> None:
        """A chip for each class; of very many only the first have their own."""
        wanted = tuple(names) if len(names) > 1 else ()
        if wanted != self._names:
            self._names, self._hidden = wanted, set()
            self._make()
            self.changed.emit()
        for chip in self.chips:
            chip.colour = colours[chip.classes.start] if chip is not self.chips[-1] else QColor(theme.current().muted)
            chip.update()
        self.setVisible(bool(self.chips))
        self._place()

    @property
    def hidden(self) -> set[int]:
        """Numbers of the classes that are switched off, with or without a chip of their own."""
        return set(self._hidden)

    def _make(self) -> None:
        for chip in self.chips:
            chip.setParent(None)
            chip.deleteLater()
        count = len(self._names)
        own = min(MOST_CHIPS, count)
        self.chips = [ClassChip(f"latent_plane_class_{number}", range(number, number + 1), self) for number in range(own)]
        for chip, name in zip(self.chips, self._names, strict=False):
            chip.name_class(name)
        self.chips += [ClassChip("latent_plane_other_classes", range(0), self)] if count else []
        for chip in self.chips:
            chip.clicked.connect(self._toggle)
            chip.alone_requested.connect(self._show_alone)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 (Qt's name)
        if event.type() == QEvent.Type.Resize:
            self._place()
        return False

    def _place(self) -> None:
        """In as few rows as fit, at the bottom right of the plane."""
        plane = self._plane
        plane.covered_px = 0
        if not self.chips:
            return
        room = max(1, plane.width() - round(theme.grown(LEFT_PX)) - RIGHT_PX - 2 * AWAY_PX - 2 * RIM_PX)
        shown, row = self._chips_in(room), self.chips[0].sizeHint().height()
        widths = [chip.sizeHint().width() for chip in shown]
        places = _flow(widths, room)
        for chip in self.chips:
            chip.setVisible(chip in shown)
        for chip, (x, line), width in zip(shown, places, widths, strict=True):
            chip.setGeometry(RIM_PX + x, RIM_PX + line * row, width, row)
        widest = max(x + width for (x, _), width in zip(places, widths, strict=True))
        self.resize(widest + 2 * RIM_PX, (places[-1][1] + 1) * row + 2 * RIM_PX)
        plane.covered_px = self.height() + AWAY_PX
        right, bottom = plane.width() - RIGHT_PX - AWAY_PX, plane.height() - round(theme.grown(BOTTOM_PX)) - AWAY_PX
        self.move(right - self.width(), bottom - self.height())

    def _chips_in(self, room: int) -> list[ClassChip]:
        """As many classes as have room in a share of the plane's height, and all others in one chip."""
        *own, others = self.chips
        for chip in own:
            chip.widest_px = max(LEAST_CHIP_PX, round(CHIP_SHARE * room))
        rows = max(1, int(HEIGHT_SHARE * self._plane.height()) // others.sizeHint().height())
        count, widths = len(self._names), [chip.sizeHint().width() for chip in own]
        if len(own) == count and _flow(widths, room)[-1][1] < rows:
            others.classes = range(0)
            return own
        for number in range(len(own), -1, -1):
            others.take_rest(range(number, count))
            if _flow([*widths[:number], others.sizeHint().width()], room)[-1][1] < rows:
                break
        others.setChecked(not self._hidden.issuperset(others.classes))
        return [*own[:number], others]

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(theme.current().border)))
        ground = QColor(theme.current().surface)
        ground.setAlpha(GROUND_ALPHA)
        painter.setBrush(ground)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)

    @Slot()
    def _toggle(self) -> None:
        chosen = self.sender()
        if isinstance(chosen, ClassChip):
            self._hide(self._hidden.difference(chosen.classes) if chosen.isChecked() else self._hidden.union(chosen.classes))

    @Slot()
    def _show_alone(self) -> None:
        chosen = self.sender()
        if isinstance(chosen, ClassChip):
            rest = set(range(len(self._names))).difference(chosen.classes)
            self._hide(set() if rest <= self._hidden else rest)

    def _hide(self, hidden: set[int]) -> None:
        self._hidden = hidden
        for chip in self.chips:
            chip.setChecked(not hidden.issuperset(chip.classes))
        self.changed.emit()


def _flow(widths: Sequence[int], room: int) -> list[tuple[int, int]]:
    """Where each begins across and in which row, one after the other."""
    places, x, row = [], 0, 0
    for width in widths:
        if x and x + width > room:
            x, row = 0, row + 1
        places.append((x, row))
        x += width
    return places

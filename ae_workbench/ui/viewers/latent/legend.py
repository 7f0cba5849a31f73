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


class Legend(QWidget):
    """``changed`` when other classes are hidden. Lies in a corner of the plane; unseen where there is at most one class.

    ``chips`` have a class each, the last all others where there are too many.
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
            chip.colour = colours[chip.classes.start] if len(chip.classes) == 1 else QColor(theme.current().muted)
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
        if own < count:
            self.chips.append(ClassChip("latent_plane_other_classes", range(0), self))
            self.chips[-1].take_rest(range(own, count))
        for chip in self.chips:
            chip.clicked.connect(self._toggle)
            chip.alone_requested.connect(self._show_alone)
            chip.show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 (Qt's name)
        if event.type() == QEvent.Type.Resize:
            self._place()
        return False

    def _place(self) -> None:
        """In as few rows as fit, at the bottom right of the plane."""
        room = self._plane.width() - round(theme.grown(LEFT_PX)) - RIGHT_PX - 2 * AWAY_PX - 2 * RIM_PX
        x = y = widest = 0
        row = max((chip.sizeHint().height() for chip in self.chips), default=0)
        for chip in self.chips:
            size = chip.sizeHint()
            if x and x + size.width() > room:
                x, y = 0, y + row
            chip.setGeometry(RIM_PX + x, RIM_PX + y, size.width(), row)
            x += size.width()
            widest = max(widest, x)
        self.resize(widest + 2 * RIM_PX, y + row + 2 * RIM_PX)
        plane = self._plane
        plane.covered_px = self.height() + AWAY_PX if self.chips else 0
        right, bottom = plane.width() - RIGHT_PX - AWAY_PX, plane.height() - round(theme.grown(BOTTOM_PX)) - AWAY_PX
        self.move(right - self.width(), bottom - self.height())

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

"""What each unit draws: the decoder's answer to one unit turned down and up while the others stay at their means."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ae_workbench.core.shape import Shape
from ae_workbench.ui import theme
from ae_workbench.ui.elided_label import ElidedLabel
from ae_workbench.ui.still_row import StillRow
from ae_workbench.ui.viewers.codes.jobs import Atlas, AtlasEntry, Summary
from ae_workbench.ui.viewers.page_controls import tool
from ae_workbench.ui.viewers.pictures import Waves
from ae_workbench.ui.viewers.tile_layout import Space, lay_out
from ae_workbench.ui.viewers.tiles import WAVE_PIXELS, Column, Tile, TileGrid

MOST_SHOWN = 64
SMALLEST_PX = 36.0
ROWS = 3


class AtlasPage(QWidget):
    """``activated`` gives the unit (or map) that was double-clicked; ``turned`` asks for other ones."""

    activated = Signal(int)
    turned = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.atlas: Atlas | None = None
        self._first, self._count = 0, MOST_SHOWN
        self._picture: tuple[int, int] = (1, 1)
        self.grid = TileGrid()
        self.grid.setObjectName("unit_atlas")
        self.grid.setAccessibleName(self.tr("What each unit draws"))
        self.back_button = tool("chevron-left", "atlas_back_button", self.tr("The units before these"))
        self.forward_button = tool("chevron-right", "atlas_forward_button", self.tr("The units after these"))
        self.place_label, self.note = QLabel(), ElidedLabel("atlas_note", Qt.TextElideMode.ElideRight)
        for label in (self.place_label, self.note):
            theme.set_role(label, "muted")
            label.setFont(theme.number_font(label.font()))
        foot = QHBoxLayout(spacing=8)
        foot.addWidget(StillRow(self.note), 1)
        for widget in (self.back_button, self.place_label, self.forward_button):
            foot.addWidget(widget)
        layout = QVBoxLayout(self, spacing=6)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.grid, 1)
        layout.addLayout(foot)
        self.grid.picked.connect(self.grid.mark)
        self.grid.activated.connect(self.activated)
        self.back_button.clicked.connect(self._back)
        self.forward_button.clicked.connect(self._forward)

    def wanted(self, order: Sequence[int], has_maps: bool) -> tuple[int, ...]:
        """The parts to be drawn, of all in their order."""
        self._count = self._room(len(order), 1 if has_maps else ROWS)
        self._first = min(self._first, max(0, len(order) - 1) // self._count * self._count)
        return tuple(order[self._first : self._first + self._count])

    def _room(self, total: int, rows: int) -> int:
        """As many as there is room for at a size that can be made out."""
        counts = range(min(total, MOST_SHOWN), 1, -1)
        area, caption, margin = (float(self.grid.width()), float(self.grid.height())), (30.0, 18.0), 70.0
        return next((n for n in counts if lay_out(Space(n, rows, self._picture, area, caption, margin)).width >= SMALLEST_PX), 1)

    def set_picture_size(self, shape: Shape) -> None:
        """What kind of pictures come: their proportions decide how many there is room for."""
        self._picture = (shape.dims[1], shape.dims[0]) if shape.is_image else WAVE_PIXELS

    def start_over(self) -> None:
        """Begin with the first ones again."""
        self._first = 0

    def show_atlas(self, atlas: Atlas) -> None:
        self.atlas = atlas
        summary = atlas.summary
        self.grid.show_tiles(
            [Tile(e.part, _column(e, bool(summary.maps)), self._caption(e.part, summary), _tip(e.part, summary)) for e in atlas.entries],
            _titles(atlas),
        )
        last = self._first + len(atlas.entries)
        self.back_button.setEnabled(self._first > 0)
        self.forward_button.setEnabled(last < summary.parts)
        self.place_label.setText(self.tr("{first}–{last} of {total}").format(first=self._first + 1, last=last, total=summary.parts))
        for widget in (self.back_button, self.place_label, self.forward_button):
            widget.setVisible(summary.parts > len(atlas.entries))
        self.note.setText(self._words(summary))

    def _words(self, summary: Summary) -> str:
        if summary.maps:
            return self.tr("Epoch {epoch} · each map switched on alone · double-click to paint on it").format(epoch=summary.epoch)
        return self.tr("Epoch {epoch} · each unit from mean − 2σ to mean + 2σ · double-click to change it").format(epoch=summary.epoch)

    def _caption(self, part: int, summary: Summary) -> str:
        return f"{part}×" if part in summary.idle_parts else str(part)

    @Slot()
    def _back(self) -> None:
        self._first = max(0, self._first - self._count)
        self.turned.emit()

    @Slot()
    def _forward(self) -> None:
        self._first += self._count
        self.turned.emit()


def _column(entry: AtlasEntry, is_map: bool) -> Column:
    """Low, high and change; a map only where it is on, as there is nothing to see where it is off."""
    if is_map:
        return (entry.high,)
    if isinstance(entry.low, Waves) and isinstance(entry.high, Waves):
        return ((entry.low, entry.high),)
    return entry.low, entry.high, entry.change


def _titles(atlas: Atlas) -> tuple[str, ...]:
    if atlas.entries and isinstance(atlas.entries[0].low, Waves):
        return ()
    return (_tr("On"),) if atlas.summary.maps else (_tr("Low"), _tr("High"), _tr("Change"))


def _tip(part: int, summary: Summary) -> str:
    name = _tr("Map {number}") if summary.maps else _tr("Unit {number}")
    lines = [name.format(number=part), _tr("Variance: {value}").format(value=f"{summary.variances[part]:.4g}")]
    if summary.part_kl is not None:
        lines.append(_tr("KL: {value} nats").format(value=f"{summary.part_kl[part]:.4g}"))
    if part in summary.idle_parts:
        lines.append(_tr("Dead: the same for every example") if summary.kl is None else _tr("Collapsed: says nothing about the image"))
    return "\n".join(lines)


def _tr(text: str) -> str:
    return QCoreApplication.translate("codes", text)

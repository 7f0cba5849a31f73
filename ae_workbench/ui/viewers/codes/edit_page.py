"""One image's code as bars or maps that can be changed, and what it decodes to meanwhile."""

from collections.abc import Callable

from numpy.typing import NDArray
from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QSlider, QStackedLayout, QVBoxLayout, QWidget

from ae_workbench.ui import theme
from ae_workbench.ui.elided_label import ElidedLabel
from ae_workbench.ui.still_row import StillRow
from ae_workbench.ui.viewers.codes.bars import CodeBars
from ae_workbench.ui.viewers.codes.code_widget import HEADROOM, CodeWidget
from ae_workbench.ui.viewers.codes.edit import CodeEdit
from ae_workbench.ui.viewers.codes.jobs import OneCode, Summary
from ae_workbench.ui.viewers.codes.maps import CodeMaps
from ae_workbench.ui.viewers.codes.unit_words import unit_words
from ae_workbench.ui.viewers.page_controls import tool
from ae_workbench.ui.viewers.pictures import Picture, Waves
from ae_workbench.ui.viewers.tiles import Column, Tile, TileGrid
from ae_workbench.ui.wording import signed_text

BRUSH_STEPS = 100
LEAST_PICTURES_PX, MOST_PICTURES_PX = 150, 360
TITLES_PX = 60


class EditPage(QWidget):
    """``decode_wanted`` carries the changed code, (*code_dims)."""

    decode_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.edit = CodeEdit()
        self.one: OneCode | None = None
        self.summary: Summary | None = None
        self.decoded: Picture | None = None
        self._to_choose: int | None = None
        self._build()
        self._connect()

    def _build(self) -> None:
        self.pictures = TileGrid()
        self.pictures.setObjectName("code_pictures")
        self.pictures.setAccessibleName(self.tr("The image, its reconstruction and what the changed code decodes to"))
        self.pictures.setFixedWidth(LEAST_PICTURES_PX)
        self.pictures.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.bars, self.maps = CodeBars(), CodeMaps()
        self.bars.setAccessibleName(self.tr("The code as bars"))
        self.maps.setAccessibleName(self.tr("The code as maps"))
        self.bars_scroll = QScrollArea(widgetResizable=True, frameShape=QFrame.Shape.NoFrame)
        self.bars_scroll.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.bars_scroll.setWidget(self.bars)
        self.bars_scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        codes = QWidget()
        self._kinds = QStackedLayout(codes)
        self._kinds.addWidget(self.bars_scroll)
        self._kinds.addWidget(self.maps)
        layout = QVBoxLayout(self, spacing=6)
        layout.setContentsMargins(0, 0, 0, 0)
        middle = QHBoxLayout(spacing=10)
        middle.addWidget(self.pictures)
        middle.addWidget(codes, 1)
        layout.addLayout(middle, 1)
        layout.addLayout(self._foot())

    def _foot(self) -> QHBoxLayout:
        self.note = ElidedLabel("code_note", Qt.TextElideMode.ElideRight)
        self.note.setFont(theme.number_font(self.note.font()))
        theme.set_role(self.note, "muted")
        self.brush_label = QLabel(self.tr("&Paint with"))
        self.brush = QSlider(Qt.Orientation.Horizontal, objectName="code_brush_slider", minimum=0, maximum=BRUSH_STEPS, value=BRUSH_STEPS)
        self.brush.setFixedWidth(110)
        self.brush.setAccessibleName(self.tr("Value to paint with"))
        self.brush.setToolTip(self.tr("The value that units of a map get where you drag over them; at the left end it erases"))
        self.brush_label.setBuddy(self.brush)
        self.undo_button = tool("undo-2", "code_undo_button", self.tr("Take back the last change of the code (Ctrl+Z)"))
        self.redo_button = tool("redo-2", "code_redo_button", self.tr("Make the change again (Ctrl+Y)"))
        self.reset_button = tool("rotate-ccw", "code_reset_button", self.tr("Back to the code of the image (Escape)"))
        foot = QHBoxLayout(spacing=8)
        foot.addWidget(StillRow(self.note), 1)
        for widget in (self.brush_label, self.brush, self.undo_button, self.redo_button, self.reset_button):
            foot.addWidget(widget)
        return foot

    def _connect(self) -> None:
        for widget in (self.bars, self.maps):
            widget.began.connect(self.edit.begin)
            widget.changed.connect(self._set)
            widget.restored.connect(self._restore)
            widget.hovered.connect(self._say)
            widget.unit_chosen.connect(self._say)
        self.brush.valueChanged.connect(self._set_brush)
        for button, slot in ((self.undo_button, self._undo), (self.redo_button, self._redo), (self.reset_button, self._reset)):
            button.clicked.connect(slot)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 (Qt's name)
        """Three pictures over each other are as large as the height allows."""
        super().resizeEvent(event)
        self.pictures.setFixedWidth(min(max(LEAST_PICTURES_PX, self.height() // 3 + TITLES_PX), MOST_PICTURES_PX))

    # Keys

    def event(self, event: QEvent) -> bool:
        """Undo and redo are this page's while the focus is in it, and not the window's."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._slot_for(event) is not None:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        slot = self._slot_for(event)
        if slot is None:
            super().keyPressEvent(event)
        else:
            slot()

    def _slot_for(self, event: QKeyEvent) -> Callable[[], None] | None:
        if event.key() == Qt.Key.Key_Escape and self.edit.is_changed:
            return self._reset
        if event.matches(QKeySequence.StandardKey.Undo):
            return self._undo
        return self._redo if event.matches(QKeySequence.StandardKey.Redo) else None

    @property
    def widget(self) -> CodeWidget:
        """Bars or maps, whichever fit the code."""
        return self.maps if self._kinds.currentWidget() is self.maps else self.bars

    def choose(self, unit: int) -> None:
        """Mark a unit; of a code that is still to come, when it is there."""
        self._to_choose = unit
        if unit < len(self.widget.values):
            self.widget.choose(unit)

    # Showing

    def show_summary(self, summary: Summary) -> None:
        """Scale and background for the code."""
        self.summary = summary
        self.widget.show_summary(summary)
        self._set_brush()
        self._say()

    def show_one(self, one: OneCode) -> None:
        """An image's code. Changes stay where the same image comes with another epoch's code."""
        if self.one is None or (self.one.index, self.one.dataset, self.one.run) != (one.index, one.dataset, one.run):
            self.edit.forget()
        self.one, self.decoded = one, None
        self.edit.set_base(one.code)
        has_maps = one.code.ndim == 3
        self._kinds.setCurrentWidget(self.maps if has_maps else self.bars_scroll)
        for widget in (self.brush_label, self.brush):
            widget.setVisible(has_maps)
        if self.summary is not None and self.summary.code_dims == one.code.shape:
            self.widget.show_summary(self.summary)
        self._show_code()
        if self._to_choose is not None and self._to_choose < len(self.widget.values):
            self.widget.choose(self._to_choose)
        self._to_choose = None

    def show_decoded(self, picture: Picture) -> None:
        """What the changed code decodes to."""
        if self.edit.is_changed:
            self.decoded = picture
            self._show_pictures()

    def show_ghost(self, code: NDArray | None) -> None:
        """Mark the values of the canvas's code."""
        self.bars.show_ghost(code)

    def set_colour_map(self, name: str) -> None:
        self.pictures.set_colour_map(name)
        self.maps.set_colour_map(name)

    def _show_code(self) -> None:
        code = self.edit.code
        if self.edit.base is None or code is None:
            return
        self.widget.show_code(self.edit.base, code)
        self.undo_button.setEnabled(self.edit.can_undo)
        self.redo_button.setEnabled(self.edit.can_redo)
        self.reset_button.setEnabled(self.edit.is_changed)
        if self.edit.is_changed:
            self.decode_wanted.emit(code)
        else:
            self.decoded = None
        self._show_pictures()
        self._say()

    def _show_pictures(self) -> None:
        one = self.one
        if one is None:
            return
        if isinstance(one.example, Waves):
            changed = (one.output, self.decoded) if isinstance(self.decoded, Waves) else (one.output,)
            pictures: Column = ((one.example, one.output), changed)  # type: ignore[assignment]
            titles: tuple[str, ...] = ("", "")
        else:
            pictures, titles = (
                (one.example, one.output, self.decoded or one.output),
                (self.tr("Input"), self.tr("Output"), self.tr("Edited")),
            )
        self.pictures.show_tiles([Tile(one.index, pictures)], titles)

    # Changing

    @Slot(int, float)
    def _set(self, unit: int, value: float) -> None:
        self.edit.set(unit, value)
        self._show_code()

    @Slot(int)
    def _restore(self, unit: int) -> None:
        self.edit.restore(unit)
        self._show_code()

    @Slot()
    def _undo(self) -> None:
        self.edit.undo()
        self._show_code()

    @Slot()
    def _redo(self) -> None:
        self.edit.redo()
        self._show_code()

    @Slot()
    def _reset(self) -> None:
        self.edit.reset()
        self._show_code()

    @Slot()
    def _set_brush(self) -> None:
        low, high = self.maps.span
        share = self.brush.value() / BRUSH_STEPS
        self.maps.brush_value = high / HEADROOM * share if low >= 0 else low / HEADROOM + share * (high - low) / HEADROOM

    # Words

    @Slot()
    @Slot(int)
    @Slot(object)
    def _say(self, hovered: int | None = None) -> None:
        unit = self.widget.unit if hovered is None else hovered
        if self.one is None:
            return
        if unit is None or unit >= len(self.widget.values):
            self.note.setText(self._general())
            return
        name = self.tr("Unit {unit}").format(unit=unit)
        if self.widget is self.maps:
            number, row, column = self.maps.where(unit)
            name = self.tr("Map {map} · row {row}, column {column}").format(map=number, row=row, column=column)
        words = [name, signed_text(self.widget.values[unit], ".3g")]
        if self.widget.values[unit] != self.widget.base[unit]:
            words.append(self.tr("was {value}").format(value=signed_text(self.widget.base[unit], ".3g")))
        self.note.setText(" · ".join([*words, *([] if self.widget is self.maps else unit_words(self.summary, unit))]))

    def _general(self) -> str:
        one = self.one
        if one is None:
            return ""
        said = self.tr("Test example {index}, epoch {epoch} · drag a bar to change the code")
        if self.widget is self.maps:
            said = self.tr("Test example {index}, epoch {epoch} · paint on a map to change the code")
        legend = "" if self.widget is self.maps else " · " + self.tr("bar: this example · band: usual range · ◆ drawing")
        return said.format(index=one.index, epoch=one.epoch) + legend

"""The canvas: draw, and see while drawing what the shown run makes of it."""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence, QShowEvent, QUndoStack
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from ae_workbench.analysis.canvas import Framing
from ae_workbench.core.shape import Shape
from ae_workbench.data.sounds import source as sounds
from ae_workbench.ui import theme
from ae_workbench.ui.actions import make_checkable
from ae_workbench.ui.canvas import pads
from ae_workbench.ui.canvas.curve_pad import CurvePad
from ae_workbench.ui.canvas.edits import Edit
from ae_workbench.ui.canvas.files import CanvasFiles
from ae_workbench.ui.canvas.looking import Looking
from ae_workbench.ui.canvas.noise import NoiseRow
from ae_workbench.ui.canvas.pad import Change, Pad, Piece
from ae_workbench.ui.canvas.picture_pad import PicturePad
from ae_workbench.ui.canvas.results import CanvasResults
from ae_workbench.ui.canvas.strokes import Brush
from ae_workbench.ui.canvas.tools import Tools
from ae_workbench.ui.canvas.view import CanvasView
from ae_workbench.ui.help.context import set_help
from ae_workbench.ui.keys import DELETE_KEYS
from ae_workbench.ui.panels.section import UprightScroll
from ae_workbench.ui.workers import CodecThread
from ae_workbench.ui.workspace import Workspace

MOST_UNDO = 200
WIDEST_SUGGESTED, USUAL_SHARE = 0.15, 0.7
"""How much of the canvas a figure usually fills."""
LEAST_WIDTH_PX = 240
Key = Qt.Key
Standard = QKeySequence.StandardKey


class CanvasPanel(QWidget):
    """``refused`` gives a sentence where an image can't be read or saved, ``told`` where one was saved."""

    refused = Signal(str)
    told = Signal(str)

    def __init__(self, workspace: Workspace, codec: CodecThread, parent: QWidget | None = None) -> None:
        super().__init__(parent, objectName="canvas_panel")
        set_help(self, "panels/canvas")
        self.workspace = workspace
        self.undo_stack = QUndoStack(self)
        self.undo_stack.setUndoLimit(MOST_UNDO)
        self._build(codec)
        self._connect()
        self._random = np.random.default_rng()
        self._follow_data()

    # Building

    def _build(self, codec: CodecThread) -> None:
        self.view = CanvasView()
        self.view.setAccessibleName(self.tr("Canvas"))
        self.view.setAccessibleDescription(self.tr("Arrow keys move the brush, with Shift they draw."))
        self.tools = Tools(self.undo_stack)
        self.noise = NoiseRow()
        self.results = CanvasResults()
        self.looking = Looking(self.workspace, codec, self.view, self.noise, self.results)
        self.files = CanvasFiles(self, self.looking, codec)
        self._add_menu()
        card = QFrame()
        theme.set_role(card, "card")
        column = QVBoxLayout(card, spacing=8)
        column.setContentsMargins(10, 8, 10, 10)
        for widget in (self.tools, self.view, self.tools.brush_row, self.tools.feature_row, self.noise, self.results):
            column.addWidget(widget)
        column.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 8, 8)
        layout.addWidget(UprightScroll("canvas_scroll", card, LEAST_WIDTH_PX))

    def _add_menu(self) -> None:
        add = self.tools.add_to_menu
        self.load_action = add("folder-open", "canvas_load_action", self.tr("&Load image…"))
        self.paste_action = add("clipboard-paste", "canvas_paste_action", self.tr("&Paste image"), "Ctrl+V")
        self.copy_action = add("copy", "canvas_copy_action", self.tr("&Copy drawing"), "Ctrl+C")
        self.tools.menu.addSeparator()
        self.save_action = add("save", "canvas_save_action", self.tr("&Save drawing…"))
        self.save_result_action = add("download", "canvas_save_result_action", self.tr("Save drawing and &result…"))
        self.tools.menu.addSeparator()
        self.noise_action = add("dices", "canvas_other_noise_action", self.tr("Draw other &noise"), "N")
        self.centre_action = add("focus", "canvas_centre_action", self.tr("C&entre and scale like the data"))
        make_checkable(self.centre_action)
        self.centre_action.setChecked(True)

    def _connect(self) -> None:
        workspace, tools, files = self.workspace, self.tools, self.files
        workspace.dataset_changed.connect(self._follow_data)
        workspace.run_changed.connect(self._follow_data)
        workspace.sent_to_canvas.connect(self.take_example)
        self.view.stroked.connect(self._keep_stroke)
        self.view.dropped.connect(self.files.take_data)
        tools.brush_changed.connect(self._take_brush)
        tools.feature_changed.connect(self._choose_feature)
        tools.clear_requested.connect(self.clear)
        tools.picked_requested.connect(self.take_picked)
        self.looking.framed.connect(self._suggest_brush)
        files.taken.connect(self._keep_image)
        files.refused.connect(self.refused)
        files.told.connect(self.told)
        slots = {
            self.load_action: files.ask_image, self.paste_action: files.paste, self.copy_action: files.copy,
            self.save_action: files.ask_drawing, self.save_result_action: files.ask_result, self.noise_action: self.looking.shake_noise,
        }  # fmt: skip
        for action, slot in slots.items():
            action.triggered.connect(slot)
        self.installEventFilter(self)
        self.centre_action.toggled.connect(self.looking.set_centred)

    # What is drawn on

    @property
    def pad(self) -> Pad | None:
        return self.view.pad

    @property
    def shape(self) -> Shape | None:
        """Shape of the data, or of the shown run where its data aren't loaded."""
        if self.workspace.dataset is not None:
            return self.workspace.dataset.shape
        return self.workspace.run_folder.facts.shape if self.workspace.run_folder else None

    @Slot()
    def _follow_data(self) -> None:
        dataset, scaling, shape = self.workspace.dataset, self.workspace.scaling, self.shape
        if shape is not None and not pads.fits(self.pad, shape, dataset, scaling):
            self._show_pad(pads.make_pad(shape, dataset, scaling))
        elif isinstance(self.pad, CurvePad):
            self.pad.low, self.pad.high = pads.span(dataset, scaling)
            self.view.update()
        self.tools.picked_button.setEnabled(dataset is not None)
        self.looking.take_data(dataset)

    def _show_pad(self, pad: Pad) -> None:
        self.undo_stack.clear()
        self.view.show_pad(pad)
        is_picture, has_colour = pad.shape.is_image, isinstance(pad, PicturePad) and pad.has_colour
        self.view.say(self._hint(is_picture))
        self.tools.show_for(is_picture, has_colour, 0 if is_picture else pad.shape.dims[1])
        self.noise.show_for(is_picture)
        for action in (self.load_action, self.paste_action, self.centre_action):
            action.setEnabled(is_picture)

    def _hint(self, is_picture: bool) -> str:
        if not is_picture:
            return self.tr("Draw a curve from left to right")
        is_sound = self.workspace.choice is not None and self.workspace.choice.key == sounds.SOURCE.key
        return self.tr("Draw a spectrum: high tones are at the top") if is_sound else self.tr("Draw here")

    # What is done to the drawing

    @Slot(object)
    def _keep_stroke(self, change: Change) -> None:
        self._keep(self.tr("Stroke"), change)

    @Slot(object)
    def _keep_image(self, change: Change) -> None:
        self._keep(self.tr("Take image"), change)

    def _keep(self, text: str, change: Change | None) -> None:
        if change is not None:
            self.undo_stack.push(Edit(text, change, self._put))
            self._show_drawing()

    def _put(self, piece: Piece) -> None:
        if self.pad is not None:
            self.pad.put(piece)
            self._show_drawing()

    def _show_drawing(self) -> None:
        self.view.update()
        self.looking.look()

    @Slot()
    def clear(self) -> None:
        """Wipe the canvas; can be undone."""
        if self.pad is not None:
            self._keep(self.tr("Clear"), self.pad.clear())

    @Slot(object)
    def take_example(self, example: NDArray[np.float32]) -> None:
        """Become a data example, as the model sees it."""
        if self.pad is not None and example.shape == self.pad.shape.dims:
            self._keep(self.tr("Take example"), self.pad.take_example(example))

    @Slot()
    def take_picked(self) -> None:
        """Become the test example that is picked in the viewers; where none is, any, which is picked then."""
        dataset = self.workspace.dataset
        if dataset is None:
            return
        if self.workspace.picked is None:
            self.workspace.pick(int(self._random.integers(len(dataset.test))))
        self.take_example(self.workspace.scaling.apply(dataset.test.examples[self.workspace.picked]))

    @Slot(object)
    def _suggest_brush(self, framing: Framing) -> None:
        """Lines of a drawing of the usual size come out as wide as those of the data."""
        if framing.stroke is not None and framing.side is not None:
            self.tools.suggest_size(min(WIDEST_SUGGESTED, framing.stroke / framing.side * USUAL_SHARE))

    @Slot(object)
    def _take_brush(self, brush: Brush) -> None:
        self.view.brush = brush

    @Slot(int)
    def _choose_feature(self, feature: int) -> None:
        if isinstance(self.pad, CurvePad):
            self.pad.feature = feature
            self.view.update()

    # Keys, and being seen

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 (Qt's name)
        """Keep undo, copy and paste for the canvas while the focus is in it."""
        if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent) or self._slot_for(event) is None:
            return False
        event.accept()
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        slot = self._slot_for(event)
        if slot is None:
            super().keyPressEvent(event)
        else:
            slot()

    def _slot_for(self, event: QKeyEvent) -> Callable[[], object] | None:
        for key, slot in (
            (Standard.Undo, self.undo_stack.undo), (Standard.Redo, self.undo_stack.redo),
            (Standard.Paste, self.files.paste), (Standard.Copy, self.files.copy),
        ):  # fmt: skip
            if event.matches(key):
                return slot
        if event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier):
            return None
        tools = self.tools
        plain: dict[int, Callable[[], object]] = {
            Key.Key_B: tools.brush_button.click, Key.Key_E: tools.eraser_button.click, **dict.fromkeys(DELETE_KEYS, self.clear),
            Key.Key_T: self.take_picked, Key.Key_N: self.looking.shake_noise,
            Key.Key_BracketLeft: tools.make_smaller, Key.Key_BracketRight: tools.make_larger,
        }  # fmt: skip
        return plain.get(event.key())

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 (Qt's name)
        super().showEvent(event)
        self.looking.start_over()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 (Qt's name)
        super().hideEvent(event)
        self.looking.pause()

"""Brush, eraser and what else one does to a drawing, as a row of buttons, a menu and sliders."""

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction, QColor, QIcon, QPainter, QPixmap, QUndoStack
from PySide6.QtWidgets import QButtonGroup, QColorDialog, QComboBox, QHBoxLayout, QLabel, QMenu, QSlider, QToolButton, QVBoxLayout, QWidget

from ae_workbench.ui import theme
from ae_workbench.ui.canvas.strokes import Brush

ICON_PX, SWATCH_PX = 16, 16
SMALLEST, LARGEST = 1, 40
"""Diameter of the brush in hundredths of the pad's longer side."""
SIZE_STEP = 0.25
USUAL = Brush()


class Tools(QWidget):
    """``brush_changed`` gives a ``Brush``; the rest are requests. Actions of the menu carry their shortcuts for the panel."""

    brush_changed = Signal(object)
    feature_changed = Signal(int)
    clear_requested = Signal()
    picked_requested = Signal()

    def __init__(self, undo_stack: QUndoStack, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._undo_stack = undo_stack
        self._size_is_chosen = False
        self._ink: tuple[int, int, int] | None = None
        self._build()
        self._connect()
        for button in (self.undo_button, self.redo_button):
            button.setEnabled(False)

    def _build(self) -> None:
        self.brush_button = self._button("pencil", "brush_button", self.tr("Draw (B). The right mouse button erases meanwhile."))
        self.eraser_button = self._button("eraser", "eraser_button", self.tr("Erase (E)"))
        self.undo_button = self._button("undo-2", "canvas_undo_button", self.tr("Take back the last stroke (Ctrl+Z in the canvas)"))
        self.redo_button = self._button("redo-2", "canvas_redo_button", self.tr("Bring back what was taken back (Ctrl+Y in the canvas)"))
        self.clear_button = self._button("trash-2", "clear_button", self.tr("Clear the canvas (Delete)"))
        self.picked_button = self._button(
            "image", "take_picked_button", self.tr("Take the picked test example, or any where none is picked (T)")
        )
        self.menu_button = self._button("ellipsis", "canvas_menu_button", self.tr("Images in and out, and how the drawing is framed"))
        self.menu = QMenu(self.menu_button)
        self.menu_button.setMenu(self.menu)
        self.menu_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._kinds = QButtonGroup(self, exclusive=True)
        for button in (self.brush_button, self.eraser_button):
            button.setCheckable(True)
            self._kinds.addButton(button)
        self.brush_button.setChecked(True)
        self.size_slider = self._slider("brush_size_slider", SMALLEST, LARGEST, round(100 * USUAL.size), self.tr("Brush size ([ and ])"))
        softness = self.tr("Softness: how far the ink fades from the middle of the brush to its edge")
        self.softness_slider = self._slider("brush_softness_slider", 0, 100, round(100 * USUAL.softness), softness)
        self.colour_button = self._button("square", "ink_colour_button", self.tr("Colour of the ink"))
        self.feature_box = QComboBox(objectName="canvas_feature_box")
        self.feature_box.setAccessibleName(self.tr("Feature that is drawn"))
        self.feature_box.setToolTip(self.tr("Which of the values of each time step is drawn"))
        self._lay_out()

    def _button(self, icon: str, name: str, tip: str) -> QToolButton:
        button = QToolButton(self, objectName=name)
        button.setIcon(theme.icon(icon))
        button.setIconSize(QSize(ICON_PX, ICON_PX))
        button.setAccessibleName(tip.split(" (")[0].split(".")[0])
        button.setToolTip(tip)
        return button

    def _slider(self, name: str, low: int, high: int, value: int, tip: str) -> QSlider:
        slider = QSlider(Qt.Orientation.Horizontal, objectName=name, minimum=low, maximum=high, value=value)
        slider.setAccessibleName(tip.split(" (")[0].split(":")[0])
        slider.setToolTip(tip)
        slider.setMinimumWidth(40)
        return slider

    def _lay_out(self) -> None:
        bar = QHBoxLayout(spacing=2)
        for widget in (self.brush_button, self.eraser_button, self.undo_button, self.redo_button, self.clear_button):
            bar.addWidget(widget)
        bar.addStretch(1)
        bar.addWidget(self.picked_button)
        bar.addWidget(self.menu_button)
        self.brush_row, self.feature_row = QWidget(), QWidget()
        row = QHBoxLayout(self.brush_row, spacing=6)
        row.setContentsMargins(0, 0, 0, 0)
        for text, slider in ((self.tr("Si&ze"), self.size_slider), (self.tr("&Soft"), self.softness_slider)):
            row.addWidget(self._label(text, slider))
            row.addWidget(slider, 1)
        row.addWidget(self.colour_button)
        row = QHBoxLayout(self.feature_row, spacing=6)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._label(self.tr("Fe&ature"), self.feature_box))
        row.addWidget(self.feature_box, 1)
        self.bar = QWidget(self)
        self.bar.setLayout(bar)
        bar.setContentsMargins(0, 0, 0, 0)
        layout = QVBoxLayout(self, spacing=4)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.bar)

    def _label(self, text: str, buddy: QWidget) -> QLabel:
        label = QLabel(text)
        theme.set_role(label, "muted")
        label.setBuddy(buddy)
        return label

    def _connect(self) -> None:
        self._kinds.buttonToggled.connect(self._tell)
        self.size_slider.valueChanged.connect(self._choose_size)
        self.softness_slider.valueChanged.connect(self._tell)
        self.colour_button.clicked.connect(self._ask_colour)
        self.feature_box.currentIndexChanged.connect(self.feature_changed)
        self.clear_button.clicked.connect(self.clear_requested)
        self.picked_button.clicked.connect(self.picked_requested)
        self.undo_button.clicked.connect(self._undo_stack.undo)
        self.redo_button.clicked.connect(self._undo_stack.redo)
        self._undo_stack.canUndoChanged.connect(self.undo_button.setEnabled)
        self._undo_stack.canRedoChanged.connect(self.redo_button.setEnabled)

    @property
    def brush(self) -> Brush:
        """The brush as it is set."""
        return Brush(self.size_slider.value() / 100, self.softness_slider.value() / 100, self.eraser_button.isChecked(), self._ink)

    def suggest_size(self, share: float) -> None:
        """Set the size to what goes with the data, unless somebody has set it."""
        if not self._size_is_chosen:
            self.size_slider.setValue(round(100 * share))
            self._size_is_chosen = False

    def show_for(self, is_image: bool, has_colour: bool, features: int) -> None:
        """Show what goes with the data."""
        self.brush_row.setVisible(is_image)
        self.colour_button.setVisible(has_colour)
        self.feature_row.setVisible(not is_image and features > 1)
        self.feature_box.blockSignals(True)
        self.feature_box.clear()
        self.feature_box.addItems([str(number + 1) for number in range(features)])
        self.feature_box.blockSignals(False)
        self._paint_colour()

    @Slot()
    def make_larger(self) -> None:
        """The next larger brush."""
        self.size_slider.setValue(self.size_slider.value() + self._step)

    @Slot()
    def make_smaller(self) -> None:
        """The next smaller brush."""
        self.size_slider.setValue(self.size_slider.value() - self._step)

    @property
    def _step(self) -> int:
        return max(1, round(self.size_slider.value() * SIZE_STEP))

    def add_to_menu(self, icon: str, name: str, text: str, keys: str = "") -> QAction:
        """A new entry; ``keys`` are shown, the panel obeys them while it has the focus.

        Made here and not by the menu: PySide 6.11 now and then takes objects that Qt made for deleted, though they aren't.
        """
        action = QAction(theme.icon(icon), text + (f"\t{keys}" if keys else ""), self.menu, objectName=name)
        self.menu.addAction(action)
        return action

    @Slot()
    def _choose_size(self) -> None:
        self._size_is_chosen = True
        self._tell()

    @Slot()
    def _tell(self) -> None:
        self.brush_changed.emit(self.brush)

    @Slot()
    def _ask_colour(self) -> None:
        dialog = QColorDialog(QColor(*self._ink) if self._ink else QColor("white"), self)
        dialog.setObjectName("ink_colour_dialog")
        dialog.setWindowTitle(self.tr("Colour of the ink"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.colorSelected.connect(self._take_colour)
        dialog.open()

    @Slot(QColor)
    def _take_colour(self, colour: QColor) -> None:
        self._ink = (colour.red(), colour.green(), colour.blue())
        self.brush_button.setChecked(True)
        self._paint_colour()
        self._tell()

    def _paint_colour(self) -> None:
        pixmap = QPixmap(SWATCH_PX * 2, SWATCH_PX * 2)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(theme.current().muted))
        painter.setBrush(QColor(*self._ink) if self._ink else QColor("white"))
        painter.drawEllipse(3, 3, SWATCH_PX * 2 - 6, SWATCH_PX * 2 - 6)
        painter.end()
        self.colour_button.setIcon(QIcon(pixmap))

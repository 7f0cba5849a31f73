"""The row of controls over the plane: how codes are laid out, what is seen, how finely it is decoded."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSlider, QWidget

from ae_workbench.ui import theme
from ae_workbench.ui.buttons import tool_button
from ae_workbench.ui.fields import QuietComboBox
from ae_workbench.ui.viewers.latent.tiles_on_plane import FEWEST, MOST, USUAL

SLIDER_PX = 84


class PlaneBar(QWidget):
    """``layout_changed``, ``range_changed``, ``tiles_changed``, ``layers_changed`` and ``home_requested`` tell what was asked for."""

    layout_changed = Signal(str)
    range_changed = Signal(str)
    tiles_changed = Signal(int)
    layers_changed = Signal()
    home_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._build()
        self._connect()

    def _build(self) -> None:
        self.layout_box = self._combo("latent_plane_layout_box", self.tr("Layout"), self.tr(
            "How codes are laid out on the plane.\n"
            "Two units: two numbers of the code, the others held.\n"
            "PCA: the two directions in which codes differ most; a point still decodes.\n"
            "t-SNE: neighbours stay neighbours; distances mean little, and a point can't be decoded."
        ))  # fmt: skip
        self.range_box = self._combo("latent_plane_range_box", self.tr("Range"), self.tr(
            "What is seen at first.\n5–95 %: the middle of the normal distribution that a variational model's codes follow.\n"
            "Fit: what holds the codes of the test examples."
        ))  # fmt: skip
        self.range_box.addItem(self.tr("5–95 %"), "quantiles")
        self.range_box.addItem(self.tr("Fit"), "fitted")
        self.tiles_slider = QSlider(Qt.Orientation.Horizontal, objectName="latent_plane_tiles_slider")
        self.tiles_slider.setRange(FEWEST, MOST)
        self.tiles_slider.setValue(USUAL)
        self.tiles_slider.setFixedWidth(SLIDER_PX)
        self.tiles_slider.setAccessibleName(self.tr("Decoded tiles"))
        self.tiles_slider.setToolTip(self.tr("How many points along the plane's shorter side are decoded: 15 makes 15×15 in a square."))
        self.tiles_label = QLabel(str(USUAL))
        self.tiles_label.setFont(theme.number_font(self.tiles_label.font()))
        self.tiles_label.setMinimumWidth(self.tiles_label.fontMetrics().horizontalAdvance("40"))
        theme.set_role(self.tiles_label, "muted")
        images, points = self.tr("Decoded images behind the points"), self.tr("Codes of the test examples as points")
        home = self.tr("Show everything again (Home)\nThe wheel zooms; the middle button, or Ctrl, pans.")
        self.backdrop_button = tool_button("latent_plane_backdrop_button", "grid-3x3", images, checkable=True)
        self.points_button = tool_button("latent_plane_points_button", "chart-scatter", points, checkable=True)
        self.home_button = tool_button("latent_plane_home_button", "maximize", home)
        for button in (self.backdrop_button, self.points_button):
            button.setChecked(True)
        row = QHBoxLayout(self, spacing=6)
        row.setContentsMargins(0, 0, 0, 0)
        for widget in (self.layout_box, self.range_box, self.tiles_slider, self.tiles_label):
            row.addWidget(widget)
        row.addStretch(1)
        for widget in (self.backdrop_button, self.points_button, self.home_button):
            row.addWidget(widget)

    def _combo(self, name: str, title: str, help_text: str) -> QuietComboBox:
        box = QuietComboBox(wants_all=True)
        box.setObjectName(name)
        box.setAccessibleName(title)
        box.setToolTip(help_text)
        return box

    def _connect(self) -> None:
        self.layout_box.activated.connect(self._tell_layout)
        self.range_box.activated.connect(self._tell_range)
        self.tiles_slider.valueChanged.connect(self._tell_tiles)
        self.backdrop_button.toggled.connect(self.layers_changed)
        self.points_button.toggled.connect(self.layers_changed)
        self.home_button.clicked.connect(self.home_requested)

    # What is chosen

    @property
    def layout_key(self) -> str:
        return self.layout_box.currentData() or "units"

    @property
    def range_key(self) -> str:
        return self.range_box.currentData()

    @property
    def tiles(self) -> int:
        return self.tiles_slider.value()

    def offer_layouts(self, layouts: list[tuple[str, str]]) -> None:
        """Offer these (key, title), keeping the choice where it is among them."""
        before = self.layout_box.currentData() if self.layout_box.count() > 1 else None  # the only one wasn't chosen
        if [self.layout_box.itemData(i) for i in range(self.layout_box.count())] != [key for key, _ in layouts]:
            self.layout_box.clear()
            for key, title in layouts:
                self.layout_box.addItem(title, key)
            self.layout_box.setCurrentIndex(max(0, self.layout_box.findData(before)))
        self.layout_box.setVisible(len(layouts) > 1)

    def choose_layout(self, key: str) -> None:
        """Take this layout without telling."""
        self.layout_box.setCurrentIndex(max(0, self.layout_box.findData(key)))

    def allow(self, ranges: bool, tiles: bool) -> None:
        """Whether there is a range to choose, and anything to decode."""
        self.range_box.setVisible(ranges)
        for widget in (self.tiles_slider, self.tiles_label, self.backdrop_button):
            widget.setVisible(tiles)

    def choose_range(self, key: str) -> None:
        """Take this range without telling."""
        self.range_box.setCurrentIndex(self.range_box.findData(key))

    @Slot()
    def _tell_layout(self) -> None:
        self.layout_changed.emit(self.layout_key)

    @Slot()
    def _tell_range(self) -> None:
        self.range_changed.emit(self.range_key)

    @Slot(int)
    def _tell_tiles(self, count: int) -> None:
        self.tiles_label.setText(str(count))
        self.tiles_changed.emit(count)

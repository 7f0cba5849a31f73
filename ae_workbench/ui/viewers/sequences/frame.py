"""The sequences viewer's controls: class and feature, or the row that images are built up to, and paging."""

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QSlider, QStackedWidget, QVBoxLayout, QWidget

from ae_workbench.data.dataset import Dataset
from ae_workbench.ui import theme
from ae_workbench.ui.buttons import tool_button
from ae_workbench.ui.elided_label import ElidedLabel
from ae_workbench.ui.fields import QuietComboBox
from ae_workbench.ui.still_row import StillRow
from ae_workbench.ui.viewers.sequences.row_grid import RowGrid
from ae_workbench.ui.viewers.sequences.wave_grid import WaveGrid
from ae_workbench.ui.wording import data_word

WHOLE_MS = 2400
LEAST_FRAME_MS = 40


class Frame(QWidget):
    """``changed``: other examples or features are wanted."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._build()
        self._lay_out()
        self._connect()

    def _build(self) -> None:
        self.class_box = self._box("sequences_class_box", self.tr("Class of the sequences"), self.tr("Show sequences of one class only"))
        self.feature_box = self._box(
            "sequences_feature_box", self.tr("Feature"), self.tr("Which of the numbers at each time step is drawn")
        )
        self.play_button = tool_button("sequences_play_button", "play", self.tr("Play the rows one after the other"))
        self.play_button.setCheckable(True)
        self.step_slider = QSlider(Qt.Orientation.Horizontal, objectName="sequences_step_slider")
        self.step_slider.setAccessibleName(self.tr("Row"))
        self.step_slider.setToolTip(self.tr("Each row of an image is one time step: images are shown up to this row"))
        self.step_label = QLabel(objectName="sequences_step_label")
        self.note_label = ElidedLabel("sequences_note", Qt.TextElideMode.ElideRight)
        self.page_label = QLabel(objectName="sequences_page_label")
        for label in (self.step_label, self.note_label, self.page_label):
            theme.set_role(label, "muted")
            label.setFont(theme.number_font(label.font()))
        self.back_button = tool_button("sequences_back_button", "chevron-left", self.tr("The examples before these"))
        self.forward_button = tool_button("sequences_forward_button", "chevron-right", self.tr("The examples after these"))
        self.waves = WaveGrid()
        self.waves.setObjectName("sequences_curves")
        self.waves.setAccessibleName(self.tr("Sequences as curves, what the model writes over them"))
        self.rows = RowGrid()
        self.rows.setObjectName("sequences_rows")
        self.rows.setAccessibleName(self.tr("Images row by row, beside what the model writes"))

    def _box(self, name: str, title: str, tip: str) -> QuietComboBox:
        box = QuietComboBox(wants_all=True)
        box.setObjectName(name)
        box.setAccessibleName(title)
        box.setToolTip(tip)
        return box

    def _lay_out(self) -> None:
        head = QHBoxLayout(spacing=8)
        for widget in (self.class_box, self.feature_box, self.play_button):
            head.addWidget(widget)
        head.addWidget(self.step_slider, 1)
        head.addWidget(self.step_label)
        head.addWidget(StillRow(self.note_label), 2)
        for widget in (self.back_button, self.page_label, self.forward_button):
            head.addWidget(widget)
        self.pages = QStackedWidget()
        self.pages.addWidget(self.waves)
        self.pages.addWidget(self.rows)
        layout = QVBoxLayout(self, spacing=10)
        layout.setContentsMargins(12, 10, 12, 12)
        layout.addLayout(head)
        layout.addWidget(self.pages, 1)

    def _connect(self) -> None:
        self.class_box.activated.connect(self.changed)
        self.feature_box.activated.connect(self.changed)
        self.step_slider.valueChanged.connect(self._follow_step)
        self.play_button.toggled.connect(self._play)
        self._timer.timeout.connect(self._next)
        for grid in (self.waves, self.rows):
            grid.capacity_changed.connect(self.changed)

    # For the data at hand

    def take(self, dataset: Dataset) -> None:
        """Offer what these data have: classes, features or rows."""
        is_image = dataset.shape.is_image
        labels = dataset.test.labels
        names = tuple(map(data_word, dataset.class_names)) if labels is not None else ()
        self._fill(self.class_box, [self.tr("All classes"), *names])
        count = 0 if is_image else dataset.shape.dims[1]
        self._fill(self.feature_box, [self.tr("All features"), *(self.tr("Feature {n}").format(n=n) for n in range(count))])
        self.class_box.setVisible(len(names) > 1)
        self.feature_box.setVisible(count > 1)
        for widget in (self.play_button, self.step_slider, self.step_label):
            widget.setVisible(is_image)
        self.pages.setCurrentWidget(self.rows if is_image else self.waves)
        if is_image:
            last = dataset.shape.dims[0] - 1
            self._timer.setInterval(max(LEAST_FRAME_MS, WHOLE_MS // (last + 1)))
            if self.step_slider.maximum() != last or self.step_slider.property("dims") != str(dataset.shape):
                self.step_slider.setProperty("dims", str(dataset.shape))
                self.step_slider.setRange(0, last)
                self.step_slider.setValue(last)
        self._follow_step()

    def _fill(self, box: QComboBox, texts: list[str]) -> None:
        if [box.itemText(n) for n in range(box.count())] != texts:
            box.clear()
            for number, text in enumerate(texts):
                box.addItem(text, number - 1 if number else None)

    @property
    def grid(self) -> WaveGrid | RowGrid:
        """The grid that is shown."""
        return self.rows if self.pages.currentWidget() is self.rows else self.waves

    # Rows

    @Slot()
    def _follow_step(self) -> None:
        step, last = self.step_slider.value(), self.step_slider.maximum()
        self.step_label.setText(self.tr("row {step} of {count}").format(step=f"{step + 1:>{len(str(last + 1))}}", count=last + 1))
        self.rows.set_step(step)

    @Slot(bool)
    def _play(self, on: bool) -> None:
        self.play_button.setIcon(theme.icon("pause" if on else "play"))
        if not on:
            self._timer.stop()
            return
        if self.step_slider.value() == self.step_slider.maximum():
            self.step_slider.setValue(0)
        self._timer.start()

    @Slot()
    def _next(self) -> None:
        self.step_slider.setValue(self.step_slider.value() + 1)
        if self.step_slider.value() == self.step_slider.maximum():
            self.play_button.setChecked(False)

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 (Qt's name)
        super().hideEvent(event)
        self.play_button.setChecked(False)

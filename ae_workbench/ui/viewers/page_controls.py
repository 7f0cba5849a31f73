"""The controls over and under a page of examples: how many, in which order, of which class, judged by what."""

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSpinBox, QToolButton, QWidget

from ae_workbench.data.dataset import Dataset
from ae_workbench.ui import theme
from ae_workbench.ui.elided_label import ElidedLabel
from ae_workbench.ui.fields import QuietComboBox
from ae_workbench.ui.spin_fields import prepare_spin
from ae_workbench.ui.still_row import StillRow
from ae_workbench.ui.viewers import page_tiles
from ae_workbench.ui.viewers.pages import metrics_for
from ae_workbench.ui.wording import class_title

FEWEST, MOST, USUAL = 5, 40, 20


def tool(icon: str, name: str, help_text: str, checkable: bool = False) -> QToolButton:
    """A small button with an icon."""
    button = QToolButton(objectName=name, checkable=checkable)
    button.setIcon(theme.icon(icon))
    button.setIconSize(QSize(16, 16))
    button.setAccessibleName(help_text)
    button.setToolTip(help_text)
    return button


class PageControls(QWidget):
    """The row over the page. ``changed``: the same examples otherwise shown; ``order_changed``: other examples come first."""

    changed = Signal()
    order_changed = Signal()
    shuffle_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._build()
        self._connect()

    def _build(self) -> None:
        self.count_box = QSpinBox(objectName="reconstructions_count_box", minimum=FEWEST, maximum=MOST, value=USUAL, keyboardTracking=False)
        prepare_spin(self.count_box)
        self.count_box.setAccessibleName(self.tr("How many examples"))
        self.count_box.setToolTip(self.tr("How many test examples are shown at once"))
        self.order_box = self._box("order", self.tr("Order of the examples"))
        self.order_box.setToolTip(self.tr("Which test examples come first; by error needs a trained model"))
        for key, text in (
            ("stored", self.tr("In order")), ("shuffled", self.tr("Shuffled")),
            ("worst", self.tr("Worst first")), ("best", self.tr("Best first")),
        ):  # fmt: skip
            self.order_box.addItem(text, key)
        self.class_box = self._box("class", self.tr("Class of the examples"))
        self.class_box.setToolTip(self.tr("Show test examples of one class only"))
        self.metric_box = self._box("metric", self.tr("What the examples are judged by"))
        self.difference_button = tool(
            "contrast", "reconstructions_difference_button",
            self.tr("Difference: where the output is off, dark for not at all, bright for as far as can be"), checkable=True,
        )  # fmt: skip
        self.shuffle_button = tool("shuffle", "reconstructions_shuffle_button", self.tr("Show others, drawn at random"))
        show = QLabel(self.tr("Sh&ow"))
        show.setBuddy(self.count_box)
        row = QHBoxLayout(self, spacing=8)
        row.setContentsMargins(0, 0, 0, 0)
        for widget in (show, self.count_box, self.order_box, self.class_box, self.metric_box, self.difference_button, self.shuffle_button):
            row.addWidget(widget)
        row.addStretch(1)

    def _box(self, name: str, accessible: str) -> QuietComboBox:
        box = QuietComboBox(wants_all=True)
        box.setObjectName(f"reconstructions_{name}_box")
        box.setAccessibleName(accessible)
        return box

    def _connect(self) -> None:
        self.count_box.valueChanged.connect(self.changed)
        self.metric_box.activated.connect(self._change_metric)
        self.difference_button.toggled.connect(self.changed)
        self.order_box.activated.connect(self.order_changed)
        self.class_box.activated.connect(self.order_changed)
        self.shuffle_button.clicked.connect(self.shuffle_requested)

    @Slot()
    def _change_metric(self) -> None:
        by_error = self.order_box.currentData() in ("worst", "best")
        (self.order_changed if by_error else self.changed).emit()

    @property
    def chosen_metric(self) -> str:
        """What is chosen; empty where there is nothing to choose from."""
        return self.metric_box.currentData() or ""

    @property
    def chosen_label(self) -> int | None:
        """The chosen class; None for all."""
        return self.class_box.currentData()

    def show_dataset(self, dataset: Dataset) -> None:
        """Offer the classes and metrics that these data have."""
        self.class_box.clear()
        labels = [] if dataset.test.labels is None else sorted({int(label) for label in dataset.test.labels})
        self.class_box.addItem(self.tr("All classes"), None)
        for label in labels:
            self.class_box.addItem(class_title(dataset.class_names, label), label)
        self.class_box.setVisible(len(labels) > 1)
        chosen = self.metric_box.currentData()
        self.metric_box.clear()
        for place, key in enumerate(metrics_for(dataset.shape)):
            self.metric_box.addItem(page_tiles.short_name(key), key)
            self.metric_box.setItemData(place, page_tiles.meaning(key), Qt.ItemDataRole.ToolTipRole)
        self.metric_box.setCurrentIndex(max(0, self.metric_box.findData(chosen)))
        self.metric_box.setToolTip("\n".join(page_tiles.meaning(key) for key in metrics_for(dataset.shape)))
        self.metric_box.setVisible(self.metric_box.count() > 1)
        self.difference_button.setVisible(dataset.shape.is_image)


class PageTurner(QWidget):
    """The row under the page: what is said about it, and the buttons to the pages before and after."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.back_button = tool("chevron-left", "reconstructions_back_button", self.tr("The examples before these"))
        self.forward_button = tool("chevron-right", "reconstructions_forward_button", self.tr("The examples after these"))
        self.page_label = QLabel(objectName="reconstructions_page_label")
        self.note_label = ElidedLabel("reconstructions_note", Qt.TextElideMode.ElideRight)
        for label in (self.page_label, self.note_label):
            theme.set_role(label, "muted")
            label.setFont(theme.number_font(label.font()))
        row = QHBoxLayout(self, spacing=8)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(StillRow(self.note_label), 1)
        for widget in (self.back_button, self.page_label, self.forward_button):
            row.addWidget(widget)

    def show_place(self, first: int, count: int, total: int) -> None:
        """Which of how many are shown."""
        last = first + count
        said = self.tr("{first}–{last} of {total}") if count else self.tr("None of {total}")
        self.page_label.setText(said.format(first=first + 1, last=last, total=f"{total:,}"))
        self.back_button.setEnabled(first > 0)
        self.forward_button.setEnabled(last < total)

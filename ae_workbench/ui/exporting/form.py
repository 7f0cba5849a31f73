"""The fields of an export: those that count for the chosen thing are shown."""

from collections.abc import Sequence
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QComboBox, QDoubleSpinBox, QFormLayout, QHBoxLayout, QLabel, QSpinBox, QWidget

from ae_workbench.core.corruption import Corruption
from ae_workbench.core.recipe import Choice
from ae_workbench.data.dataset import Dataset, SplitName
from ae_workbench.export.exporters import ExportRequest, Part
from ae_workbench.export.figures import FigureRequest, Look
from ae_workbench.export.figures.denoising import NOISE_WORDS, USUAL
from ae_workbench.export.figures.figure import LEAST_DPI, MOST_DPI, USUAL_DPI
from ae_workbench.ui.colour_maps import NAMES
from ae_workbench.ui.exporting.context import ExportContext
from ae_workbench.ui.exporting.items import Item, said
from ae_workbench.ui.forms import add_field
from ae_workbench.ui.sentences import in_words
from ae_workbench.ui.spin_fields import prepare_spin
from ae_workbench.ui.translation import QT_TRANSLATE_NOOP
from ae_workbench.ui.wording import option_title
from ae_workbench.ui.words import without_mnemonic

PARTS = {
    "whole": QT_TRANSLATE_NOOP("exports", "Whole model"),
    "encoder": QT_TRANSLATE_NOOP("exports", "Encoder: examples to codes"),
    "decoder": QT_TRANSLATE_NOOP("exports", "Decoder: codes to examples"),
}
TYPICAL, SHOWN = "typical", "shown"
OWN, WINDOW = "own", "window"
UNCOLOURED = ("loss", "latent", "filters")
"""Figures without grey images."""
Field = TypeVar("Field", bound=QWidget)


class ExportForm(QWidget):
    """``changed`` comes when any field does. The fields' values stay when another thing is chosen."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("export_form")
        self.item: Item | None = None
        self.context: ExportContext | None = None
        self._build()

    def _build(self) -> None:
        self.rows = QFormLayout(self)
        self.rows.setContentsMargins(0, 0, 0, 0)
        self.rows.setSpacing(10)
        self.rows.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.rows.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.part_box = self._combo("part", self.tr("&Part"), self.tr("Which half of the autoencoder, or both"))
        for key, title in PARTS.items():
            self.part_box.addItem(QCoreApplication.translate("exports", title), key)
        epoch_tip = self.tr("The stored epoch whose weights count; at first the one that is shown")
        self.epoch_box = self._combo("epoch", self.tr("&Epoch"), epoch_tip)
        self.data_box = self._combo("data", self.tr("&Data"), self.tr("Whose examples go through the model"))
        self.split_box = self._combo("split", self.tr("Fro&m"), self.tr("Those that judged the training, those it learned from, or both"))
        self.split_box.addItem(self.tr("Test examples"), "test")
        self.split_box.addItem(self.tr("Training examples"), "train")
        self.split_box.addItem(self.tr("All examples"), "all")
        self.examples_box = self._combo("examples", self.tr("&Which"), self.tr("Which examples are shown"))
        self.examples_box.currentIndexChanged.connect(self._show_rows)
        self.count_box = self._spin("count", self.tr("Count"), 1, 100_000, self.tr("How many there are in the figure"))
        self.layout_box = self._combo("layout", self.tr("&Layout"), self.tr("How codes of more than two numbers are laid on a plane"))
        self.layout_box.addItem(self.tr("Principal components"), "pca")
        self.layout_box.addItem(self.tr("t-SNE"), "tsne")
        self._build_noise()
        self._build_look()
        self.ending_box = self._combo("ending", self.tr("&Format"), self.tr("Kind of file"))

    def _build_noise(self) -> None:
        self.noise_box = QComboBox(objectName="export_noise_box")
        for kind in NOISE_WORDS:
            self.noise_box.addItem(option_title(kind), kind)
        self.amount_box = QDoubleSpinBox(objectName="export_amount_box", minimum=0.05, maximum=1.0, singleStep=0.05, decimals=2)
        prepare_spin(self.amount_box)
        self.noise_row = QWidget()
        row = QHBoxLayout(self.noise_row, spacing=8)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.noise_box, 1)
        row.addWidget(self.amount_box)
        tip = self.tr("Noise that is put on the images before the model takes it off")
        for box in (self.noise_box, self.amount_box):
            box.setToolTip(tip)
        self.noise_box.setAccessibleName(self.tr("Kind of noise"))
        self.amount_box.setAccessibleName(self.tr("Amount of noise"))
        add_field(self.rows, self.tr("&Noise"), self.noise_row)
        self.noise_box.currentIndexChanged.connect(self._tell)
        self.amount_box.valueChanged.connect(self._tell)

    def _build_look(self) -> None:
        self.scheme_box = self._combo("scheme", self.tr("&Background"), self.tr("White for paper, dark for slides, none for any other"))
        schemes = {"light": self.tr("White"), "dark": self.tr("Dark"), "none": self.tr("None"), "none dark": self.tr("None, light ink")}
        for key, title in schemes.items():
            self.scheme_box.addItem(title, key)
        self.map_box = self._combo("colour_map", self.tr("&Colours"), self.tr("Colour map of grey images; colour images keep their own"))
        for key, title in NAMES.items():
            self.map_box.addItem(QCoreApplication.translate("colour maps", title), key)
        self.dpi_box = self._spin("dpi", self.tr("Do&ts per inch"), LEAST_DPI, MOST_DPI, self.tr("300 is usual in print; counts for PNG"))
        self.dpi_box.setSingleStep(50)
        self.dpi_box.setValue(USUAL_DPI)
        self.title_box = QCheckBox(self.tr("&Title above the figure"), objectName="export_title_box", checked=True)
        self.title_box.setToolTip(self.tr("Name of the run, epoch and data; leave it out where a caption says so"))
        self.rows.addRow("", self.title_box)
        self.title_box.toggled.connect(self._tell)

    def _combo(self, key: str, label: str, tip: str) -> QComboBox:
        box = self._field(QComboBox(objectName=f"export_{key}_box"), label, tip)
        box.currentIndexChanged.connect(self._tell)
        return box

    def _spin(self, key: str, label: str, low: int, high: int, tip: str) -> QSpinBox:
        box = self._field(QSpinBox(objectName=f"export_{key}_box", minimum=low, maximum=high), label, tip)
        prepare_spin(box)
        box.valueChanged.connect(self._tell)
        return box

    def _field(self, box: Field, label: str, tip: str) -> Field:
        box.setToolTip(tip)
        box.setAccessibleName(without_mnemonic(label))
        add_field(self.rows, label, box)
        return box

    @Slot()
    def _tell(self) -> None:
        self.changed.emit()

    # What is shown

    def show_context(self, context: ExportContext) -> None:
        """Offer the epochs and data of a run; the epoch that is shown in the window is chosen."""
        self.context = context
        with QSignalBlocker(self):
            self._fill(self.epoch_box, [(str(epoch), epoch) for epoch in context.epochs], context.epoch)
            data = [(self.tr("The run's own: {name}").format(name=in_words(context.data_name)), OWN)]
            if not context.own_data and context.dataset is not None:
                data.append((self.tr("Those in the window: {name}").format(name=in_words(context.dataset.name)), WINDOW))
            self._fill(self.data_box, data, data[-1][1])
            which = [(self.tr("One of each class in turn"), TYPICAL)]
            if context.shows.examples:
                which.append((self.tr("The {count} that the viewer shows").format(count=len(context.shows.examples)), SHOWN))
            self._fill(self.examples_box, which, TYPICAL)
            noise = context.shows.corruption or context.corruption or USUAL
            self.noise_box.setCurrentIndex(self.noise_box.findData(noise.kind))
            self.amount_box.setValue(noise.amount)
            if context.shows.layout:
                self.layout_box.setCurrentIndex(self.layout_box.findData(context.shows.layout))
            self.map_box.setCurrentIndex(self.map_box.findData(context.colour_map))
        self.item = None

    def show_item(self, item: Item) -> None:
        """Only the fields that count for it."""
        with QSignalBlocker(self):
            self._fill(self.ending_box, [(ending[1:].upper(), ending) for ending in item.endings], self.ending_box.currentData())
            count = item.kind.count if item.kind else None
            if count is not None and (self.item is None or self.item.key != item.key):
                self.count_box.setRange(count.low, count.high)
                self.count_box.setValue(count.usual)
                label = self.rows.labelForField(self.count_box)
                if isinstance(label, QLabel):
                    label.setText(said(count.label))
                self.count_box.setAccessibleName(said(count.label))
                self._choose_examples(item)
            self.item = item
            self._show_rows()
        self.changed.emit()

    def _choose_examples(self, item: Item) -> None:
        """At first those of the viewer in front, where the figure is that viewer's."""
        is_its_own = bool(self.context and item.kind and self.context.viewer in item.kind.viewers)
        self.examples_box.setCurrentIndex(max(0, self.examples_box.findData(SHOWN)) if is_its_own else 0)

    @Slot()
    def _show_rows(self) -> None:
        if self.item is None:
            return
        item, kind = self.item, self.item.kind
        shows = {
            self.part_box: bool(item.exporter and item.exporter.parts), self.epoch_box: item.uses_epoch and not (kind and kind.compares),
            self.data_box: item.uses_data and self.data_box.count() > 1, self.split_box: item.uses_data,
            self.examples_box: bool(kind and kind.takes_examples) and self.examples_box.count() > 1,
            self.count_box: bool(kind and kind.count) and not self.takes_shown,
            self.layout_box: bool(kind and kind.takes_layout), self.noise_row: bool(kind and kind.takes_noise),
            self.scheme_box: kind is not None, self.map_box: kind is not None and kind.key not in UNCOLOURED,
            self.dpi_box: kind is not None, self.title_box: kind is not None, self.ending_box: len(item.endings) > 1,
        }  # fmt: skip
        for box, is_shown in shows.items():
            self.rows.setRowVisible(box, is_shown)

    @property
    def takes_shown(self) -> bool:
        """Whether the figure is of the examples that the viewer shows."""
        return bool(self.item and self.item.kind and self.item.kind.takes_examples) and self.examples_box.currentData() == SHOWN

    @staticmethod
    def _fill(box: QComboBox, entries: Sequence[tuple[str, object]], chosen: object) -> None:
        box.clear()
        for title, data in entries:
            box.addItem(title, data)
        box.setCurrentIndex(max(0, box.findData(chosen)))

    # What is asked for

    @property
    def epoch(self) -> int | None:
        return self.epoch_box.currentData() if self.item is not None and self.item.uses_epoch else None

    @property
    def split(self) -> SplitName:
        name: SplitName = self.split_box.currentData()
        return name

    def export_request(self, out: Path) -> ExportRequest:
        """For an exporter."""
        context = self._context()
        part: Part = self.part_box.currentData() if self.item is not None and self.item.exporter and self.item.exporter.parts else "whole"
        choice, dataset = self._data()
        return ExportRequest(context.run, out, self.epoch, part, choice, self.split, dataset=dataset)

    def figure_request(self, out: Path) -> FigureRequest:
        """For a figure."""
        context, kind = self._context(), self.item.kind if self.item else None
        scheme = str(self.scheme_box.currentData())
        look = Look("dark" in scheme, "none" in scheme, self.title_box.isChecked(), self.map_box.currentData())
        noise = Corruption(self.noise_box.currentData(), round(self.amount_box.value(), 2)) if kind and kind.takes_noise else None
        choice, dataset = self._data()
        compares = kind is not None and kind.compares
        return FigureRequest(
            context.compared if compares else (context.run,), out, None if compares else self.epoch, choice, dataset,
            self.count_box.value() if kind and kind.count and not self.takes_shown else None, self.split,
            context.shows.examples if self.takes_shown else (), noise,
            self.layout_box.currentData() if kind and kind.takes_layout else "pca", self.dpi_box.value(), look,
        )  # fmt: skip

    def _data(self) -> tuple[Choice | None, Dataset | None]:
        """What stands for the chosen data, and they themselves where the window has them."""
        context = self._context()
        if self.data_box.currentData() == WINDOW:
            return context.choice, context.dataset
        return None, context.dataset if context.own_data else None

    def _context(self) -> ExportContext:
        if self.context is None:
            raise ValueError("no run is shown")
        return self.context

"""Test examples over their reconstructions, with the error under each; refreshed after every epoch."""

from PySide6.QtCore import QSize, Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QSizePolicy, QSpinBox, QToolButton, QVBoxLayout, QWidget

from ae_workbench.core.shape import Shape
from ae_workbench.ui import theme
from ae_workbench.ui.spin_fields import prepare_spin
from ae_workbench.ui.translation import QT_TRANSLATE_NOOP
from ae_workbench.ui.viewers import page_tiles
from ae_workbench.ui.viewers.pages import MOST_SORTED, OriginalsJob, Page, ReconstructionsJob, Wanted
from ae_workbench.ui.viewers.tiles import TileGrid
from ae_workbench.ui.viewers.viewer import Viewer, ViewerKind
from ae_workbench.ui.workers import CodecThread
from ae_workbench.ui.workspace import Workspace

FEWEST, MOST, USUAL = 5, 40, 20
ORIGINALS, OUTPUTS = "originals", "outputs"


class ReconstructionsViewer(Viewer):
    """Shows the examples alone where there is no run yet, so that the window is never empty."""

    key = "reconstructions"

    def __init__(self, workspace: Workspace, codec: CodecThread, parent: QWidget | None = None) -> None:
        super().__init__(workspace, codec, parent)
        self.page: Page | None = None
        self._first = 0
        self._seed = 0
        self._build()
        self._connect()

    def _build(self) -> None:
        self.count_box = QSpinBox(objectName="reconstructions_count_box", minimum=FEWEST, maximum=MOST, value=USUAL, keyboardTracking=False)
        prepare_spin(self.count_box)
        self.count_box.setAccessibleName(self.tr("How many examples"))
        self.count_box.setToolTip(self.tr("How many test examples are shown at once"))
        self.order_box = QComboBox(objectName="reconstructions_order_box")
        self.order_box.setAccessibleName(self.tr("Order of the examples"))
        self.order_box.setToolTip(self.tr("Which test examples come first; by error needs a trained model"))
        for key, text in (
            ("stored", self.tr("In order")),
            ("shuffled", self.tr("Shuffled")),
            ("worst", self.tr("Worst first")),
            ("best", self.tr("Best first")),
        ):
            self.order_box.addItem(text, key)
        self.shuffle_button = self._tool("shuffle", "reconstructions_shuffle_button", self.tr("Show others, drawn at random"))
        self.back_button = self._tool("chevron-left", "reconstructions_back_button", self.tr("The examples before these"))
        self.forward_button = self._tool("chevron-right", "reconstructions_forward_button", self.tr("The examples after these"))
        self.page_label = QLabel(objectName="reconstructions_page_label")
        self.note_label = QLabel(objectName="reconstructions_note")
        for label in (self.page_label, self.note_label):
            theme.set_role(label, "muted")
            label.setFont(theme.number_font(label.font()))
        self.note_label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.grid = TileGrid()
        self.grid.setAccessibleName(self.tr("Test examples over their reconstructions"))
        self._lay_out()

    def _tool(self, icon: str, name: str, help_text: str) -> QToolButton:
        button = QToolButton(objectName=name)
        button.setIcon(theme.icon(icon))
        button.setIconSize(QSize(16, 16))
        button.setAccessibleName(help_text)
        button.setToolTip(help_text)
        return button

    def _lay_out(self) -> None:
        show = QLabel(self.tr("S&how"))
        show.setBuddy(self.count_box)
        head = QHBoxLayout(spacing=8)
        for widget in (show, self.count_box, self.order_box, self.shuffle_button):
            head.addWidget(widget)
        head.addSpacing(8)
        head.addWidget(self.note_label, 1)
        for widget in (self.back_button, self.page_label, self.forward_button):
            head.addWidget(widget)
        layout = QVBoxLayout(self.content, spacing=8)
        layout.setContentsMargins(12, 10, 12, 12)
        layout.addLayout(head)
        layout.addWidget(self.grid, 1)

    def _connect(self) -> None:
        self.count_box.valueChanged.connect(self._change)
        self.order_box.activated.connect(self._change_order)
        self.shuffle_button.clicked.connect(self._shuffle)
        self.back_button.clicked.connect(self._back)
        self.forward_button.clicked.connect(self._forward)
        self.grid.picked.connect(self.workspace.pick)
        self.workspace.picked_changed.connect(self._mark)
        self.workspace.dataset_changed.connect(self._start_over)

    # What is wanted

    @property
    def wanted(self) -> Wanted:
        """The page asked for; without a fitting snapshot nothing can be sorted by error."""
        order = self.order_box.currentData()
        if order in ("worst", "best") and not self._has_snapshot:
            order = "stored"
        return Wanted(order, self._first, self.count_box.value(), self._seed)

    @property
    def _has_snapshot(self) -> bool:
        return self.workspace.run_fits_data and self.workspace.shown_epoch is not None

    @property
    def _total(self) -> int:
        dataset = self.workspace.dataset
        total = len(dataset.test) if dataset else 0
        return min(total, MOST_SORTED) if self.wanted.by_error else total

    @Slot()
    def _change(self) -> None:
        self._first = max(0, min(self._first, self._total - 1))
        self.invalidate()

    @Slot()
    def _change_order(self) -> None:
        self._first = 0
        self.invalidate()

    @Slot()
    def _shuffle(self) -> None:
        self._seed += 1
        self._first = 0
        self.order_box.setCurrentIndex(self.order_box.findData("shuffled"))
        self.invalidate()

    @Slot()
    def _back(self) -> None:
        self._first = max(0, self._first - self.count_box.value())
        self.invalidate()

    @Slot()
    def _forward(self) -> None:
        if self._first + self.count_box.value() < self._total:
            self._first += self.count_box.value()
            self.invalidate()

    @Slot()
    def _start_over(self) -> None:
        self._first = 0
        self.page = None

    @Slot()
    def _mark(self) -> None:
        self.grid.mark(self.workspace.picked)

    def recolour(self) -> None:
        self.grid.set_colour_map(self.workspace.colour_map)

    def figure(self) -> QWidget:
        return self.grid

    # Getting and showing it

    def refresh(self) -> None:
        dataset, run = self.workspace.dataset, self.workspace.run_folder
        if dataset is None:
            self.show_empty(self.tr("No data yet"), self.tr("The test examples appear here as soon as the data are loaded."))
            return
        wanted = self.wanted
        sorts = wanted.by_error
        if not sorts and (self.page is None or self.page.wanted != wanted or not self._has_snapshot):
            self.ask(OriginalsJob(dataset, wanted), ORIGINALS)
        if self._has_snapshot and run is not None:
            self.ask_snapshot(ReconstructionsJob(dataset, wanted, run.facts.scaling, run.plan.corruption), OUTPUTS)
        else:
            self.forget(OUTPUTS)

    def show_answer(self, what: str, answer: Page) -> None:
        dataset = self.workspace.dataset
        if dataset is None or answer.dataset is not dataset or (what == OUTPUTS and not self._has_snapshot):
            return
        if what == ORIGINALS and self.page is not None and self.page.outputs and self.page.wanted == answer.wanted:
            return  # the reconstructions overtook the examples
        self.page = answer
        self.grid.show_tiles(page_tiles.tiles(answer), page_tiles.row_titles(answer))
        self._say(answer)
        self.show_content()

    def show_failure(self, what: str, error: Exception) -> None:
        self.note_label.setText(str(error))

    def _say(self, page: Page) -> None:
        last, total = page.wanted.first + len(page.indices), self._total
        self.page_label.setText(self.tr("{first}–{last} of {total}").format(first=page.wanted.first + 1, last=last, total=f"{total:,}"))
        self.back_button.setEnabled(page.wanted.first > 0)
        self.forward_button.setEnabled(last < total)
        if page.outputs:
            mean = sum(page.errors) / max(1, len(page.errors))
            said = self.tr("Epoch {epoch} · {name} {mean} on average")
            colours = "" if page.shape.is_image else self.tr(" · grey: input, colour: output")
            self.note_label.setText(said.format(epoch=page.epoch, name=page_tiles.error_name(page.loss), mean=f"{mean:.4f}") + colours)
        else:
            self.note_label.setText(self._hint(page.shape))

    def _hint(self, shape: Shape) -> str:
        run = self.workspace.run_folder
        if run is None:
            return self.tr("Press Start: what the model makes of these appears below each.")
        if run.facts.shape != shape:
            return self.tr("The shown run was trained on data of another shape ({shape}).").format(shape=run.facts.shape)
        return self.tr("Waiting for the model…")


KIND = ViewerKind("reconstructions", QT_TRANSLATE_NOOP("viewers", "Reconstructions"), "images", ReconstructionsViewer)

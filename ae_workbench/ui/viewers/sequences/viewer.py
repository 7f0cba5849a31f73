"""Sequences over what the model writes of them; for images the rows one after the other."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ae_workbench.data.dataset import Dataset
from ae_workbench.ui.exporting.context import Shows
from ae_workbench.ui.missing import why_no_output
from ae_workbench.ui.viewers.sequences.frame import Frame
from ae_workbench.ui.viewers.sequences.jobs import Page, PageJob, Wanted
from ae_workbench.ui.viewers.viewer import Table, Viewer
from ae_workbench.ui.workers import CodecThread
from ae_workbench.ui.workspace import Workspace

PLAIN, OUTPUTS = "plain", "outputs"
SEQUENCE = "sequence"


class SequencesViewer(Viewer):
    """Needs data that are sequences, or a run of the sequence variant on images."""

    key = "sequences"

    def __init__(self, workspace: Workspace, codec: CodecThread, parent: QWidget | None = None) -> None:
        super().__init__(workspace, codec, parent)
        self.page: Page | None = None
        self._first = 0
        self.frame = Frame()
        layout = QVBoxLayout(self.content)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.frame)
        self._connect()

    def _connect(self) -> None:
        frame = self.frame
        frame.changed.connect(self._change)
        frame.class_box.activated.connect(self._start_over)
        frame.back_button.clicked.connect(self._back)
        frame.forward_button.clicked.connect(self._forward)
        for grid in (frame.waves, frame.rows):
            grid.picked.connect(self.workspace.pick)
        self.workspace.picked_changed.connect(self._mark)
        self.workspace.dataset_changed.connect(self._start_over)
        self.workspace.run_changed.connect(self.invalidate)

    # What is wanted

    @property
    def _has_snapshot(self) -> bool:
        return self.workspace.run_fits_data and self.workspace.shown_epoch is not None

    @property
    def wanted(self) -> Wanted:
        boxes = self.frame.class_box, self.frame.feature_box
        return Wanted(self._first, self.frame.grid.capacity, *(box.currentData() for box in boxes))

    @Slot()
    def _change(self) -> None:
        self.invalidate()

    @Slot()
    def _start_over(self) -> None:
        self._first, self.page = 0, None
        self.invalidate()

    @Slot()
    def _back(self) -> None:
        self._first = max(0, self._first - self.frame.grid.capacity)
        self.invalidate()

    @Slot()
    def _forward(self) -> None:
        self._first += self.frame.grid.capacity
        self.invalidate()

    @Slot()
    def _mark(self) -> None:
        self.frame.grid.mark(self.workspace.picked)

    # Getting and showing it

    def refresh(self) -> None:
        dataset, run = self.workspace.dataset, self.workspace.run_folder
        if dataset is None or not len(dataset.test):
            self.show_empty(self.tr("No data yet"), self.tr("Sequences appear here as soon as data are loaded."))
        elif dataset.shape.is_image and (run is None or run.recipe.variant != SEQUENCE or not self._has_snapshot):
            words = self.tr(
                "Choose the variant Sequence in the designer and press Start: it reads these images row by row.\n"
                "Or choose data that are sequences, such as Waves."
            )
            self.show_empty(self.tr("No sequences here"), words)
        else:
            self._ask_page(dataset)

    def _ask_page(self, dataset: Dataset) -> None:
        self.show_content()
        self.frame.take(dataset)
        if self._has_snapshot:
            self.ask_snapshot(PageJob(dataset, self.workspace.scaling, self.wanted), OUTPUTS)
        if self.page is None or not self._has_snapshot:
            self.ask(PageJob(dataset, dataset.scaling, self.wanted), PLAIN)

    def show_answer(self, what: str, answer: Page) -> None:
        if answer.dataset is not self.workspace.dataset or (answer.epoch is not None and not self._has_snapshot):
            return
        if what == PLAIN and self.page is not None and self.page.epoch is not None and self._has_snapshot:
            return
        if not answer.indices and answer.total:
            self._first = 0
            self.invalidate()
            return
        self.page = answer
        self.frame.grid.show_page(answer)
        self._mark()
        self._say(answer)

    def _say(self, page: Page) -> None:
        first, last = page.wanted.first, page.wanted.first + len(page.indices)
        said = self.tr("{first}–{last} of {total}").format(first=first + 1, last=last, total=f"{page.total:,}")
        self.frame.page_label.setText(said if page.indices else self.tr("none"))
        self.frame.back_button.setEnabled(first > 0)
        self.frame.forward_button.setEnabled(last < page.total)
        self.frame.note_label.setText(self._note(page))

    def _note(self, page: Page) -> str:
        run = self.workspace.run_folder
        if page.errors:
            mean = sum(page.errors) / len(page.errors)
            name = self.tr("cross-entropy") if page.dataset.shape.is_image else self.tr("squared error")
            return self.tr("Epoch {epoch} · {name} {mean}").format(epoch=page.epoch, name=name, mean=f"{mean:.4f}")
        if run is None:
            return self.tr("Press Start: what the model writes is drawn over each.")
        return why_no_output(run, page.dataset.shape, self.workspace.shown_epoch)

    def recolour(self) -> None:
        self.frame.rows.set_colour_map(self.workspace.colour_map)

    def table(self) -> Table | None:
        page = self.page
        if page is None or not page.indices or not self.shows_content:
            return None
        titles = ["index", "step", "feature", "input", *(["output"] if page.outputs is not None else [])]
        lines = [
            [index, step, feature, float(page.inputs[n, step, feature])]
            + ([float(page.outputs[n, step, feature])] if page.outputs is not None else [])
            for n, index in enumerate(page.indices)
            for step in range(page.inputs.shape[1])
            for feature in range(page.inputs.shape[2])
        ]
        return titles, lines

    def shows(self) -> Shows:
        page = self.page
        return Shows(tuple(page.indices) if page is not None and page.outputs is not None else ())

    def figure(self) -> QWidget:
        return self.frame.grid

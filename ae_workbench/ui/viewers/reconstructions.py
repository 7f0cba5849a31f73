"""Test examples over their reconstructions, with the error under each; refreshed as the training goes on."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ae_workbench.core.shape import Shape
from ae_workbench.ui import theme
from ae_workbench.ui.exporting.context import Shows
from ae_workbench.ui.missing import why_no_output
from ae_workbench.ui.sentences import sentence
from ae_workbench.ui.viewers import page_tiles
from ae_workbench.ui.viewers.page_controls import PageControls, PageTurner
from ae_workbench.ui.viewers.pages import METRICS, MOST_SORTED, OriginalsJob, Page, Ranking, ReconstructionsJob, Wanted, of_class
from ae_workbench.ui.viewers.tiles import TileGrid
from ae_workbench.ui.viewers.viewer import Table, Viewer
from ae_workbench.ui.workers import CodecThread
from ae_workbench.ui.workspace import Workspace

ORIGINALS, OUTPUTS = "originals", "outputs"
LEAST_PICTURE_PX = 24
"""In little room a page has fewer examples, rather than smaller ones."""


class ReconstructionsViewer(Viewer):
    """Shows the examples alone where there is no run yet, so that the window is never empty."""

    key = "reconstructions"

    def __init__(self, workspace: Workspace, codec: CodecThread, parent: QWidget | None = None) -> None:
        super().__init__(workspace, codec, parent)
        self.page: Page | None = None
        self._first = 0
        self._room: int | None = None
        self._seed = 0
        self._ranking = Ranking()
        self._failure: Exception | None = None
        self._build()
        self._connect()

    def _build(self) -> None:
        self.controls, self.turner = PageControls(), PageTurner()
        self.count_box, self.order_box = self.controls.count_box, self.controls.order_box
        self.shuffle_button = self.controls.shuffle_button
        self.back_button, self.forward_button = self.turner.back_button, self.turner.forward_button
        self.page_label, self.note_label = self.turner.page_label, self.turner.note_label
        self.grid = TileGrid()
        self.grid.setObjectName("reconstructions_grid")
        self.grid.setAccessibleName(self.tr("Test examples over their reconstructions"))
        self.send_action = QAction(theme.icon("send"), self.tr("&Send to the canvas"), self, objectName="send_to_canvas_action")
        layout = QVBoxLayout(self.content, spacing=8)
        layout.setContentsMargins(12, 10, 12, 8)
        layout.addWidget(self.controls)
        layout.addWidget(self.grid, 1)
        layout.addWidget(self.turner)

    def _connect(self) -> None:
        self.controls.changed.connect(self._change)
        self.controls.order_changed.connect(self._change_order)
        self.controls.shuffle_requested.connect(self._shuffle)
        self.back_button.clicked.connect(self._back)
        self.forward_button.clicked.connect(self._forward)
        self.grid.picked.connect(self.workspace.pick)
        self.grid.activated.connect(self._send)
        self.grid.resized.connect(self._suit_room)
        self.send_action.triggered.connect(self._send_picked)
        self.workspace.picked_changed.connect(self._mark)
        self.workspace.dataset_changed.connect(self._start_over)

    # What is wanted

    @property
    def wanted(self) -> Wanted:
        """The page asked for; without a fitting snapshot nothing can be sorted by error."""
        order, controls = self.order_box.currentData(), self.controls
        if order in ("worst", "best") and not self._has_snapshot:
            order = "stored"
        difference = controls.difference_button.isChecked()
        return Wanted(order, self._first, self._count, self._seed, controls.chosen_label, controls.chosen_metric, difference)

    @property
    def _count(self) -> int:
        """Of the examples on a page: what was chosen, as far as there is room."""
        return min(self.count_box.value(), self._room or self.count_box.value())

    @property
    def _run(self) -> Path | None:
        """The run whose outputs belong on the page."""
        return self.workspace.run if self._has_snapshot else None

    @property
    def _has_snapshot(self) -> bool:
        return self.workspace.run_fits_data and self.workspace.shown_epoch is not None and self._failure is None

    @property
    def _total(self) -> int:
        dataset, wanted = self.workspace.dataset, self.wanted
        total = len(of_class(dataset, wanted.label)) if dataset else 0
        return min(total, MOST_SORTED) if wanted.by_error else total

    @Slot()
    def _change(self) -> None:
        self._first = max(0, min(self._first, self._total - 1))
        self._room = None
        self.invalidate()

    @Slot()
    def _suit_room(self) -> None:
        """There is more room, or less."""
        before = self._count
        if self.page is not None and self.page.indices:
            self._room = self.grid.room_for(self.count_box.value(), LEAST_PICTURE_PX)
        if self._count != before:
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
        self._first = max(0, self._first - self._count)
        self.invalidate()

    @Slot()
    def _forward(self) -> None:
        if self._first + self._count < self._total:
            self._first += self._count
            self.invalidate()

    @Slot()
    def _start_over(self) -> None:
        self._first = 0
        self._room = None
        self.page = None
        if self.workspace.dataset is not None:
            self.controls.show_dataset(self.workspace.dataset)

    # Picking and sending

    @Slot()
    def _mark(self) -> None:
        self.grid.mark(self.workspace.picked)

    @Slot(int)
    def _send(self, index: int) -> None:
        """Have the canvas take one test example, as the model sees it."""
        dataset = self.workspace.dataset
        if dataset is not None:
            self.workspace.send_to_canvas(self.workspace.scaling.apply(dataset.test.examples[index]))

    @Slot()
    def _send_picked(self) -> None:
        if self.workspace.picked is not None:
            self._send(self.workspace.picked)

    def menu_actions(self) -> Sequence[QAction]:
        self.send_action.setEnabled(self.workspace.picked is not None)
        return (self.send_action,)

    # Getting and showing it

    @Slot()
    def invalidate(self) -> None:
        self._failure = None  # what couldn't be read is tried again
        super().invalidate()

    def refresh(self) -> None:
        dataset, run = self.workspace.dataset, self.workspace.run_folder
        if dataset is None:
            self.show_empty(self.tr("No data yet"), self.tr("The test examples appear here as soon as the data are loaded."))
            return
        if self.page is not None and self.page.run != self._run:
            self._show(self.page.alone)
        wanted = self.wanted
        if not wanted.by_error and not (self._has_snapshot and self._shows_same(wanted)):
            self.ask(OriginalsJob(dataset, wanted, self.workspace.scaling), ORIGINALS)
        if self._has_snapshot and run is not None:
            job = ReconstructionsJob(dataset, wanted, self.workspace.scaling, run.plan.corruption, self._ranking)
            self.ask_snapshot(job, OUTPUTS)
        else:
            self.forget(OUTPUTS)

    def _shows_same(self, wanted: Wanted) -> bool:
        """Whether these examples are on the page already."""
        shown = self.page.wanted if self.page else None
        return shown is not None and replace(shown, metric=wanted.metric, difference=wanted.difference) == wanted

    def show_answer(self, what: str, answer: Page) -> None:
        if answer.dataset is not self.workspace.dataset or (what == OUTPUTS and answer.run != self._run):
            return
        if what == ORIGINALS and self.page is not None and self.page.outputs and self._shows_same(answer.wanted):
            return  # the reconstructions overtook the examples
        self._show(answer)

    def show_failure(self, what: str, error: Exception) -> None:
        if what == ORIGINALS:
            super().show_failure(what, error)
        elif not self._stale and not self._outstanding[what]:  # nothing newer has been asked for since
            self.invalidate()
            self._failure = error

    def _show(self, page: Page) -> None:
        self.page = page
        tiles, titles = page_tiles.tiles(page), page_tiles.row_titles(page)
        self.grid.show_tiles(tiles, titles)
        self._say(page)
        self.show_content()
        room = self.grid.room_for(len(tiles), LEAST_PICTURE_PX) if self.grid.isVisible() else len(tiles)
        if room < len(tiles):
            self._room = room
            self.grid.show_tiles(tiles[:room], titles)
            self.invalidate()

    def table(self) -> Table | None:
        return page_tiles.table(self.page) if self.page is not None and self.page.values else None

    def shows(self) -> Shows:
        return Shows(self.page.indices if self.page is not None and self.page.outputs else ())

    def figure(self) -> QWidget:
        return self.grid

    def recolour(self) -> None:
        self.grid.set_colour_map(self.workspace.colour_map)

    def _say(self, page: Page) -> None:
        self.turner.show_place(page.wanted.first, len(page.indices), self._total)
        if page.outputs:
            mean = sum(page.errors) / max(1, len(page.errors))
            said = self.tr("Epoch {epoch} · {name} {mean}, mean of the {count} shown")
            colours = "" if page.shape.is_image else self.tr(" · grey: input, colour: output")
            name, mean_text = page_tiles.error_name(page.metric), METRICS[page.metric].text(mean)
            self.note_label.setText(said.format(epoch=page.epoch, name=name, mean=mean_text, count=len(page.errors)) + colours)
        else:
            self.note_label.setText(self._hint(page.shape))

    def _hint(self, shape: Shape) -> str:
        run = self.workspace.run_folder
        if run is None:
            return self.tr("Press Start: what the model makes of these appears below each.")
        return why_no_output(run, shape, self.workspace.shown_epoch) if self._failure is None else sentence(self._failure)

"""Noise taken off live by any model, measured beside a median and a Gaussian filter; and images painted over and repaired."""

from dataclasses import replace
from typing import Any

import numpy as np
from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ae_workbench.core.corruption import Corruption
from ae_workbench.data.dataset import Dataset
from ae_workbench.ui.exporting.context import Shows
from ae_workbench.ui.missing import why_no_output
from ae_workbench.ui.viewers.denoising import wording
from ae_workbench.ui.viewers.denoising.controls import USUAL
from ae_workbench.ui.viewers.denoising.curve_flow import CurveFlow
from ae_workbench.ui.viewers.denoising.frame import Frame
from ae_workbench.ui.viewers.denoising.jobs import GAUSSIAN, MEDIAN, MODEL, NOISY, Bands, BandsJob, Measured, MeasureJob, Noise
from ae_workbench.ui.viewers.denoising.sweep import Sweep
from ae_workbench.ui.viewers.viewer import Table, Viewer
from ae_workbench.ui.workers import CodecThread, SnapshotRequest
from ae_workbench.ui.workspace import Workspace

PLAIN, BANDS, CURVE, REPAIR = "plain", "bands", "curve", "repair"
COLOURS = {NOISY: 9, MODEL: 0, MEDIAN: 1, GAUSSIAN: 2}
"""Numbers in the theme's series."""
CURVE_SEED = 11


class DenoisingViewer(Viewer):
    """Works for any model of images, not only for one that was trained with noise."""

    key = "denoising"

    def __init__(self, workspace: Workspace, codec: CodecThread, parent: QWidget | None = None) -> None:
        super().__init__(workspace, codec, parent)
        self.bands: Bands | None = None
        self._first = 0
        self._was_paired = False
        self.frame = Frame(COLOURS)
        self.controls, self.view, self.plot, self.repair = self.frame.controls, self.frame.view, self.frame.plot, self.frame.repair
        self.curve = CurveFlow(self.plot, COLOURS, self._ask_point)
        layout = QVBoxLayout(self.content)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.frame)
        self._connect()

    def _connect(self) -> None:
        self.controls.changed.connect(self._change_noise)
        self.controls.filters_changed.connect(self.invalidate)
        self.frame.turned.connect(self.invalidate)
        self.frame.back_button.clicked.connect(self._back)
        self.frame.forward_button.clicked.connect(self._forward)
        self.view.capacity_changed.connect(self.invalidate)
        self.view.picked.connect(self._pick)
        self.view.opened.connect(self._open)
        self.repair.changed.connect(self._ask_repair)
        self.plot.amount_chosen.connect(self.controls.set_amount)
        self.workspace.picked_changed.connect(self._follow_picked)
        self.workspace.run_changed.connect(self._follow_run)
        self.workspace.dataset_changed.connect(self._start_over)

    # What is wanted

    @property
    def sweep(self) -> Sweep:
        return self.curve.sweep

    @property
    def _has_snapshot(self) -> bool:
        return self.workspace.run_fits_data and self.workspace.shown_epoch is not None

    @property
    def _shows_model(self) -> bool:
        return self._has_snapshot and self.bands is not None and self.bands.epoch is not None

    def _noise(self, dataset: Dataset, corruption: Corruption, seed: int) -> Noise:
        return Noise(dataset, self.workspace.scaling, corruption, seed)

    @Slot()
    def _change_noise(self) -> None:
        self.plot.set_amount(self.controls.corruption.amount)
        self.invalidate()

    @Slot()
    def _follow_run(self) -> None:
        """A denoiser is first shown with the noise it was trained for."""
        run = self.workspace.run_folder
        if run is not None and run.plan.corruption.kind != "none":
            self.controls.set_corruption(run.plan.corruption)

    @Slot()
    def _start_over(self) -> None:
        """Pairs are first shown with the noise that they have; more can be put on top."""
        self._first, self.bands = 0, None
        dataset = self.workspace.dataset
        is_paired = dataset is not None and dataset.test.is_paired
        if is_paired != self._was_paired:
            self._was_paired = is_paired
            self.controls.set_corruption(replace(USUAL, amount=0.0) if is_paired else USUAL)
            self._follow_run()

    @Slot()
    def _back(self) -> None:
        self._first = max(0, self._first - self.view.capacity)
        self.invalidate()

    @Slot()
    def _forward(self) -> None:
        self._first += self.view.capacity
        self.invalidate()

    @Slot(int)
    def _pick(self, column: int) -> None:
        if self.bands is not None:
            self.workspace.pick(self.bands.indices[column])

    @Slot(int)
    def _open(self, column: int) -> None:
        self._pick(column)
        self.frame.paint_button.click()

    @Slot()
    def _follow_picked(self) -> None:
        self._mark()
        if self.frame.paints:
            self.invalidate()

    def _mark(self) -> None:
        shown, picked = self.bands.indices if self.bands is not None else (), self.workspace.picked
        self.view.mark(shown.index(picked) if picked in shown else None)

    # Asking

    def refresh(self) -> None:
        dataset = self.workspace.dataset
        if dataset is None or not len(dataset.test):
            self.show_empty(self.tr("No data yet"), self.tr("The test images appear here as soon as the data are loaded."))
        elif not dataset.shape.is_image:
            words = self.tr("These data are sequences. Choose images in the designer, such as the digits.")
            self.show_empty(self.tr("Noise is shown on images"), words)
        elif self.frame.paints:
            self._take_image(dataset)
        else:
            self._ask_bands(dataset)

    def _ask_bands(self, dataset: Dataset) -> None:
        self.show_content()
        self._say()
        wanted, filters = self.controls.corruption, self.controls.filters
        self.plot.set_amount(wanted.amount)
        self.view.expect(3 + len(filters), dataset.shape.dims[1] / dataset.shape.dims[0])
        self._first = max(0, min(self._first, len(dataset.test) - 1))
        job = BandsJob(self._noise(dataset, wanted, self.controls.seed), self._first, self.view.capacity, filters)
        if self.frame.shows_images and (self.bands is None or not self._has_snapshot):
            self.ask(job, PLAIN)
        if self.frame.shows_images and self._has_snapshot:
            self.ask_snapshot(job, BANDS)
        if self.frame.shows_curve:
            run = self.workspace.run if self._has_snapshot else None
            self.sweep.aim((id(dataset), run, wanted.kind), self.workspace.shown_epoch if self._has_snapshot else None)
            self.curve.measure_next()

    def _take_image(self, dataset: Dataset) -> None:
        self.show_content()
        index = min(self.workspace.picked or 0, len(dataset.test) - 1)
        self.repair.take(self._noise(dataset, USUAL, 0).clean(np.asarray([index]))[0])
        self._ask_repair()

    @Slot()
    def _ask_repair(self) -> None:
        job = self.repair.job
        if job is not None:
            self._ask_with_model(job, self.workspace.shown_epoch, REPAIR)

    def _ask_point(self, amount: float, epoch: int | None) -> Noise | None:
        dataset = self.workspace.dataset
        if dataset is None or not self.isVisible():
            return None
        noise = self._noise(dataset, Corruption(self.controls.corruption.kind, amount), CURVE_SEED)
        self._ask_with_model(MeasureJob(noise), epoch, CURVE)
        return noise

    def _ask_with_model(self, job: Any, epoch: int | None, what: str) -> None:
        """Ask with the run at an epoch, or without any."""
        run = self.workspace.run
        if self._has_snapshot and run is not None and epoch is not None:
            self.ask(SnapshotRequest(run, epoch, job), what)
        else:
            self.ask(job, what)

    # Showing

    def show_answer(self, what: str, answer: Any) -> None:
        match what:
            case "plain":
                if not self._shows_model:  # asked for again meanwhile, it can come after the model's
                    self._show_bands(answer)
            case "bands":
                self._show_bands(answer)
            case "curve":
                self._take_point(answer)
            case "repair":
                self.repair.show_repaired(answer)
                if self.frame.paints:
                    self.frame.note_label.setText(self._repair_note(answer.epoch))

    def show_failure(self, what: str, error: Exception) -> None:
        if what == CURVE:
            self.curve.give_up()
        else:
            super().show_failure(what, error)

    def _show_bands(self, bands: Bands) -> None:
        if bands.noise.dataset is not self.workspace.dataset or (bands.epoch is not None and not self._has_snapshot):
            return
        self.bands = bands
        self.view.show_rows(wording.picture_rows(bands, COLOURS))
        self._mark()
        self.frame.back_button.setEnabled(bands.indices[0] > 0)
        self.frame.forward_button.setEnabled(bands.indices[-1] + 1 < len(bands.noise.dataset.test))
        self._say()

    def _take_point(self, answer: Measured) -> None:
        if self.curve.take(answer):
            self._say()
        if self.frame.shows_curve:
            self.curve.measure_next()

    def _say(self) -> None:
        """What the page shows, in a few words."""
        if self.frame.shows_images:
            bands = self.bands
            self.frame.note_label.setText(self._hint() if bands is None or bands.epoch is None else wording.note(bands))
        elif self.frame.shows_curve and self.sweep.values:
            self.frame.note_label.setText(wording.sweep_note(self.sweep))

    def _hint(self) -> str:
        run, dataset = self.workspace.run_folder, self.workspace.dataset
        if run is None or dataset is None:
            return self.tr("Press Start: what the model makes of the noisy images appears below them.")
        return why_no_output(run, dataset.shape, self.workspace.shown_epoch)

    def _repair_note(self, epoch: int | None) -> str:
        image = self.tr("Test image {index}").format(index=self.workspace.picked or 0)
        return image if epoch is None else self.tr("Epoch {epoch} · {image}").format(epoch=epoch, image=image)

    def recolour(self) -> None:
        self.view.set_colour_map(self.workspace.colour_map)
        self.repair.view.set_colour_map(self.workspace.colour_map)

    # Saving

    def table(self) -> Table | None:
        if self.frame.paints:
            return None
        if self.frame.shows_images:
            return wording.bands_table(self.bands) if self.bands is not None else None
        return wording.sweep_table(self.sweep, COLOURS) if self.sweep.values else None

    def shows(self) -> Shows:
        noise = self.bands.noise.corruption if self.bands is not None else None
        return Shows(self.bands.indices if self.bands is not None else (), noise if noise is not None and noise.amount > 0 else None)

    def figure(self) -> QWidget:
        return self.repair.view if self.frame.paints else self.frame.splitter

"""From codes to a map of them: which layouts a run allows, and how the chosen one is made."""

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal, Slot

from ae_workbench.analysis.plane_maps import pca_map
from ae_workbench.ui.sentences import sentence
from ae_workbench.ui.viewers.latent.jobs import Examples
from ae_workbench.ui.viewers.latent.map_bar import MapBar
from ae_workbench.ui.viewers.latent.map_maker import MapMaker, MapTask
from ae_workbench.ui.viewers.latent.maps import LineMap, PlaneMap, TsneMap, UnitsMap
from ae_workbench.ui.viewers.latent.plane_bar import PlaneBar
from ae_workbench.ui.viewers.latent.units_page import UnitsPage
from ae_workbench.ui.workers import CodecThread

PCA, UNITS, TSNE = "pca", "units", "tsne"
FEWEST_FOR_MAPS = 5
Ask = Callable[[Callable[[], object], str], None]


class Layouts(QObject):
    """``left``: another layout was chosen; ``laid_out`` gives its map, ``formed`` t-SNE's coordinates on the way."""

    left = Signal()
    laid_out = Signal(object)
    formed = Signal(object)

    def __init__(self, ask: Ask, codec: CodecThread, bar: PlaneBar, units: UnitsPage, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ask = ask
        self._bar, self._units = bar, units
        self.map_bar = MapBar()
        self.maker = MapMaker(codec, self)
        self._snapshot: Any = None
        self._examples: Examples | None = None
        self._codes: NDArray[np.float32] | None = None
        self._tsne: TsneMap | None = None
        self._before = ""
        bar.layout_changed.connect(self.choose)
        units.changed.connect(self._lay_out_units)
        self.maker.formed.connect(self._show_form)
        self.maker.made.connect(self._take_tsne)
        self.maker.failed.connect(self._fail)
        self.map_bar.cancel_requested.connect(self.cancel)
        self.map_bar.update_requested.connect(self._make_tsne)

    def forget(self) -> None:
        """Another run, or none."""
        self.maker.cancel()
        self.map_bar.hide()
        self._codes = self._tsne = None

    def show(self, snapshot: Any, examples: Examples | None, codes: NDArray[np.float32]) -> None:
        """Lay out the codes (n, *code_dims) of a snapshot; ``examples`` are whose codes they are."""
        is_first = self._codes is None
        self._snapshot, self._examples, self._codes = snapshot, examples, codes
        if is_first:
            self._units.meet(codes, snapshot.plan.code_dims)
            self._offer(snapshot.plan.code_size > 2 and len(codes) >= FEWEST_FOR_MAPS)
        self._lay_out(is_first)

    def _offer(self, has_choice: bool) -> None:
        units = (UNITS, self.tr("Two units"))
        self._bar.offer_layouts([(PCA, self.tr("PCA")), units, (TSNE, self.tr("t-SNE"))] if has_choice else [units])
        self._before = self._bar.layout_key

    @Slot()
    def choose(self) -> None:
        """Another layout was chosen."""
        self.maker.cancel()
        self.map_bar.hide()
        self.left.emit()
        if self._codes is not None:
            self._lay_out(is_wanted=True)

    def _lay_out(self, is_wanted: bool) -> None:
        """``is_wanted`` by the hand: then t-SNE begins; it doesn't for each epoch of a training."""
        key, codes = self._bar.layout_key, self._codes
        if codes is None:
            return
        if key != TSNE:
            self._before = key
        if key == PCA:
            self._ask(lambda: pca_map(codes), PCA)
        elif key == UNITS:
            self._lay_out_units()
        elif is_wanted or (self._tsne is None and not self.maker.is_busy):
            self._make_tsne()
        elif self._tsne is not None and not self.maker.is_busy:
            self.map_bar.show_stale(self._tsne.epoch)
            self.laid_out.emit(self._tsne)

    @Slot()
    def _lay_out_units(self) -> None:
        if self._codes is None or self._bar.layout_key != UNITS:
            return
        made: PlaneMap = LineMap(self._codes)
        if self._snapshot.plan.code_size > 1:
            made = UnitsMap(self._codes, self._units.base, self._units.axes)
        self.laid_out.emit(made)

    def take_pca(self, made: PlaneMap) -> None:
        """The principal plane has come from the codec thread."""
        if self._bar.layout_key == PCA:
            self.laid_out.emit(made)

    # t-SNE

    @Slot()
    def _make_tsne(self) -> None:
        if self._examples is not None and self._codes is not None:
            self.map_bar.show_progress(0)
            self.maker.make(MapTask(self._snapshot, self._examples.dataset, self._codes))

    @Slot(float, object)
    def _show_form(self, share: float, coordinates: NDArray[np.float32]) -> None:
        self.map_bar.show_progress(share)
        if self._codes is not None and len(coordinates) == len(self._codes):
            self.formed.emit(coordinates)

    @Slot(object)
    def _take_tsne(self, made: TsneMap) -> None:
        self._tsne = made
        self.map_bar.hide()
        if self._bar.layout_key == TSNE:
            if made.epoch != self._snapshot.epoch:
                self.map_bar.show_stale(made.epoch)
            self.laid_out.emit(made)

    @Slot(object)
    def _fail(self, error: Exception) -> None:
        self.map_bar.show_error(sentence(error))

    @Slot()
    def cancel(self) -> None:
        """Give t-SNE up: its last map, or the layout before."""
        self.maker.cancel()
        self.map_bar.hide()
        if self._tsne is not None:
            self.laid_out.emit(self._tsne)
        else:
            self._bar.choose_layout(self._before or PCA)
            self.choose()

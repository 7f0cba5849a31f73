"""Weights and feature maps of a snapshot as sheets of pictures, as jobs for the codec thread."""

from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication

from ae_workbench.analysis.filters import WeightImages, decoder_atoms, encoder_filters, weighted_stages
from ae_workbench.core.layers import Conv2D, EncoderOutputCode, Flatten, Layer, RepeatVector, Reshape
from ae_workbench.core.plan import Plan
from ae_workbench.core.shape import format_dims
from ae_workbench.data.dataset import Dataset, Scaling
from ae_workbench.ui.colour_maps import as_image, paint_signed
from ae_workbench.ui.panels.plan_rows import Row, part_title, rows
from ae_workbench.ui.translation import QT_TRANSLATE_NOOP
from ae_workbench.ui.viewers.filters.sheet import MOST_NUMBERS, Cell, Section, as_matrix, grey_picture, signed_cells

ENCODER, DECODER, MAPS = "encoder", "decoder", "maps"
STORED, STRONGEST = "stored", "strongest"
SAME_NUMBERS = (Flatten, RepeatVector, Reshape)
NEVER_NEGATIVE = -1e-6
CAPTIONS = {
    "filter": QT_TRANSLATE_NOOP("filters", "filter {n}"),
    "map": QT_TRANSLATE_NOOP("filters", "map {n}"),
    "unit": QT_TRANSLATE_NOOP("filters", "unit {n}"),
    "matrix": QT_TRANSLATE_NOOP("filters", "matrix"),
    "input gate": QT_TRANSLATE_NOOP("filters", "input gate"),
    "forget gate": QT_TRANSLATE_NOOP("filters", "forget gate"),
    "cell candidate": QT_TRANSLATE_NOOP("filters", "cell candidate"),
    "output gate": QT_TRANSLATE_NOOP("filters", "output gate"),
}
Floats = NDArray[np.float32]


@dataclass(frozen=True, eq=False)
class Sheet:
    """What a job gave; ``page`` is one of ENCODER, DECODER, MAPS."""

    page: str
    epoch: int
    sections: tuple[Section, ...]
    index: int | None = None


@dataclass(frozen=True)
class WeightsJob:
    """Function of a snapshot: the first layer's weights, or what the last layer draws with."""

    page: str
    order: str = STORED
    own_scale: bool = False
    dark: bool = False

    def __call__(self, snapshot: Any) -> Sheet:
        plan, weights = snapshot.plan, snapshot.weights()
        found = encoder_filters(plan, weights) if self.page == ENCODER else decoder_atoms(plan, weights)
        stages = [stage for stage, _ in weighted_stages(plan, weights)]
        stage = stages[0] if self.page == ENCODER else stages[-1]
        row = rows(plan)[1 + plan.stages.index(stage)]
        return Sheet(self.page, snapshot.epoch, (self._section(found, row, stage.layer),))

    def _section(self, found: WeightImages, row: Row, layer: Layer) -> Section:
        total = len(found.images)
        most = max(1, MOST_NUMBERS // max(1, found.images[0].size))
        ranks = (
            np.argsort(-np.square(found.images.reshape(total, -1)).sum(axis=1), kind="stable")
            if self.order == STRONGEST
            else np.arange(total)
        )
        kept = ranks[:most]
        names = [caption_text(found.captions[n]) for n in kept]
        cells = signed_cells(found.images[kept], names, None if self.own_scale else found.limit, self.dark)
        detail = _weights_detail(found, layer, self.page)
        if total > most:
            detail += _tr(", the first {most} are shown").format(most=most)
        return Section(_title(row), detail, cells, found.limit)


@dataclass(frozen=True, eq=False)
class MapsJob:
    """Function of a snapshot: what every layer gives for one test example."""

    dataset: Dataset
    scaling: Scaling
    index: int
    dark: bool = False

    def __call__(self, snapshot: Any) -> Sheet:
        plan: Plan = snapshot.plan
        x = self.scaling.apply(self.dataset.test.examples[self.index])
        outputs = [values for _, values in snapshot.activations(x)]
        sections = [_input_section(x, plan, self.dark)]
        for position, (stage, row) in enumerate(zip(plan.stages, rows(plan)[1:], strict=True)):
            if isinstance(stage.layer, EncoderOutputCode) and len(sections) > 1:
                sections[-1] = replace(sections[-1], title=f"{sections[-1].title} · {part_title('code')}")
            elif not isinstance(stage.layer, SAME_NUMBERS):
                sections.append(_map_section(row, _reshaped(plan, outputs, position), self.dark))
        return Sheet(MAPS, snapshot.epoch, tuple(sections), self.index)


def _reshaped(plan: Plan, outputs: list[Floats], position: int) -> Floats:
    """A stage's output, in the form that a reshape behind it gives."""
    behind = plan.stages[position + 1 : position + 2]
    return outputs[position + 1] if behind and isinstance(behind[0].layer, Reshape) else outputs[position]


def _input_section(x: Floats, plan: Plan, dark: bool) -> Section:
    title, detail = part_title("input"), format_dims(x.shape)
    if plan.shape.is_image:
        raw = np.rint(np.clip(x, 0, 1) * 255).astype(np.uint8)
        values = x if x.shape[2] == 3 else x[..., 0]
        return Section(title, detail, (Cell(values, as_image(raw), title),), 1.0, signed=False)
    return _signed_section(title, detail, x.T, dark)


def _map_section(row: Row, values: Floats, dark: bool) -> Section:
    """Maps side by side, a vector as rows of squares, a sequence as a matrix with time running to the right."""
    title, detail = _title(row), format_dims(values.shape)
    low, limit = float(values.min()), float(np.abs(values).max())
    if values.ndim == 3 and values.shape[2] in (3, 4) and low >= 0 and limit <= 1:
        raw = np.rint(values * 255).astype(np.uint8)
        return Section(title, detail, (Cell(values[..., :3], as_image(raw), row.name),), 1.0, signed=False)
    if values.ndim == 3:
        pictures, names = list(np.moveaxis(values, -1, 0)), [_tr("map {n}").format(n=n) for n in range(values.shape[2])]
    else:
        pictures, names = [as_matrix(values) if values.ndim == 1 else values.T], [_tr("unit") if values.ndim == 1 else row.name]
    signed = low < NEVER_NEGATIVE
    made = (paint_signed(np.nan_to_num(one), limit, dark) if signed else grey_picture(one, limit) for one in pictures)
    cells = tuple(Cell(one, picture, name, values.ndim == 1) for one, picture, name in zip(pictures, made, names, strict=True))
    return Section(title, detail, cells, limit, signed)


def _signed_section(title: str, detail: str, matrix: Floats, dark: bool) -> Section:
    limit = float(np.abs(matrix).max(initial=0))
    return Section(title, detail, (Cell(matrix, paint_signed(matrix, limit, dark), title),), limit)


def _title(row: Row) -> str:
    return f"{row.name} {row.detail}" if row.detail else row.name


def _weights_detail(found: WeightImages, layer: Layer, page: str) -> str:
    count = len(found.images)
    if found.captions == ("matrix",) or not found.captions:
        return _tr("weight matrix {dims}").format(dims=format_dims(found.images.shape[1:3]))
    if len(found.captions) > 1 and "gate" in found.captions[0]:
        return _tr("weight matrices (features × units) of the three gates and the cell candidate")
    if isinstance(layer, Conv2D):
        words = _tr("{count} filters") if page == ENCODER else _tr("what each of {count} maps draws with")
        return words.format(count=count)
    words = _tr("what each of {count} units looks for") if page == ENCODER else _tr("what each of {count} units draws")
    return words.format(count=count)


def caption_text(caption: str) -> str:
    """What a picture of weights is called, such as “filter 3” or “input gate”, in the window's language."""
    name, _, number = caption.rpartition(" ")
    return _tr(CAPTIONS[name]).format(n=number) if number.isdigit() else _tr(CAPTIONS[caption])


def _tr(text: str) -> str:
    return QCoreApplication.translate("filters", text)

"""Codes on a plane: which plane it is, and the legend of classes beside it."""

import numpy as np
from numpy.typing import NDArray

from ae_workbench.analysis.plane_maps import LineMap, PcaMap, PlaneMap, TsneMap, UnitsMap, pca_map
from ae_workbench.core.errors import WorkbenchError
from ae_workbench.data.source import Cancelled
from ae_workbench.export.figures.figure import FigureRequest
from ae_workbench.export.figures.sheet import Sheet, shortened
from ae_workbench.export.figures.style import SMALL_PT, class_colours
from ae_workbench.export.subject import Subject
from ae_workbench.export.tsne import tsne_key, tsne_map

LAYOUTS = ("pca", "tsne")
MOST_EXAMPLES = 10_000
MOST_NAME, ROW_HEIGHT, SWATCH = 0.8, 0.19, 0.11
MOST_CLASSES = 20
Floats = NDArray[np.float32]


def codes_of(subject: Subject, request: FigureRequest, most: int = MOST_EXAMPLES) -> Floats:
    """Codes of the examples, up to so many."""
    count = min(most, len(subject.split))
    request.progress(-1.0, "Encoding the examples")
    return subject.snapshot.encode(subject.examples(np.arange(count)))


def plane_map(subject: Subject, codes: Floats, request: FigureRequest) -> PlaneMap:
    """Two units as they are, one along a line, more by their principal components or t-SNE."""
    units = subject.plan.code_size
    if request.layout == "tsne" and units > 2:
        return _tsne(subject, codes, request)
    if units == 1:
        return LineMap(codes)
    if units == 2:
        return UnitsMap(codes, np.zeros(subject.plan.code_dims, np.float32))
    return pca_map(codes)


def _tsne(subject: Subject, codes: Floats, request: FigureRequest) -> TsneMap:
    from ae_workbench.analysis.neighbours import NearestCodes

    snapshot, fingerprint = subject.snapshot, subject.dataset.fingerprint
    if len(codes) < len(subject.split):
        fingerprint += f"/{len(codes)}"
    key = tsne_key(snapshot.epoch, snapshot.stamp, fingerprint, request.split)
    made = tsne_map(subject.path, key, codes, lambda share, points: request.progress(share, "Making the t-SNE map"), lambda: False)
    if made is None:
        raise Cancelled
    return TsneMap(made, NearestCodes(codes), snapshot.epoch)


def words(plane: PlaneMap, units: int) -> str:
    """What the plane is, for the line below a title."""
    match plane:
        case PcaMap(pca=pca):
            return f"{units} units by PCA: {pca.explained[:2].sum():.0%} of their variance"
        case TsneMap():
            return f"{units} units by t-SNE"
        case LineMap():
            return "1 unit; up and down only keeps points apart"
        case _:
            return "2 units"


def check_layout(layout: str) -> None:
    """Raises ``WorkbenchError``."""
    if layout not in LAYOUTS:
        raise WorkbenchError(f"There is no layout “{layout}”: choose one of {', '.join(LAYOUTS)}.")


def legend_height(names: tuple[str, ...]) -> float:
    return min(len(names), MOST_CLASSES + 1) * ROW_HEIGHT


def draw_legend(sheet: Sheet, x: float, y: float, names: tuple[str, ...]) -> None:
    """A swatch for each class; of very many the first ones."""
    for number, (name, colour) in enumerate(zip(names[:MOST_CLASSES], class_colours(len(names), sheet.paper), strict=False)):
        middle = y + (number + 0.5) * ROW_HEIGHT
        sheet.box(x, middle - SWATCH / 2, SWATCH, SWATCH, fill=colour)
        sheet.text(x + SWATCH + 0.07, middle, shortened(name, SMALL_PT, MOST_NAME), SMALL_PT)
    if len(names) > MOST_CLASSES:
        middle = y + (MOST_CLASSES + 0.5) * ROW_HEIGHT
        sheet.text(x + SWATCH + 0.07, middle, f"and {len(names) - MOST_CLASSES} more", SMALL_PT, sheet.paper.muted)

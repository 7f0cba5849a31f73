"""Metrics over epochs. Source: the article, its curves of training and validation loss."""

from collections.abc import Mapping, Sequence
from math import ceil
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ae_workbench.core.errors import WorkbenchError
from ae_workbench.core.wording import counted
from ae_workbench.export.figures.figure import FigureKind, FigureRequest
from ae_workbench.export.figures.sheet import Sheet
from ae_workbench.export.figures.style import SMALL_PT
from ae_workbench.export.subject import Subject
from ae_workbench.storage.run_folder import EpochRecord, best_epoch

VALIDATION = "val_"
TITLES = {
    "loss": "Loss",
    "reconstruction": "Reconstruction",
    "reconstruction_nats": "Reconstruction, nats",
    "penalty": "L1 penalty",
    "kl": "KL divergence, nats",
}
RECONSTRUCTIONS = {"bce": "Reconstruction, BCE per pixel", "mse": "Reconstruction, MSE"}
COLUMNS = 3
WIDTH, HEIGHT, LEFT, TOP, BELOW, BETWEEN = 1.9, 1.45, 0.5, 0.24, 0.42, 0.1
LEGEND = 0.2
Box = tuple[float, float, float, float]
LOGARITHMIC_FROM = 30.0
Values = NDArray[np.float64]


def draw(subjects: Sequence[Subject], request: FigureRequest) -> Sheet:
    [subject] = subjects
    records = subject.folder.history()
    epochs, columns = np.array([record.epoch for record in records]), metric_columns(records)
    metrics = shown_metrics(columns)
    has_path = {"val_kl", "val_reconstruction_nats"} <= columns.keys()
    panels = len(metrics) + has_path
    across = panels if panels <= COLUMNS else ceil(panels / 2) if panels <= 2 * COLUMNS else COLUMNS
    wide = WIDTH if across > 1 else 1.6 * WIDTH
    down = ceil(panels / across)
    best = best_epoch(records)
    about = f"{counted(len(records), 'epoch')} on {subject.folder.facts.data_name}" + (f", the best one {best}" if best else "")
    sheet = Sheet(request.medium, across * (LEFT + wide + BETWEEN), LEGEND + down * (TOP + HEIGHT + BELOW), subject.name, about)
    _draw_legend(sheet, best)
    for number in range(panels):
        row, column = divmod(number, across)
        box = (column * (LEFT + wide + BETWEEN) + LEFT, LEGEND + row * (TOP + HEIGHT + BELOW) + TOP, wide, HEIGHT)
        if number < len(metrics):
            metric = metrics[number]
            title = RECONSTRUCTIONS[subject.plan.loss] if metric == "reconstruction" else TITLES.get(metric, metric)
            sheet.text(box[0], box[1] - 0.1, title)
            _draw_metric(sheet, box, epochs, [columns.get(prefix + metric) for prefix in ("", VALIDATION)], best, request.epoch)
        else:
            _draw_path(sheet, box, epochs, columns)
    return sheet


def metric_columns(records: Sequence[EpochRecord]) -> dict[str, Values]:
    """Metrics by name, NaN where an epoch lacks one."""
    names = dict.fromkeys(name for record in records for name in record.metrics)
    return {name: np.array([record.metrics.get(name, np.nan) for record in records], float) for name in names}


def shown_metrics(columns: Mapping[str, Values]) -> list[str]:
    """Names without ``val_``; the loss is left out where it is the reconstruction and nothing else."""
    names = dict.fromkeys(name.removeprefix(VALIDATION) for name in columns)
    same = "loss" in columns and "reconstruction" in columns and np.array_equal(columns["loss"], columns["reconstruction"], equal_nan=True)
    return [name for name in TITLES if name in names and not (same and name == "loss")] + [name for name in names if name not in TITLES]


def _draw_legend(sheet: Sheet, best: int) -> None:
    x = LEFT
    kinds = [("training", sheet.paper.line), ("validation", sheet.paper.series[0])]
    for words, colour in kinds:
        sheet.box(x, 0.06, 0.2, 0.018, fill=colour)
        sheet.text(x + 0.26, 0.07, words, SMALL_PT, sheet.paper.muted)
        x += 0.95
    if best:
        sheet.rule(x + 0.1, 0.0, 0.0, 0.13, colour=sheet.paper.series[1])
        sheet.text(x + 0.2, 0.07, f"best epoch, {best}", SMALL_PT, sheet.paper.muted)


def _draw_metric(sheet: Sheet, box: Box, epochs: NDArray, lines: Sequence[Values | None], best: int, marked: int | None) -> None:
    """Training and validation of one metric."""
    axes = sheet.axes(*box)
    low, high = np.inf, 0.0
    for values, colour in zip(lines, (sheet.paper.line, sheet.paper.series[0]), strict=True):
        if values is not None and np.isfinite(values).any():
            kept = np.isfinite(values)
            axes.plot(epochs[kept], values[kept], color=colour, linewidth=1.3, marker="o" if kept.sum() == 1 else "", markersize=3)
            low, high = min(low, float(values[kept].min())), max(high, float(values[kept].max()))
    if low > 0 and high > LOGARITHMIC_FROM * low:
        axes.set_yscale("log")
    if best:
        axes.axvline(best, color=sheet.paper.series[1], linewidth=0.7)
    if marked is not None:
        axes.axvline(marked, color=sheet.paper.muted, linewidth=0.7, linestyle=(0, (2, 2)))
    dress_epochs(axes, epochs)


def dress_epochs(axes: Any, epochs: NDArray) -> None:
    """Whole epochs on the axis, also where there is only one."""
    axes.set_xlabel("Epoch")
    axes.xaxis.get_major_locator().set_params(integer=True)
    if len(set(epochs.tolist())) == 1:
        axes.set_xlim(epochs[0] - 0.5, epochs[0] + 0.5)
        axes.set_xticks([epochs[0]])


def _draw_path(sheet: Sheet, box: Box, epochs: NDArray, columns: Mapping[str, Values]) -> None:
    """Reconstruction against KL, one point an epoch."""
    axes = sheet.axes(*box)
    kl, nats = columns["val_kl"], columns["val_reconstruction_nats"]
    kept = np.flatnonzero(np.isfinite(kl) & np.isfinite(nats))
    axes.plot(kl[kept], nats[kept], color=sheet.paper.line, linewidth=0.7, zorder=1)
    axes.scatter(kl[kept], nats[kept], c=epochs[kept], cmap="viridis", s=7, linewidths=0, zorder=2)
    for place in (kept[0], kept[-1]):
        axes.annotate(
            f"{epochs[place]}", (kl[place], nats[place]), (3, 3), textcoords="offset points", size=SMALL_PT, color=sheet.paper.muted
        )
    axes.set_xlabel("KL divergence, nats")
    sheet.text(box[0], box[1] - 0.1, "Reconstruction, nats, against KL")


def check(subject: Subject) -> None:
    if not subject.folder.history():
        raise WorkbenchError(f"The run {subject.path} has no history yet, so there are no curves: train it for an epoch first.")


KIND = FigureKind(
    "loss",
    "Curves",
    "Every metric over epochs, training and validation, with the best epoch; of a variational run also reconstruction against KL.",
    draw,
    ("curves",),
    uses_model=False,
    uses_data=False,
    uses_epoch=False,
    check=check,
)

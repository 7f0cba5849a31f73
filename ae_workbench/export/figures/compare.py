"""Several runs beside each other: curves, the same examples through all of them, and their numbers."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from ae_workbench.core.wording import counted
from ae_workbench.export.figures.figure import Count, FigureKind, FigureRequest, number, shown
from ae_workbench.export.figures.loss import VALIDATION, dress_epochs, metric_columns
from ae_workbench.export.figures.names import told_apart
from ae_workbench.export.figures.reconstructions import LOSS_NAMES
from ae_workbench.export.figures.sheet import Sheet, text_width
from ae_workbench.export.figures.style import LABEL_PT, SMALL_PT, class_colours
from ae_workbench.export.figures.tiles import LONGEST_LABEL, Row, Tiles
from ae_workbench.export.subject import Subject

LEFT, CURVE_WIDTH, CURVE_HEIGHT, BELOW, LEGEND_GAP, LEGEND_ROW = 0.55, 4.2, 1.6, 0.5, 0.15, 0.2
LONGEST_NAME, CELL_GAP, LINE = 1.7, 0.24, 0.21


@dataclass(frozen=True)
class _Column:
    """``better`` is -1 where less is better, 1 where more is, 0 where neither."""

    title: str
    text: Callable[[float], str]
    better: int = 0


COLUMNS = {
    "epoch": _Column("Epoch", lambda value: f"{value:.0f}"),
    "code": _Column("Code", lambda value: f"{value:,.0f}", -1),
    "parameters": _Column("Parameters", lambda value: f"{value:,.0f}", -1),
    "reconstruction": _Column("", lambda value: f"{value:.4f}", -1),
    "mse": _Column("MSE", lambda value: f"{value:.5f}", -1),
    "psnr": _Column("PSNR, dB", lambda value: f"{value:.1f}", 1),
    "kl": _Column("KL, nats", lambda value: f"{value:.2f}"),
    "penalty": _Column("Penalty", lambda value: f"{value:.4f}"),
    "mean_code": _Column("Mean code", lambda value: number(value)),
    "zero_share": _Column("Zeros", lambda value: f"{value:.0%}"),
}


def draw(subjects: Sequence[Subject], request: FigureRequest) -> Sheet:
    first = subjects[0]
    loss = LOSS_NAMES[first.plan.loss]
    rows, values = _through_all(subjects, request)
    tiles = Tiles(request.medium, first.shape, rows)
    columns = [key for key in COLUMNS if any(key in found for found in values) and not (loss == "MSE" and key == "mse")]
    titles = {key: COLUMNS[key].title or loss for key in columns}
    table = _widths(columns, titles, values)
    name_width = LONGEST_NAME + 0.2
    curves = CURVE_HEIGHT + BELOW
    width = max(tiles.width, name_width + sum(table) + CELL_GAP * len(table), LEFT + CURVE_WIDTH + LEGEND_GAP + LONGEST_NAME)
    height = curves + tiles.height + 0.3 + LINE * (len(subjects) + 1)
    judged = counted(len(first.split), first.named("example"))
    about = f"{first.dataset.name}; numbers are means over {judged}, the best of each in bold"
    if len({subject.folder.facts.fingerprint for subject in subjects}) > 1:
        about += "; curves are of each run's own data"
    sheet = Sheet(request.medium, width, height, f"{len(subjects)} runs compared", about)
    _draw_curves(sheet, subjects, loss)
    tiles.draw(sheet, 0, curves)
    _draw_table(sheet, curves + tiles.height + 0.3, name_width, subjects, titles, values, table)
    return sheet


def _through_all(subjects: Sequence[Subject], request: FigureRequest) -> tuple[list[Row], list[dict[str, float]]]:
    """Examples and what each run makes of them, and each run's numbers."""
    first = subjects[0]
    indices = shown(first, request, KIND.counted(request))
    x = first.examples(indices)
    rows, values = [Row("Original", x)], []
    names = told_apart(_names(subjects), LABEL_PT, LONGEST_LABEL)
    for place, subject in enumerate(subjects):
        request.progress(place / len(subjects), f"Looking at {subject.name}")
        snapshot = subject.snapshot
        own = subject.examples(indices)
        y = snapshot.reconstruct(subject.noisy(indices))
        noise = "noise taken off" if subject.sees_noise else ""
        rows.append(Row(names[place], y, noise, behind=None if first.shape.is_image else own))
        values.append(_numbers(subject))
    return rows, values


def _names(subjects: Sequence[Subject]) -> list[str]:
    """The runs' names, with their folders' where two are called the same."""
    counts = Counter(subject.name for subject in subjects)
    return [f"{one.name} ({one.path.name})" if counts[one.name] > 1 else one.name for one in subjects]


def _numbers(subject: Subject) -> dict[str, float]:
    from ae_workbench.engine.evaluation import evaluate

    found = evaluate(subject.snapshot, subject.split, subject.folder.facts.scaling)
    plan = subject.plan
    own = {"epoch": float(subject.epoch), "code": float(plan.code_size), "parameters": float(plan.parameter_count)}
    return own | {key: value for key, value in found.items() if key in COLUMNS}


def _draw_curves(sheet: Sheet, subjects: Sequence[Subject], loss: str) -> None:
    """Reconstruction of all runs over epochs; validation where there is one."""
    axes = sheet.axes(LEFT, 0, CURVE_WIDTH, CURVE_HEIGHT)
    colours = class_colours(len(subjects), sheet.paper)
    names = told_apart(_names(subjects), SMALL_PT, LONGEST_NAME - 0.27)
    known: set[int] = set()
    for place, subject in enumerate(subjects):
        records = subject.folder.history()
        columns = metric_columns(records)
        line = columns.get(VALIDATION + "reconstruction", columns.get("reconstruction"))
        if line is not None:
            epochs = np.array([record.epoch for record in records])
            kept = np.isfinite(line)
            known.update(epochs[kept].tolist())
            axes.plot(epochs[kept], line[kept], color=colours[place], linewidth=1.3, marker="o" if kept.sum() == 1 else "", markersize=3)
        y = 0.1 + place * LEGEND_ROW
        x = LEFT + CURVE_WIDTH + LEGEND_GAP
        sheet.box(x, y - 0.009, 0.2, 0.018, fill=colours[place])
        sheet.text(x + 0.27, y, names[place], SMALL_PT)
    dress_epochs(axes, np.array(sorted(known)))
    axes.set_ylabel(f"Reconstruction, {loss}")


# The table


def _widths(columns: Sequence[str], titles: Mapping[str, str], values: Sequence[Mapping[str, float]]) -> list[float]:
    texts = {key: [COLUMNS[key].text(found[key]) for found in values if key in found] for key in columns}
    return [max(text_width(titles[key], SMALL_PT), *(text_width(text, SMALL_PT, bold=True) for text in texts[key])) for key in columns]


def _draw_table(
    sheet: Sheet, top: float, left: float, subjects: Sequence[Subject], titles: Mapping[str, str],
    values: Sequence[Mapping[str, float]], widths: Sequence[float],
) -> None:  # fmt: skip
    colours = class_colours(len(subjects), sheet.paper)
    right = left + sum(widths) + CELL_GAP * len(widths)
    sheet.rule(0, top + 0.1, right)
    names = told_apart(_names(subjects), LABEL_PT, LONGEST_NAME)
    for place in range(len(subjects)):
        y = top + LINE * (place + 1)
        sheet.box(0, y - 0.045, 0.09, 0.09, fill=colours[place])
        sheet.text(0.16, y, names[place], LABEL_PT)
    x = left
    for key, width in zip(titles, widths, strict=True):
        x += width + CELL_GAP
        sheet.text(x, top, titles[key], SMALL_PT, sheet.paper.muted, "right")
        best = _best(key, values)
        for place, found in enumerate(values):
            text = COLUMNS[key].text(found[key]) if key in found else "–"
            sheet.text(x, top + LINE * (place + 1), text, SMALL_PT, "", "right", bold=text == best)


def _best(key: str, values: Sequence[Mapping[str, float]]) -> str:
    """How the best value reads; nothing where none is better, or all are alike."""
    column, found = COLUMNS[key], [each[key] for each in values if key in each]
    texts = {column.text(value) for value in found}
    return column.text(max(found, key=lambda value: column.better * value)) if column.better and len(texts) > 1 else ""


KIND = FigureKind(
    "compare",
    "Comparison",
    "Several runs on the same data: curves, the same examples through all of them, and a table of numbers.",
    draw,
    ("runs",),
    Count("Examples", 10, 1, 30),
    compares=True,
    takes_examples=True,
)

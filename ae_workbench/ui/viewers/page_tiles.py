"""A page of examples as tiles: what stands over what, captions and tooltips."""

from typing import Any

from PySide6.QtCore import QCoreApplication

from ae_workbench.ui.translation import QT_TRANSLATE_NOOP
from ae_workbench.ui.viewers.pages import METRICS, Page
from ae_workbench.ui.viewers.pictures import Waves
from ae_workbench.ui.viewers.tiles import Column, Tile
from ae_workbench.ui.wording import class_title

SHORT_NAMES = {
    "bce": QT_TRANSLATE_NOOP("pages", "BCE"),
    "mse": QT_TRANSLATE_NOOP("pages", "MSE"),
    "psnr": QT_TRANSLATE_NOOP("pages", "PSNR"),
    "ssim": QT_TRANSLATE_NOOP("pages", "SSIM"),
}
LONG_NAMES = {
    "bce": QT_TRANSLATE_NOOP("pages", "binary cross-entropy per pixel"),
    "mse": QT_TRANSLATE_NOOP("pages", "mean squared error"),
    "psnr": QT_TRANSLATE_NOOP("pages", "peak signal-to-noise ratio in dB"),
    "ssim": QT_TRANSLATE_NOOP("pages", "structural similarity"),
}
MEANINGS = {
    "bce": QT_TRANSLATE_NOOP("pages", "Binary cross-entropy per pixel, what image models are trained to make small"),
    "mse": QT_TRANSLATE_NOOP("pages", "Mean squared error over all pixels; small is good"),
    "psnr": QT_TRANSLATE_NOOP("pages", "Peak signal-to-noise ratio in decibels, from the squared error; large is good"),
    "ssim": QT_TRANSLATE_NOOP("pages", "Structural similarity, nearer to what eyes judge by; 1 is equal"),
}


def tiles(page: Page) -> list[Tile]:
    """A tile per example: original over reconstruction; for a denoiser noisy, denoised, clean; sequences in one place."""
    return [Tile(index, _column(page, n), _caption(page, n), _tip(page, n)) for n, index in enumerate(page.indices)]


def row_titles(page: Page) -> tuple[str, ...]:
    """What each row of a tile is."""
    if not page.shape.is_image:
        return (_tr("Noisy"), _tr("Denoised")) if page.seen else ()
    rows = (_tr("Noisy"), _tr("Denoised"), _tr("Clean")) if page.seen else (_tr("Input"), _tr("Output"))
    return (*rows, _tr("Difference")) if page.differences else rows


def short_name(metric: str) -> str:
    """A metric as a caption names it."""
    return _tr(SHORT_NAMES[metric])


def error_name(metric: str) -> str:
    """A metric in words."""
    return _tr(LONG_NAMES[metric])


def meaning(metric: str) -> str:
    """A metric explained."""
    return _tr(MEANINGS[metric])


def table(page: Page) -> tuple[list[str], list[list[Any]]]:
    """Example, its file and label where there are any, and every metric."""
    labels, files = page.dataset.test.labels, page.dataset.test.files
    titles = ["example", *(["file"] if files else []), *([] if labels is None else ["label"]), *page.values]
    rows = [
        [
            index,
            *([files[index]] if files else []),
            *([] if labels is None else [int(labels[index])]),
            *(values[n] for values in page.values.values()),
        ]
        for n, index in enumerate(page.indices)
    ]
    return titles, rows


def _column(page: Page, n: int) -> Column:
    original, output = page.originals[n], page.outputs[n] if page.outputs else None
    if isinstance(original, Waves):
        over = (original, output) if isinstance(output, Waves) else (original,)
        return (page.seen[n], over) if page.seen else (over,)
    column = (page.seen[n], output, original) if page.seen else (original, output)
    return (*column, page.differences[n]) if page.differences else column


def _caption(page: Page, n: int) -> str:
    return METRICS[page.metric].text(page.errors[n]) if page.errors else ""


def _tip(page: Page, n: int) -> str:
    index, test = page.indices[n], page.dataset.test
    lines = [_tr("Test example {index}").format(index=index) + _class_of(page, index)]
    if test.files:
        lines.append(test.files[index])
    elif test.places is not None:
        lines.append(_tr("Row {row} of the data, counted from 0").format(row=test.places[index]))
    lines += [f"{short_name(key)}: {METRICS[key].text(values[n])}" for key, values in page.values.items()]
    return "\n".join(lines)


def _class_of(page: Page, index: int) -> str:
    labels = page.dataset.test.labels
    if labels is None:
        return ""
    return _tr(", class {name}").format(name=class_title(page.dataset.class_names, int(labels[index])))


def _tr(text: str) -> str:
    return QCoreApplication.translate("pages", text)

"""A page of examples as tiles: what stands over what, captions and tooltips."""

from PySide6.QtCore import QCoreApplication

from ae_workbench.ui.viewers.pages import Page
from ae_workbench.ui.viewers.pictures import Waves
from ae_workbench.ui.viewers.tiles import Column, Tile


def tiles(page: Page) -> list[Tile]:
    """A tile per example: original over reconstruction; for a denoiser noisy, denoised, original; sequences in one place."""
    return [Tile(index, _column(page, n), _caption(page, n), _tip(page, n)) for n, index in enumerate(page.indices)]


def row_titles(page: Page) -> tuple[str, ...]:
    """What each row of a tile is."""
    if not page.shape.is_image:
        return (_tr("Noisy"), _tr("Denoised")) if page.seen else ()
    if page.seen:
        return _tr("Noisy"), _tr("Denoised"), _tr("Original")
    return _tr("Input"), _tr("Output")


def error_name(loss: str) -> str:
    """The error a plan's loss is made of, in words."""
    return _tr("binary cross-entropy per pixel") if loss == "bce" else _tr("mean squared error")


def _column(page: Page, n: int) -> Column:
    original, output = page.originals[n], page.outputs[n] if page.outputs else None
    if isinstance(original, Waves):
        over = (original, output) if isinstance(output, Waves) else (original,)
        return (page.seen[n], over) if page.seen else (over,)
    return (page.seen[n], output, original) if page.seen else (original, output)


def _caption(page: Page, n: int) -> str:
    return f"{page.errors[n]:.4f}" if page.errors else ""


def _tip(page: Page, n: int) -> str:
    lines = [_tr("Test example {index}").format(index=page.indices[n]) + _class_of(page, page.indices[n])]
    if page.errors:
        lines.append(f"{error_name(page.loss).capitalize()}: {page.errors[n]:.5f}")
        if page.loss != "mse":
            lines.append(f"{error_name('mse').capitalize()}: {page.mse[n]:.5f}")
    if page.psnr:
        lines.append(_tr("PSNR: {value} dB").format(value=f"{page.psnr[n]:.1f}"))
    return "\n".join(lines)


def _class_of(page: Page, index: int) -> str:
    labels, names = page.dataset.test.labels, page.dataset.class_names
    if labels is None:
        return ""
    label = int(labels[index])
    return _tr(", class {name}").format(name=names[label] if 0 <= label < len(names) else label)


def _tr(text: str) -> str:
    return QCoreApplication.translate("pages", text)

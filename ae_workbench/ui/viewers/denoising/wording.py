"""What stands beside rows and curves of the denoising viewer."""

from collections.abc import Mapping
from statistics import fmean

from PySide6.QtCore import QCoreApplication

from ae_workbench.ui import theme
from ae_workbench.ui.viewers.denoising.bands_view import PictureRow
from ae_workbench.ui.viewers.denoising.jobs import CLEAN, EQUAL_DB, GAUSSIAN, MEDIAN, MODEL, NOISY, Band, Bands
from ae_workbench.ui.viewers.denoising.sweep import Sweep
from ae_workbench.ui.viewers.viewer import Table
from ae_workbench.ui.wording import class_title


def title(key: str) -> str:
    """Name of a kind of row."""
    names = {CLEAN: _tr("Clean"), NOISY: _tr("Noisy"), MODEL: _tr("Denoised"), MEDIAN: _tr("Median"), GAUSSIAN: _tr("Gaussian filter")}
    return names[key]


def picture_rows(bands: Bands, colours: Mapping[str, int]) -> list[PictureRow]:
    """The rows as they are shown; where no model took part an empty row says so."""
    rows = [_picture_row(band, bands, colours) for band in bands.rows]
    if not any(band.key == MODEL for band in bands.rows):
        rows.insert(2, PictureRow(title(MODEL), None, _tr("no model yet"), colours[MODEL]))
    return rows


def note(bands: Bands) -> str:
    """What the numbers are."""
    means = _tr("means of the {count} shown").format(count=len(bands.indices))
    return means if bands.epoch is None else _tr("Epoch {epoch} · {means}").format(epoch=bands.epoch, means=means)


def sweep_note(sweep: Sweep) -> str:
    """What the curve is made from."""
    means = _tr("means of {count} test images at each amount").format(count=sweep.image_count)
    return means if sweep.epoch is None else _tr("Epoch {epoch} · {means}").format(epoch=sweep.epoch, means=means)


def reading(sweep: Sweep, amount: float, colours: Mapping[str, int]) -> str:
    """Values at the measured amount nearest to a place of the curve, as rich text."""
    nearest = min(sweep.values, key=lambda measured: abs(measured - amount), default=None)
    if nearest is None:
        return ""
    found = [_coloured(f"{title(key)} {sweep.values[nearest][key]:.1f}", colours[key]) for key in colours if key in sweep.values[nearest]]
    return " &nbsp; ".join([f"{nearest:.2f}:", *found, "dB"])


def legend(sweep: Sweep, colours: Mapping[str, int]) -> str:
    """What the lines are, as rich text."""
    keys = {key for values in sweep.values.values() for key in values}
    return " &nbsp; ".join([*(_coloured(f"━ {title(key)}", colours[key]) for key in colours if key in keys), _tr("PSNR in dB")])


def bands_table(bands: Bands) -> Table:
    """A line per image: index, then PSNR and SSIM of each row."""
    judged = [band for band in bands.rows if band.psnr]
    titles = ["index", *(f"{band.key}_{metric}" for band in judged for metric in ("psnr", "ssim"))]
    lines = [[index, *(v for band in judged for v in (band.psnr[n], band.ssim[n]))] for n, index in enumerate(bands.indices)]
    return titles, lines


def sweep_table(sweep: Sweep, colours: Mapping[str, int]) -> Table:
    """A line per measured amount of noise: mean PSNR of each way."""
    keys = [key for key in colours if any(key in values for values in sweep.values.values())]
    return ["amount", *(f"{key}_psnr" for key in keys)], [[a, *(v.get(key) for key in keys)] for a, v in sorted(sweep.values.items())]


def quality(psnr: float, ssim: float) -> str:
    """``17.3 dB · 0.812``; an image that is equal says so."""
    return _tr("equal") if psnr >= EQUAL_DB else f"{psnr:.1f} dB · {ssim:.3f}"


def _picture_row(band: Band, bands: Bands, colours: Mapping[str, int]) -> PictureRow:
    if not band.psnr:
        tips = tuple(_place(bands, n) for n in range(len(band.pictures)))
        return PictureRow(title(band.key), band.pictures, tips=tips)
    best = max((other for other in bands.rows if other.psnr), key=lambda other: fmean(other.psnr))
    pairs = zip(band.psnr, band.ssim, strict=True)
    tips = tuple(
        f"{_place(bands, n)}\n{title(band.key)}\n" + _tr("PSNR: {value} dB").format(value=f"{psnr:.2f}") + f"\nSSIM: {ssim:.4f}"
        for n, (psnr, ssim) in enumerate(pairs)
    )
    words = quality(fmean(band.psnr), fmean(band.ssim))
    return PictureRow(title(band.key), band.pictures, words, colours[band.key], band is best and band.key != NOISY, tips)


def _place(bands: Bands, n: int) -> str:
    dataset, index = bands.noise.dataset, bands.indices[n]
    said = _tr("Test image {index}").format(index=index)
    labels = dataset.test.labels
    if labels is None:
        return said
    return said + _tr(", class {name}").format(name=class_title(dataset.class_names, int(labels[index])))


def _coloured(text: str, number: int) -> str:
    series = theme.current().series
    return f'<span style="color:{series[number % len(series)]}">{text}</span>'


def _tr(text: str) -> str:
    return QCoreApplication.translate("denoising", text)

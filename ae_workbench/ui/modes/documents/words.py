"""What the page of pages and sound says: ways to clean, numbers and what is open."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from ae_workbench.data.sounds.wav_file import Sound
from ae_workbench.engine.cleaning import Kind
from ae_workbench.export.cleaning import BEFORE
from ae_workbench.ui.modes.documents.jobs import RUN, Opened, Quality
from ae_workbench.ui.translation import QT_TRANSLATE_NOOP
from ae_workbench.ui.wording import signed_text

WAYS = {
    BEFORE: QT_TRANSLATE_NOOP("documents", "Noisy"),
    RUN: QT_TRANSLATE_NOOP("documents", "Cleaned"),
    "median": QT_TRANSLATE_NOOP("documents", "Median filter"),
    "gaussian": QT_TRANSLATE_NOOP("documents", "Gaussian filter"),
    "background": QT_TRANSLATE_NOOP("documents", "Divided by its paper"),
    "subtraction": QT_TRANSLATE_NOOP("documents", "Spectral subtraction"),
}
TIPS = {
    BEFORE: QT_TRANSLATE_NOOP("documents", "As it was opened"),
    RUN: QT_TRANSLATE_NOOP("documents", "What the chosen run makes of it"),
    "median": QT_TRANSLATE_NOOP("documents", "Each pixel becomes the median of the 3×3 around it. Needs no training."),
    "gaussian": QT_TRANSLATE_NOOP("documents", "Blurred, with a standard deviation of 1 pixel. Needs no training."),
    "background": QT_TRANSLATE_NOOP(
        "documents", "The paper behind the print is estimated and divided out, then contrast is stretched. Needs no training."
    ),
    "subtraction": QT_TRANSLATE_NOOP(
        "documents", "At each frequency the quietest moments count as noise, which is subtracted everywhere. Needs no training."
    ),
}
METRICS: Mapping[Kind, Mapping[str, tuple[str, str, int]]] = {
    "pages": {
        "rmse": ("RMSE", QT_TRANSLATE_NOOP("documents", "Root mean squared error against the clean page, for pixels from 0 to 1"), 4),
        "psnr": ("PSNR", QT_TRANSLATE_NOOP("documents", "Peak signal-to-noise ratio in decibels; large is good"), 1),
    },
    "sounds": {
        "snr": ("SNR", QT_TRANSLATE_NOOP("documents", "Signal-to-noise ratio in decibels over the whole sound; large is good"), 1),
        "segmental_snr": (
            QT_TRANSLATE_NOOP("documents", "segm. SNR"),
            QT_TRANSLATE_NOOP("documents", "Signal-to-noise ratio in decibels, a mean over 30 ms each without pauses; large is good"), 1,
        ),
    },
}  # fmt: skip
MOST_TICKS = 8
LESS_IS_BETTER = ("rmse",)


def way_title(way: str) -> str:
    """A way to clean, in words."""
    return tr(WAYS[way])


def way_tip(way: str) -> str:
    return tr(TIPS[way])


def metric_title(kind: Kind, metric: str) -> str:
    return tr(METRICS[kind][metric][0])


def metric_tip(kind: Kind, metric: str) -> str:
    return tr(METRICS[kind][metric][1])


def metric_text(kind: Kind, metric: str, value: float) -> str:
    """A number as it stands in the list."""
    return signed_text(value, f"z.{METRICS[kind][metric][2]}f")


def best_way(quality: Mapping[str, Quality], metric: str) -> str:
    """The way with the best number; nothing where only one is known."""
    known = {way: numbers[metric] for way, numbers in quality.items() if metric in numbers}
    if len(known) < 2:
        return ""
    return min(known, key=known.__getitem__) if metric in LESS_IS_BETTER else max(known, key=known.__getitem__)


def about(opened: Opened) -> str:
    """Size of a page, or length, rate and channels of a sound."""
    media = opened.noisy.media
    if isinstance(media, Sound):
        channels = {1: tr("mono"), 2: tr("stereo")}.get(media.channels, tr("{count} channels").format(count=media.channels))
        return tr("{seconds} s, {rate} kHz, {channels}").format(
            seconds=f"{media.seconds:.1f}", rate=f"{media.rate_hz / 1000:g}", channels=channels
        )  # fmt: skip
    height, width, colours = media.shape
    return tr("{width}×{height} pixels, {colours}").format(
        width=width, height=height, colours=tr("colour") if colours == 3 else tr("grey")
    )  # fmt: skip


def ruler(opened: Opened) -> tuple[tuple[float, str], ...]:
    """Frequencies at shares of a spectrogram's height from the top; nothing for a page."""
    if opened.kind == "pages":
        return ()
    top_khz = opened.transform.rate_hz / 2000
    step = next(step for step in (1, 2, 5, 10) if top_khz / step <= MOST_TICKS)
    return tuple((1 - khz / top_khz, tr("{number} kHz").format(number=khz)) for khz in range(step, int(top_khz), step))


def tr(text: str) -> str:
    return QCoreApplication.translate("documents", text)

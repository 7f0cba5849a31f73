"""Noise put on test images and taken off again, beside filters that need no training. Source: the article, noisy over denoised digits."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from ae_workbench.analysis.baselines import gaussian_filter, median_filter
from ae_workbench.analysis.metrics import psnr_per_image
from ae_workbench.core.corruption import Corruption, CorruptionKind
from ae_workbench.core.errors import WorkbenchError
from ae_workbench.core.wording import counted
from ae_workbench.export.figures.figure import Count, FigureKind, FigureRequest, heading, shown
from ae_workbench.export.figures.sheet import Sheet
from ae_workbench.export.figures.style import SMALL_PT
from ae_workbench.export.figures.tiles import Row, Tiles
from ae_workbench.export.subject import Subject

USUAL = Corruption("gaussian", 0.5)
AMOUNTS = (0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0)
MOST_MEASURED, MOST_MEASURED_PIXELS = 100, 500_000
PLOT_GAP, PLOT_HEIGHT, PLOT_LEFT, PLOT_BELOW, LEGEND_WIDTH = 0.25, 1.5, 0.5, 0.42, 1.35
NOISE_WORDS = {
    "gaussian": "Gaussian noise, σ = {:g}",
    "salt_and_pepper": "salt and pepper on {:.0%}",
    "masking": "{:.0%} masked",
    "none": "The noise in the data",
}
AXIS_WORDS = {"gaussian": "Standard deviation of the noise", "salt_and_pepper": "Share of pixels hit", "masking": "Share of pixels masked"}
MOST_STD = 2
"""As in a recipe."""
Floats = NDArray[np.float32]


def draw(subjects: Sequence[Subject], request: FigureRequest) -> Sheet:
    [subject] = subjects
    noise = _noise(subject, request)
    indices = shown(subject, request, KIND.counted(request))
    x = subject.examples(indices)
    noisy = subject.noisy(indices, noise)
    rows = [Row("Original", x)] + [Row(name, y, f"PSNR {psnr_per_image(x, y).mean():.1f} dB") for name, y in _ways(subject, noisy).items()]
    tiles = Tiles(request.medium, subject.shape, rows)
    below = PLOT_GAP + PLOT_HEIGHT + PLOT_BELOW if noise.kind != "none" else 0.0
    about = f"{NOISE_WORDS[noise.kind].format(noise.amount)} on {subject.named('images')} of {subject.dataset.name}"
    sheet = Sheet(request.medium, max(tiles.width, 4.2), tiles.height + below, heading(subject), about)
    tiles.draw(sheet)
    if below:
        _draw_curves(sheet, subject, noise, tiles.height + PLOT_GAP, request)
    return sheet


def _noise(subject: Subject, request: FigureRequest) -> Corruption:
    """Pairs have noise of their own, which is shown alone unless the run or the request adds to it."""
    wanted = request.corruption or subject.plan.corruption
    return USUAL if wanted.kind == "none" and not subject.split.is_paired else wanted


def _ways(subject: Subject, noisy: Floats) -> dict[str, Floats]:
    """Noisy images and each way to take the noise off."""
    return {
        "With noise": noisy,
        "Model": subject.snapshot.reconstruct(noisy),
        "Median, 3×3": median_filter(noisy),
        "Gaussian, σ = 1": gaussian_filter(noisy),
    }


def _draw_curves(sheet: Sheet, subject: Subject, noise: Corruption, top: float, request: FigureRequest) -> None:
    """PSNR against the amount of noise."""
    indices = np.arange(max(1, min(MOST_MEASURED, MOST_MEASURED_PIXELS // subject.shape.size, len(subject.split))))
    x = subject.examples(indices)
    found: dict[str, list[float]] = {}
    for place, amount in enumerate(AMOUNTS):
        request.progress(place / len(AMOUNTS), "Measuring each amount of noise")
        for name, y in _ways(subject, subject.noisy(indices, Corruption(noise.kind, amount))).items():
            found.setdefault(name, []).append(float(psnr_per_image(x, y).mean()))
    width = min(sheet.room - PLOT_LEFT - LEGEND_WIDTH, 4.2)
    axes = sheet.axes(PLOT_LEFT, top, width, PLOT_HEIGHT, xlim=(0, 1.02))
    colours = (sheet.paper.muted, *sheet.paper.series)
    for number, (name, values) in enumerate(found.items()):
        style = {"linestyle": (0, (2, 1.5))} if number == 0 else {"marker": "o", "markersize": 2.2}
        axes.plot(AMOUNTS, values, color=colours[number], linewidth=1.2, **style)
        middle = top + 0.1 + number * 0.2
        sheet.box(PLOT_LEFT + width + 0.15, middle - 0.008, 0.2, 0.016, fill=colours[number])
        sheet.text(PLOT_LEFT + width + 0.42, middle, name, SMALL_PT)
    axes.axvline(noise.amount, color=sheet.paper.line, linewidth=0.8, zorder=0)
    axes.set_xlabel(AXIS_WORDS[noise.kind])
    axes.set_ylabel(f"PSNR, dB ({counted(len(indices), 'image')})")


def check(subject: Subject) -> None:
    if not subject.shape.is_image:
        raise WorkbenchError(f"Noise is put on images, but the run {subject.name} is of sequences: choose reconstructions instead.")


def corruption_of(text: str) -> Corruption:
    """``gaussian=0.5`` as a person writes it. Raises ``WorkbenchError``."""
    kind, _, amount = text.partition("=")
    try:
        value = float(amount)
    except ValueError:
        value = -1.0
    if kind not in AXIS_WORDS or not 0 < value <= (MOST_STD if kind == "gaussian" else 1):
        words = ", ".join(AXIS_WORDS)
        raise WorkbenchError(
            f"“{text}” is no noise: write {words} with = and an amount up to 1 (gaussian: {MOST_STD}), such as gaussian=0.5."
        )
    named: CorruptionKind = "gaussian" if kind == "gaussian" else "masking" if kind == "masking" else "salt_and_pepper"
    return Corruption(named, value)


KIND = FigureKind(
    "denoising",
    "Denoising",
    "Noisy images and what the model and two filters make of them, and how well each does against the amount of noise.",
    draw,
    ("denoising",),
    Count("Images", 10, 1, 50),
    takes_examples=True,
    takes_noise=True,
    check=check,
)

"""Pages of any size, cleaned in overlapping tiles."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ae_workbench.analysis.baselines import divide_background, gaussian_filter, median_filter
from ae_workbench.analysis.overlap import Apply, Floats, Tell, in_tiles
from ae_workbench.core.errors import DataError
from ae_workbench.core.shape import format_dims

Page = NDArray[np.uint8]
"""(height, width, channels), with one channel or three."""
FILTERS: Mapping[str, Callable[[Floats], Floats]] = {
    "median": median_filter,
    "gaussian": gaussian_filter,
    "background": divide_background,
}
"""Yardsticks: what cleans pages (n, h, w, c) in [0, 1] without training."""


@dataclass(frozen=True)
class PageQuality:
    """How near a page is to the clean one, over all pixels in [0, 1]; PSNR in dB, at most 100."""

    rmse: float
    psnr: float


def clean_page(page: Page, apply: Apply, tile: tuple[int, int], channels: int, tell: Tell = lambda share: None) -> Page:
    """The page as a model of ``channels`` channels cleans it; the result has the page's shape.

    A model of grey images cleans each colour by itself: a stain is darker than paper in every one of them, so it goes, and coloured ink
    keeps its colour. To a model of colours a grey page is one whose three colours are alike.
    """
    seen = _values(page)
    if channels == 3:
        whole = in_tiles(np.broadcast_to(seen, (*seen.shape[:2], 3)), apply, tile, tell)
        return _pixels(whole if page.shape[2] == 3 else whole.mean(axis=2, keepdims=True))
    count, parts = page.shape[2], []
    for channel in range(count):
        parts.append(_pixels(in_tiles(seen[..., channel : channel + 1], apply, tile, _part(tell, channel, count))))
    return np.concatenate(parts, axis=2)


def filter_page(page: Page, key: str) -> Page:
    """The page as one of ``FILTERS`` cleans it."""
    return _pixels(FILTERS[key](_values(page)[None])[0])


def page_quality(clean: Page, page: Page) -> PageQuality:
    """How near a page is to its clean version; in grey where only one of them has colours.

    Raises:
        DataError: they differ in size.
    """
    if clean.shape[:2] != page.shape[:2]:
        sizes = f"{format_dims(clean.shape[:2])} pixels, not {format_dims(page.shape[:2])}"
        raise DataError(f"The clean page is {sizes}: choose the same page at the same size.")
    x, y = (one.astype(np.float64) / 255 for one in (clean, page))
    if clean.shape[2] != page.shape[2]:
        x, y = (one.mean(axis=2, keepdims=True) for one in (x, y))
    mse = float(np.square(x - y).mean())
    return PageQuality(float(np.sqrt(mse)), float(-10 * np.log10(max(mse, 1e-10))))


def _part(tell: Tell, done: int, count: int) -> Tell:
    """Tells of one part among several."""
    return lambda share: tell((done + share) / count)


def _values(page: Page) -> Floats:
    return page.astype(np.float32) / np.float32(255)


def _pixels(values: Floats) -> Page:
    return (np.clip(values, 0, 1) * 255).round().astype(np.uint8)

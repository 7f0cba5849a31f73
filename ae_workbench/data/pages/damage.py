"""What years and desks do to a clean page: shading, folds, crumples, stains, rings of cups, print that shines through, and noise."""

import numpy as np
from numpy.typing import NDArray

Pixels = NDArray[np.uint8]
Plane = NDArray[np.float32]
"""Numbers (height, width): how much light a place gives back, 1 all of it."""

FADED = (0.0, 0.25)
GRAIN_STD = (0.01, 0.06)
SOFTNESS_PX = (0.0, 0.7)
SHADE_DEPTH = (0.05, 0.35)
CRUMPLE_DEPTH = (0.02, 0.10)
FOLD_DEPTH = (0.06, 0.22)
STAIN_DEPTH = (0.10, 0.45)
RING_DEPTH = (0.12, 0.45)
SHINE_DEPTH = (0.08, 0.30)
SPECKLE_SHARE = (0.0, 0.003)


def damage_page(page: Pixels, strength: float, rng: np.random.Generator, behind: Pixels | None = None) -> Pixels:
    """A damaged copy of a grey page (height, width). ``behind`` is what is printed on its back, which may shine through.

    ``strength`` scales the depth of everything: 0 leaves the page as it is, 1 is an old sheet from a busy desk, 2 a ruin.
    """
    if strength == 0:
        return page.copy()
    shape = page.shape
    ink = 1 - page.astype(np.float32) / 255
    ink *= 1 - strength * np.float32(rng.uniform(*FADED)) * _clouds(shape, 60, rng)
    light = 1 - strength * _depth(SHADE_DEPTH, rng) * _shade(shape, rng)
    light *= 1 + strength * _depth(CRUMPLE_DEPTH, rng) * (_crumples(shape, rng) - 0.5)
    for _ in range(int(rng.integers(0, 4))):
        light *= 1 + strength * _depth(FOLD_DEPTH, rng) * _fold(shape, rng)
    for _ in range(int(rng.integers(0, 4))):
        light *= 1 - strength * _depth(STAIN_DEPTH, rng) * _stain(shape, rng)
    for _ in range(int(rng.integers(0, 3))):
        light *= 1 - strength * _depth(RING_DEPTH, rng) * _ring(shape, rng)
    if behind is not None and rng.random() < 0.5:
        light *= 1 - strength * _depth(SHINE_DEPTH, rng) * _shining(behind, rng)
    seen = _softened(light * (1 - ink), float(rng.uniform(*SOFTNESS_PX)) * strength)
    seen += strength * _depth(GRAIN_STD, rng) * rng.standard_normal(shape, dtype=np.float32)
    hit = rng.random(shape, dtype=np.float32) < strength * rng.uniform(*SPECKLE_SHARE)
    seen = np.where(hit, rng.random(shape, dtype=np.float32) * 0.5, seen)
    return (np.clip(seen, 0, 1) * 255).round().astype(np.uint8)


def _depth(limits: tuple[float, float], rng: np.random.Generator) -> np.float32:
    return np.float32(rng.uniform(*limits))


def _places(shape: tuple[int, ...]) -> tuple[Plane, Plane]:
    """Row and column of every place, in pixels, as arrays that broadcast to the page."""
    return np.arange(shape[0], dtype=np.float32)[:, None], np.arange(shape[1], dtype=np.float32)[None, :]


def _clouds(shape: tuple[int, ...], size_px: float, rng: np.random.Generator) -> Plane:
    """Smooth random numbers from 0 to 1 that change over about ``size_px``."""
    from PIL import Image

    coarse = Image.fromarray(rng.random([int(side / size_px) + 3 for side in shape], dtype=np.float32))
    box = (0.5, 0.5, 0.5 + shape[1] / size_px, 0.5 + shape[0] / size_px)
    return np.clip(np.asarray(coarse.resize((shape[1], shape[0]), Image.Resampling.BICUBIC, box)), 0, 1)


def _shade(shape: tuple[int, ...], rng: np.random.Generator) -> Plane:
    """Light that falls off toward one side, as under a lamp or at the spine of a book."""
    y, x = _places(shape)
    angle = rng.uniform(0, 2 * np.pi)
    along = (np.cos(angle) * (x / shape[1] - 0.5) + np.sin(angle) * (y / shape[0] - 0.5)) / np.sqrt(0.5) + 0.5
    return (np.clip(along, 0, 1) ** np.float32(rng.uniform(1, 3)) * 0.8 + 0.2 * _clouds(shape, 120, rng)).astype(np.float32)


def _crumples(shape: tuple[int, ...], rng: np.random.Generator) -> Plane:
    """Facets of paper that was crumpled: the steepness of ridged clouds, 0 to 1, 0.5 on average."""
    height = sum(np.abs(_clouds(shape, size, rng) - 0.5) * size for size in (70.0, 28.0))
    down, right = np.gradient(height)
    angle = rng.uniform(0, 2 * np.pi)
    slope = np.cos(angle) * right + np.sin(angle) * down
    return np.clip(0.5 + slope / (4 * slope.std() + 1e-6), 0, 1).astype(np.float32)


def _fold(shape: tuple[int, ...], rng: np.random.Generator) -> Plane:
    """One crease: light on one side of a line, dark on the other, fading with distance; -1 to 1."""
    y, x = _places(shape)
    angle = rng.choice([0.0, np.pi / 2]) + rng.normal(0, 0.06) if rng.random() < 0.7 else rng.uniform(0, np.pi)
    from_line = np.cos(angle) * (x - rng.uniform(0.15, 0.85) * shape[1]) + np.sin(angle) * (y - rng.uniform(0.15, 0.85) * shape[0])
    reach = rng.uniform(6, 40)
    crease = np.where(np.abs(from_line) < 1, np.float32(rng.choice([-1.0, 1.0])), 0)
    return (np.sign(from_line) * np.exp(-np.abs(from_line) / reach) + crease).clip(-1, 1).astype(np.float32)


def _stain(shape: tuple[int, ...], rng: np.random.Generator) -> Plane:
    """A blot of spilt drink: an uneven patch with a darker rim, 0 to 1."""
    distance, _ = _from_centre(shape, rng, rng.uniform(0.06, 0.3) * min(shape), wobble=0.35)
    inside = np.clip((1 - distance) * 12, 0, 1)
    rim = np.exp(-(((distance - 1) / 0.05) ** 2))
    return (inside * (0.45 + 0.35 * _clouds(shape, 40, rng)) + 0.5 * rim).clip(0, 1).astype(np.float32)


def _ring(shape: tuple[int, ...], rng: np.random.Generator) -> Plane:
    """What a cup leaves: a thin ring, broken here and there, 0 to 1."""
    distance, angle = _from_centre(shape, rng, rng.uniform(0.12, 0.3) * min(shape), wobble=0.03)
    width = rng.uniform(0.02, 0.07)
    strokes = 0.6 + 0.4 * np.sin(angle * rng.integers(1, 4) + rng.uniform(0, 6))
    faint = np.exp(-(((distance - 1 + 1.5 * width) / (2.5 * width)) ** 2)) * 0.3
    return ((np.exp(-(((distance - 1) / width) ** 2)) + faint) * strokes).clip(0, 1).astype(np.float32)


def _from_centre(shape: tuple[int, ...], rng: np.random.Generator, radius_px: float, wobble: float) -> tuple[Plane, Plane]:
    """Distance from a random centre in radii, uneven by ``wobble``, and the angle around it."""
    y, x = _places(shape)
    dy, dx = y - rng.uniform(0, shape[0]), x - rng.uniform(0, shape[1])
    angle = np.arctan2(dy, dx)
    uneven = sum(np.sin(n * angle + rng.uniform(0, 2 * np.pi)) / n for n in (1, 2, 3, 5)) / 2
    return np.hypot(dy, dx) / (radius_px * (1 + wobble * uneven)), angle


def _shining(behind: Pixels, rng: np.random.Generator) -> Plane:
    """The back's print as it shines through: mirrored, blurred, uneven; 0 to 1."""
    ink = 1 - behind[:, ::-1].astype(np.float32) / 255
    return _softened(ink, float(rng.uniform(0.8, 1.6))) * (0.5 + 0.5 * _clouds(ink.shape, 90, rng))


def _softened(plane: NDArray, sigma_px: float) -> Plane:
    from scipy.ndimage import gaussian_filter

    return gaussian_filter(plane.astype(np.float32), sigma_px)

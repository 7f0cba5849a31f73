"""Patches of noisy and clean pages, for a cleaner of documents."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from ae_workbench.core.parameters import Parameters, number, size, text
from ae_workbench.core.shape import Shape
from ae_workbench.data.dataset import Dataset
from ae_workbench.data.gathering import Gathering, Pieces, check_memory, own_folder
from ae_workbench.data.pages.damage import damage_page
from ae_workbench.data.pages.making import make_page
from ae_workbench.data.pairing import Pair, find_pairs
from ae_workbench.data.pictures import ENDINGS, UnreadablePicture, read_whole
from ae_workbench.data.source import DataSource, Progress
from ae_workbench.data.split import share_spec

THINGS = "pages"
Page = NDArray[np.uint8]
PATH_HELP = (
    "A folder with pages in subfolders “noisy” and “clean” under the same names (or “train” and “train_cleaned”), or clean pages alone, "
    "which are then damaged here. Without a folder the pages are made here, too."
)
PATCH_HELP = "Side of the squares that pages are cut into. A convolutional model that learned on patches cleans pages of any size."
PAGES_HELP = "How many pages of text are made."
PATCHES_HELP = "How many patches are taken from each page, chosen at random; pages with fewer give all they have."
DAMAGE_HELP = (
    "How badly clean pages are damaged: shading, folds, crumples, stains, rings of cups, print that shines through, noise. "
    "0 not at all, 1 as on a busy desk, 2 as in a flood. Pairs of your own stay as they are."
)
SEED_HELP = "Start of the random numbers that make and damage pages, choose patches and choose the test pages."


@dataclass(frozen=True)
class PageParameters(Parameters):
    path: str = field(default="", metadata=text("Folder", is_path=True, is_folder=True, help=PATH_HELP))
    patch: int = field(default=64, metadata=size("Patch", low=16, high=256, unit="pixels", help=PATCH_HELP))
    patches: int = field(default=48, metadata=size("Patches per page", low=1, high=10_000, help=PATCHES_HELP))
    pages: int = field(default=40, metadata=size("Pages", low=3, high=2000, help=PAGES_HELP, when=("path", ("",))))
    damage: float = field(default=1.0, metadata=number("Damage", low=0.0, high=2.0, step=0.1, help=DAMAGE_HELP))
    test_share: float = field(default=0.2, metadata=share_spec("No page is in both."))
    seed: int = field(default=1, metadata=size("Seed", low=0, high=2**31 - 1, help=SEED_HELP))


def load(parameters: PageParameters, progress: Progress) -> Dataset:
    """Pairs of uint8 (n, patch, patch, 1); a page's patches are all for training or all for testing."""
    folder = own_folder(parameters.path, THINGS)
    pairs = find_pairs(folder, ENDINGS, THINGS) if folder else [Pair(f"page {n + 1}", Path()) for n in range(parameters.pages)]
    check_memory(len(pairs), parameters.patches, parameters.patch**2, THINGS)
    title = folder.name if folder else "Pages"
    gathering = Gathering(title, THINGS, shape(parameters), folder, parameters.test_share, parameters.seed)
    return gathering.gather([pair.name for pair in pairs], _patches(pairs, folder, parameters, progress))


def shape(parameters: PageParameters) -> Shape:
    return Shape((parameters.patch, parameters.patch, 1))


def sample_pages(seed: int, count: int = 1, damage: float = 1.0) -> Iterator[tuple[Page, Page]]:
    """Clean and noisy pages (height, width), made here; the same seed makes the same ones."""
    for n in range(count):
        rng = np.random.default_rng((seed, 2, n))
        clean = make_page(rng)
        yield clean, damage_page(clean, damage, rng, make_page(rng))


def _patches(pairs: list[Pair], folder: Path | None, parameters: PageParameters, progress: Progress) -> Iterator[Pieces]:
    """Pairs of patches from each pair of pages."""
    for place, both in enumerate(_pages(pairs, folder, parameters, progress)):
        yield _cut(both, parameters, np.random.default_rng((parameters.seed, 3, place)))


def _pages(pairs: list[Pair], folder: Path | None, parameters: PageParameters, progress: Progress) -> Iterator[Pieces]:
    """Each pair of pages, (height, width, 2); of no size where they can't be used."""
    if folder is None:
        for place, made in enumerate(sample_pages(parameters.seed, len(pairs), parameters.damage)):
            progress(place / len(pairs), f"Making page {place + 1} of {len(pairs)}")
            yield np.stack(made, axis=-1)
        return
    for place, pair in enumerate(pairs):
        progress(place / len(pairs), f"Reading page {place + 1} of {len(pairs)}")
        yield _read(pair, parameters, np.random.default_rng((parameters.seed, 2, place)))


def _read(pair: Pair, parameters: PageParameters, rng: np.random.Generator) -> Pieces:
    nothing = np.zeros((0, 0, 2), np.uint8)
    try:
        clean = read_whole(pair.clean)[..., 0]
        if min(clean.shape) < parameters.patch:  # nothing to cut out, and too small to be damaged
            return nothing
        noisy = read_whole(pair.noisy)[..., 0] if pair.noisy else damage_page(clean, parameters.damage, rng, clean[:, ::-1])
    except UnreadablePicture:
        return nothing
    return np.stack([clean, noisy], axis=-1) if clean.shape == noisy.shape else nothing


def _cut(both: Pieces, parameters: PageParameters, rng: np.random.Generator) -> Pieces:
    """Patches (n, patch, patch, 2) of a page (height, width, 2), side by side on a grid that begins anywhere."""
    side = parameters.patch
    height, width = both.shape[:2]
    rows, columns = height // side, width // side
    top, left = int(rng.integers(0, height - rows * side + 1)), int(rng.integers(0, width - columns * side + 1))
    grid = both[top : top + rows * side, left : left + columns * side].reshape(rows, side, columns, side, 2)
    patches = grid.swapaxes(1, 2).reshape(-1, side, side, 2)
    return patches[np.sort(rng.permutation(len(patches))[: parameters.patches])]


SOURCE = DataSource(
    "pages",
    "Pages",
    "Noisy and clean pages in patches: from a folder, or made by the program. Works without a network.",
    load,
    shape,
    PageParameters,
    is_paired=True,
    makes_own=True,
)

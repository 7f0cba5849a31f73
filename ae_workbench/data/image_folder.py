"""Pictures of your own: a folder of files, whose subfolders are the classes."""

import os
from dataclasses import dataclass, field
from math import prod
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from ae_workbench.core.errors import DataError
from ae_workbench.core.parameters import Parameters, choice, size, text
from ae_workbench.core.shape import Shape
from ae_workbench.data.array_entry import MAX_MEMORY_BYTES
from ae_workbench.data.dataset import Dataset
from ae_workbench.data.paths import chosen_path, is_folder
from ae_workbench.data.pictures import ENDINGS, UnreadablePicture, read_deep, read_picture
from ae_workbench.data.source import DataSource, Progress
from ae_workbench.data.split import share_spec, shuffled_split
from ae_workbench.data.values import RANGE_HELP, as_images, pixel_extent

MAX_BROKEN_SHARE = 0.1
PATH_HELP = "A folder of PNG, JPEG, BMP, WebP or TIFF pictures; where all are in subfolders, these are the classes."
COLOUR_HELP = "grey gives one channel, colour three (red, green, blue)."
FIT_HELP = "How a picture of another shape is brought to this size: crop cuts the middle out, stretch distorts it."
SEED_HELP = "Start of the random numbers that choose the test pictures."


@dataclass(frozen=True)
class ImageFolderParameters(Parameters):
    path: str = field(default="", metadata=text("Folder", is_path=True, is_folder=True, help=PATH_HELP))
    height: int = field(default=28, metadata=size("Height", low=4, high=1024, unit="pixels", help="Pictures are resized to this height."))
    width: int = field(default=28, metadata=size("Width", low=4, high=1024, unit="pixels", help="Pictures are resized to this width."))
    colour: str = field(default="grey", metadata=choice("Colour", "grey", "colour", help=COLOUR_HELP))
    fit: str = field(default="crop", metadata=choice("Fit", "crop", "stretch", help=FIT_HELP))
    pixel_range: str = field(default="auto", metadata=choice("Pixel range", "auto", "full", help=RANGE_HELP))
    test_share: float = field(default=0.2, metadata=share_spec())
    seed: int = field(default=1, metadata=size("Seed", low=0, high=2**31 - 1, help=SEED_HELP))


def load(parameters: ImageFolderParameters, progress: Progress) -> Dataset:
    """uint8 (n, height, width, channels), labelled by subfolder. A few unreadable pictures are left out and counted in the name."""
    folder = _folder(parameters)
    progress(-1, f"Looking for pictures in {folder.name}")
    files = find_pictures(folder)
    each = prod(shape(parameters).dims) * (3 if parameters.pixel_range == "full" else 1)  # 16 bits until the range is known
    if len(files) * each > MAX_MEMORY_BYTES:
        raise DataError(f"The {len(files)} pictures in {folder} don't fit in memory at this size: choose a smaller height and width.")
    images, kept, broken = _read_all(files, parameters, progress)
    _need_most(folder, len(files), broken)
    labels, names = _classes(folder, [files[at] for at in kept])
    own = [files[at].relative_to(folder).as_posix() for at in kept]
    images = images[: len(kept)]
    if parameters.pixel_range == "full" and kept:
        images = as_images(images, shape(parameters), str(folder), pixel_extent(images, str(folder)))
    train, test = shuffled_split(images, labels, parameters.test_share, parameters.seed, own)
    title = f"{folder.name} ({_count(len(broken))} left out)" if broken else folder.name
    return Dataset(title, shape(parameters), train, test, names)


def shape(parameters: ImageFolderParameters) -> Shape:
    return Shape((parameters.height, parameters.width, 3 if parameters.colour == "colour" else 1))


def find_pictures(folder: Path) -> list[Path]:
    """Every picture file in a folder and its subfolders, by name, hidden ones left out. Raises ``DataError`` if there is none."""
    found: list[Path] = []

    def refuse(problem: OSError) -> None:
        raise problem

    try:
        for parent, folders, names in os.walk(folder, onerror=refuse):
            folders[:] = sorted(name for name in folders if not name.startswith("."))
            found += [Path(parent, name) for name in sorted(names) if name.lower().endswith(ENDINGS) and not name.startswith(".")]
    except OSError as problem:
        raise DataError(f"The folder {problem.filename or folder} can't be read: {problem.strerror}.") from None
    if not found:
        raise DataError(f"There are no pictures in {folder}: it needs PNG, JPEG, BMP, WebP or TIFF files.")
    return found


def _read_all(files: list[Path], parameters: ImageFolderParameters, progress: Progress) -> tuple[NDArray, list[int], list[Path]]:
    """The readable pictures at the front of the array, their positions in ``files``, and the others."""
    wanted = shape(parameters)
    read, depth = (read_deep, np.uint16) if parameters.pixel_range == "full" else (read_picture, np.uint8)
    images = np.empty((len(files), *wanted.dims), depth)
    kept: list[int] = []
    broken: list[Path] = []
    for at, file in enumerate(files):
        progress(at / len(files), f"Reading picture {at + 1} of {len(files)}")
        try:
            images[len(kept)] = read(file, wanted, parameters.fit == "stretch")
        except UnreadablePicture:
            broken.append(file)
        else:
            kept.append(at)
    return images, kept, broken


def _need_most(folder: Path, total: int, broken: list[Path]) -> None:
    if len(broken) > MAX_BROKEN_SHARE * total:
        examples = ", ".join(str(file.relative_to(folder)) for file in broken[:3])
        more = ", …" if len(broken) > 3 else ""
        raise DataError(f"{_count(len(broken))} of {total} in {folder} can't be read ({examples}{more}): take them out or save them again.")


def _classes(folder: Path, files: list[Path]) -> tuple[NDArray[np.int64] | None, tuple[str, ...]]:
    """Labels by first subfolder, if every picture is in one."""
    inside = [file.relative_to(folder).parts for file in files]
    if any(len(parts) < 2 for parts in inside):
        return None, ()
    names = sorted({parts[0] for parts in inside})
    position = {name: index for index, name in enumerate(names)}
    return np.array([position[parts[0]] for parts in inside], np.int64), tuple(names)


def _count(pictures: int) -> str:
    return "1 picture" if pictures == 1 else f"{pictures} pictures"


def _folder(parameters: ImageFolderParameters) -> Path:
    folder = chosen_path(parameters.path, "a folder of pictures")
    if not is_folder(folder):
        raise DataError(f"There is no folder {folder}: choose one that holds pictures.")
    return folder


SOURCE = DataSource(
    "images",
    "Image folder…",
    "Pictures of your own from a folder; subfolders are classes.",
    load,
    shape,
    ImageFolderParameters,
)

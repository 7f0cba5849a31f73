"""Picture files to arrays, with Pillow kept from decoding anything huge."""

import io
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from ae_workbench.core.shape import Shape
from ae_workbench.data.array_entry import BROKEN

if TYPE_CHECKING:
    from PIL.Image import Image

FORMATS = ("PNG", "JPEG", "BMP", "WEBP", "TIFF")
GREY_MODES = ("1", "L", "LA", "I", "I;16", "I;16B", "I;16L", "F")
ENDINGS = (".png", ".jpg", ".jpeg", ".bmp", ".webp", ".tif", ".tiff")
MAX_PIXELS = 2**26
MAX_WHOLE_PIXELS = 2**25
"""Of a picture that is kept at its own size: an A3 page at 400 dots an inch."""
MAX_SHEETS_BYTES = 2**29
"""Of all pages of a file."""


class UnreadablePicture(Exception):
    """A picture that is broken, of another format or too large."""


def read_picture(path: Path, shape: Shape, stretch: bool = False) -> NDArray[np.uint8]:
    """(height, width, channels) uint8, upright by its EXIF orientation; cut to the shape from its middle, or stretched.

    Transparent parts become white.

    Raises:
        UnreadablePicture: whatever is wrong with the file.
    """
    with _decoding(str(path)):
        return np.asarray(_sized(path, shape, stretch), np.uint8).reshape(shape.dims)


def read_deep(path: Path, shape: Shape, stretch: bool = False) -> NDArray[np.uint16]:
    """As ``read_picture``, in 16 bits: grey pictures of so many keep them, and others use 257 times their 8.

    Raises:
        UnreadablePicture: whatever is wrong with the file.
    """
    with _decoding(str(path)):
        sized = _sized(path, shape, stretch, deep=True)
        pixels = np.asarray(sized, np.float32) if sized.mode == "F" else np.asarray(sized, np.uint16) * 257
    pixels = pixels.reshape(*shape.dims[:2], -1).clip(0, 65535).round()
    return np.broadcast_to(pixels, shape.dims).astype(np.uint16)


def read_whole(path: Path, colour: bool = False) -> NDArray[np.uint8]:
    """(height, width, 1) uint8 in grey, at the picture's own size and upright; with ``colour`` (height, width, 3) where it has any.

    Transparent parts become white.

    Raises:
        UnreadablePicture: whatever is wrong with the file.
    """
    from PIL import Image

    with _decoding(str(path)), Image.open(path, formats=FORMATS) as opened:
        return _whole(opened, colour)


@dataclass(frozen=True, eq=False)
class Sheets:
    """The pages of one file, each as ``read_whole`` gives it in colour. ``dpi``: dots an inch across and down, where the file says."""

    pages: list[NDArray[np.uint8]]
    dpi: tuple[float, float] | None = None


def read_sheets(path: Path) -> Sheets:
    """Every page of a TIFF file, and the one of another.

    Raises:
        UnreadablePicture: whatever is wrong with the file.
    """
    from PIL import Image

    with _decoding(str(path)), Image.open(path, formats=FORMATS) as opened:
        pages = []
        for number in range(getattr(opened, "n_frames", 1) if opened.format == "TIFF" else 1):
            opened.seek(number)
            pages.append(_whole(opened, colour=True))
            if sum(page.size for page in pages) > MAX_SHEETS_BYTES:
                raise ValueError("too many pixels")
        across, down = opened.info.get("dpi", (0, 0))
        return Sheets(pages, (float(across), float(down)) if min(across, down) > 1 else None)


def clean_png(content: bytes, most_pixels: int) -> bytes:
    """A PNG picture's pixels alone, written anew: no text, profile or animation that came with them.

    Raises:
        UnreadablePicture: whatever is wrong with it.
    """
    from PIL import Image

    with _decoding("PNG"), Image.open(io.BytesIO(content), formats=("PNG",)) as opened:
        if opened.width * opened.height > most_pixels:
            raise ValueError("too many pixels")
        plain = Image.new(mode := "L" if opened.mode in ("1", "L") else "RGBA", opened.size)
        plain.paste(opened.convert(mode))
        clean = io.BytesIO()
        plain.save(clean, "PNG", optimize=True)
    return clean.getvalue()


def _whole(opened: "Image", colour: bool) -> NDArray[np.uint8]:
    from PIL import ImageOps

    if opened.width * opened.height > MAX_WHOLE_PIXELS:
        raise ValueError("too many pixels")
    grey = not colour or opened.mode in GREY_MODES
    pixels = np.asarray(_plain(ImageOps.exif_transpose(opened), "L" if grey else "RGB"), np.uint8)
    pixels = pixels.reshape(*pixels.shape[:2], -1)
    return pixels if (pixels != pixels[..., :1]).any() else pixels[..., :1]


@contextmanager
def _decoding(name: str) -> Iterator[None]:
    """Every way a picture can be broken becomes one ``UnreadablePicture``."""
    from PIL import Image

    Image.MAX_IMAGE_PIXELS = MAX_PIXELS
    warnings.simplefilter("error", Image.DecompressionBombWarning)
    try:
        yield
    except (*BROKEN, IndexError, TypeError, AttributeError, Image.DecompressionBombError) as problem:  # decoders fail in all these ways
        raise UnreadablePicture(name) from problem


def _sized(path: Path, shape: Shape, stretch: bool, deep: bool = False) -> "Image":
    """In 8 bits, grey or RGB; with ``deep``, 16 bits of grey in mode F."""
    from PIL import Image, ImageOps

    height, width, channels = shape.dims
    mode, size, filtering = "L" if channels == 1 else "RGB", (width, height), Image.Resampling.LANCZOS
    with Image.open(path, formats=FORMATS) as opened:
        if opened.width * opened.height > MAX_PIXELS:
            raise ValueError("too many pixels")
        opened.draft(mode, (2 * max(size), 2 * max(size)))  # JPEG only: decodes at a fraction of its size
        plain = _plain(ImageOps.exif_transpose(opened), mode, deep)
    return plain.resize(size, filtering) if stretch else ImageOps.fit(plain, size, filtering)


def _plain(image: "Image", mode: str, deep: bool = False) -> "Image":
    """The picture in 8 bits, grey or RGB, on white; with ``deep``, 16 bits of grey stay, in mode F."""
    from PIL import Image

    if image.mode.startswith("I") and deep:
        return Image.fromarray(np.asarray(image, np.float32))
    if image.mode.startswith("I"):  # 16 bits of grey, which Pillow would clip rather than scale
        return Image.fromarray((np.clip(np.asarray(image, np.int64), 0, 65535) / 257).round().astype(np.uint8)).convert(mode)
    if image.mode == "F":
        raise ValueError("floating-point pixels")
    if image.has_transparency_data:
        layered = image.convert("RGBA")
        white = Image.new("RGBA", layered.size, "white")
        return Image.alpha_composite(white, layered).convert(mode)
    return image.convert(mode)

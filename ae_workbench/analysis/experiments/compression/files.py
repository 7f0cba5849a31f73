"""Images as files of usual formats: each in a file of its own, or all in one large picture so that they share its headers."""

import io
from dataclasses import dataclass
from math import ceil, sqrt
from typing import Any

import numpy as np
from numpy.typing import NDArray

Pixels = NDArray[np.uint8]


@dataclass(frozen=True)
class Format:
    """A format of Pillow at its best for size; ``qualities`` from small files to good ones."""

    name: str
    key: str
    qualities: tuple[int, ...]
    options: dict[str, Any]


JPEG = Format("JPEG", "JPEG", (1, 5, 10, 20, 40, 60, 80), {"optimize": True})
WEBP = Format("WebP", "WEBP", (0, 5, 10, 20, 40, 60, 80), {"method": 6})


def each_alone(images: Pixels, kind: Format, quality: int) -> tuple[float, Pixels]:
    """Mean size of a file in bytes, and the images (n, h, w, c) as the files have them."""
    files = [_encoded(image, kind, quality) for image in images]
    return float(np.mean([len(file) for file in files])), np.stack([_decoded(file, images.shape[3]) for file in files])


def all_in_one(images: Pixels, kind: Format, quality: int) -> tuple[float, Pixels]:
    """Bytes for each image of a contact sheet of them all, and the images (n, h, w, c) cut out of it again."""
    file = _encoded(_sheet(images), kind, quality)
    return len(file) / len(images), _cut(_decoded(file, images.shape[3]), images.shape)


def _columns(count: int) -> int:
    return ceil(sqrt(count))


def _sheet(images: Pixels) -> Pixels:
    count, height, width, channels = images.shape
    columns = _columns(count)
    rows = -(-count // columns)
    tiles = np.zeros((rows * columns, height, width, channels), np.uint8)
    tiles[:count] = images
    return tiles.reshape(rows, columns, height, width, channels).swapaxes(1, 2).reshape(rows * height, columns * width, channels)


def _cut(sheet: Pixels, shape: tuple[int, ...]) -> Pixels:
    count, height, width, channels = shape
    columns = _columns(count)
    tiles = sheet.reshape(-1, height, columns, width, channels).swapaxes(1, 2)
    return tiles.reshape(-1, height, width, channels)[:count]


def _encoded(image: Pixels, kind: Format, quality: int) -> bytes:
    from PIL import Image

    content = io.BytesIO()
    Image.fromarray(image[..., 0] if image.shape[2] == 1 else image).save(content, kind.key, quality=quality, **kind.options)
    return content.getvalue()


def _decoded(file: bytes, channels: int) -> Pixels:
    from PIL import Image

    with Image.open(io.BytesIO(file), formats=(JPEG.key, WEBP.key)) as opened:
        pixels = np.asarray(opened.convert("L" if channels == 1 else "RGB"))
    return pixels.reshape(*pixels.shape[:2], channels)

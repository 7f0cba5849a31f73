"""How grey values become colours. Colour images are never touched.

Source: viridis, magma and cividis as in matplotlib (Smith and van der Walt 2015; Nuñez, Anderton and Renslow 2018),
every fifteenth colour kept and the rest interpolated; ``SIGNED`` is ColorBrewer's RdBu.
"""

from functools import cache

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QImage, qRgb

from ae_workbench.ui.translation import QT_TRANSLATE_NOOP

GREY = "grey"
SIGNED, SIGNED_DARK = "signed", "signed dark"
NAMES = {
    GREY: QT_TRANSLATE_NOOP("colour maps", "Grey"),
    "inverted": QT_TRANSLATE_NOOP("colour maps", "Inverted grey"),
    "viridis": QT_TRANSLATE_NOOP("colour maps", "Viridis"),
    "magma": QT_TRANSLATE_NOOP("colour maps", "Magma"),
    "cividis": QT_TRANSLATE_NOOP("colour maps", "Cividis"),
}
_ANCHORS = {
    GREY: "000000ffffff",
    "inverted": "ffffff000000",
    "viridis": "440154481769472a7a433d843d4e8a355e8d2e6d8e297b8e23898e1f978b21a5852eb37c46c06f65cb5e89d548b0dd2fd8e219fde725",
    "magma": "0000040907201a10423111654a1079621980792282912b81aa337dc23b75d9466bec5860f7725cfc8e64feaa74fec68afde2a3fcfdbf",
    "cividis": "00224e002d681637702e416d3f4c6c4e566c5c616e696b71767676838179928c78a09875afa471bfb06bcfbd62dfca57f0d846fee838",
    SIGNED_DARK: "b9dcff5fa8ea1f5c9914161ba5391fee7f5cffc9b4",
    SIGNED: "0530612267ac4393c390c4ddd1e5f0f7f6f6fddbc7f4a683d6604db1182b67001f",
}
FORMATS = {1: QImage.Format.Format_Grayscale8, 3: QImage.Format.Format_RGB888, 4: QImage.Format.Format_RGBA8888}


@cache
def table(name: str) -> NDArray[np.uint8]:
    """The map's colours (256, 3), darkest value first; usable as a lookup table. An unknown name gives grey."""
    anchors = np.frombuffer(bytes.fromhex(_ANCHORS.get(name, _ANCHORS[GREY])), np.uint8).reshape(-1, 3).astype(float)
    places = np.linspace(0, len(anchors) - 1, 256)
    colours = np.stack([np.interp(places, np.arange(len(anchors)), anchors[:, channel]) for channel in range(3)], axis=1)
    made = np.rint(colours).astype(np.uint8)
    made.setflags(write=False)
    return made


def colours(values: NDArray, name: str = GREY) -> NDArray[np.uint8]:
    """Grey values (…) in [0, 1] as colours (…, 3) uint8; values outside are clipped."""
    return table(name)[_bytes(values)]


def as_image(raw: NDArray[np.uint8]) -> QImage:
    """An image of its own from (h, w, channels); of an unusual number of channels the first is taken."""
    height, width, channels = raw.shape
    if channels not in FORMATS:
        raw, channels = raw[:, :, :1], 1
    raw = np.ascontiguousarray(raw)
    return QImage(raw.data, width, height, width * channels, FORMATS[channels]).copy()


def paint(image: NDArray, name: str = GREY) -> QImage:
    """An image (h, w, c) in [0, 1]; one of three or four channels has its own colours."""
    return tinted(as_image(_bytes(image)), name)


def paint_signed(values: NDArray, largest: float | None = None, dark: bool = False) -> QImage:
    """Numbers (h, w) of either sign: blue down to −``largest``, red up to it (by default the largest there is).

    0 is white, or with ``dark`` nearly black, as suits the window's scheme.
    """
    reach = float(np.abs(values).max(initial=0)) if largest is None else largest
    scaled = 0.5 + 0.5 * values / reach if reach > 0 else np.full(values.shape, 0.5)
    return tinted(as_image(_bytes(scaled)[:, :, None]), SIGNED_DARK if dark else SIGNED)


def tinted(picture: QImage, name: str) -> QImage:
    """A grey picture (Format_Grayscale8) in a map's colours; any other as it is. Keeps the pixels and changes only their colours."""
    if name == GREY or picture.format() != QImage.Format.Format_Grayscale8:
        return picture
    made = picture.copy()
    made.reinterpretAsFormat(QImage.Format.Format_Indexed8)
    made.setColorTable(_colour_table(name))
    return made


@cache
def _colour_table(name: str) -> list[int]:
    return [qRgb(*(int(part) for part in colour)) for colour in table(name)]


def _bytes(values: NDArray) -> NDArray[np.uint8]:
    return np.rint(np.clip(np.nan_to_num(values), 0, 1) * 255).astype(np.uint8)

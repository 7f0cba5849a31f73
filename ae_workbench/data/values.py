"""What an array of numbers is (images or sequences), and its conversion to what a data set holds."""

from math import isqrt, prod
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ae_workbench.core.errors import DataError
from ae_workbench.core.shape import Kind, Shape, format_dims
from ae_workbench.data.dataset import Scaling

FEWEST_COLUMNS = 8
MAX_SIDE = 4096
MAX_EXAMPLE = 2**24
LEAST_WHITE = 2.0
"""Fractions that go a little beyond 1 are no numbers up to 255."""
FEWEST_STEPS = 1000
"""Of float32 from the least to the greatest number of a feature, so that rounding stays a thousandth of what there is to learn."""
CHUNK_BYTES = 2**24
RANGE_WANTED = "images must be whole numbers from 0 to 255 or fractions from 0 to 1"
RANGE_HELP = (
    "auto takes whole numbers as 0 (black) to 255 (white) and fractions as 0 to 1; "
    "full makes the darkest number of the data black and the brightest white, whatever they are."
)
Extent = tuple[float, float]
"""The numbers that become black and white."""
KIND_RULE = (
    "auto takes as images: four axes; three axes of an integer type; and, where the numbers are fractions from 0 to 1 or whole ones "
    "from 0 to 255, rows of square length and three axes whose last is at least 8. Everything else is sequences."
)


def guess_kind(dims: tuple[int, ...], dtype: np.dtype[Any], sample: NDArray) -> Kind:
    """What an array of all ``dims`` is, by ``KIND_RULE``; ``sample`` is its first examples."""
    if len(dims) == 4 or (len(dims) == 3 and dtype.kind in "bui"):
        return "image"
    if not _in_range(sample):
        return "sequence"
    if len(dims) == 2:
        return "image" if _square_side(dims[1]) else "sequence"
    return "image" if dims[-1] >= FEWEST_COLUMNS else "sequence"


def check_example_size(dims: tuple[int, ...], where: str) -> None:
    """Refuse arrays whose examples are empty or absurdly large, before any of them is read. Raises ``DataError``."""
    if len(dims) < 2:
        raise DataError(f"{where} has the shape {format_dims(dims) or '()'}: data need one axis for the examples and at least one more.")
    if 0 in dims[1:]:
        raise DataError(f"{where} has examples of size {format_dims(dims[1:])}: nothing is in them.")
    if prod(dims[1:]) > MAX_EXAMPLE:
        raise DataError(f"{where} has examples of {format_dims(dims[1:])} numbers, too large for one: at most {MAX_EXAMPLE} numbers.")


def example_shape(dims: tuple[int, ...], kind: Kind, where: str) -> Shape:
    """Shape of one example in an array of ``dims`` = (examples, …). Raises ``DataError`` where it can't be one."""
    check_example_size(dims, where)
    one = dims[1:]
    if kind == "sequence":
        if len(one) not in (1, 2):
            raise DataError(f"{where} has the shape {format_dims(dims)}: sequences must be (examples, time steps, features).")
        return Shape((one[0], one[1] if len(one) == 2 else 1), "sequence")
    side = _square_side(one[0]) if len(one) == 1 else 0
    image = (side, side, 1) if side else (*one, 1) if len(one) == 2 else one
    if len(image) != 3 or image[2] not in (1, 3):
        raise DataError(
            f"{where} has the shape {format_dims(dims)}: images must be (examples, height, width), "
            "or with a fourth axis of 1 (grey) or 3 (colour) channels at the end."
        )
    if max(image[:2]) > MAX_SIDE:
        raise DataError(f"{where} has images of {format_dims(image[:2])} pixels, too large: at most {MAX_SIDE} on a side.")
    return Shape(image)


def as_images(values: NDArray, shape: Shape, where: str, extent: Extent | None = None) -> NDArray[np.uint8]:
    """(n, height, width, channels) uint8; a view where ``values`` are uint8 already, so a memory map stays one.

    With an ``extent`` numbers are scaled by it, and those beyond are clipped.

    Raises:
        DataError: numbers that are neither 0…255 nor 0…1, with the range found.
    """
    _need_numbers(values, where)
    if values.dtype == np.uint8 and extent is None:
        return values.reshape(-1, *shape.dims)
    found = pixel_extent(values, where)
    extent = extent or usual_extent(found, values.dtype, where)
    images = np.empty((len(values), *shape.dims), np.uint8)
    for part in chunks(values):
        images[part] = stretched(values[part], extent).reshape(-1, *shape.dims)
    return images


def usual_extent(found: Extent, dtype: np.dtype[Any], where: str) -> Extent:
    """0 to 1 or 0 to 255, by the least and the greatest number. Raises ``DataError`` where it can't be either."""
    low, high = found
    if low < 0 or high > 255 or (dtype.kind == "f" and 1 < high < LEAST_WHITE and high != round(high)):
        wanted = f"{RANGE_WANTED}: set the pixel range to full, rescale them, or open it as sequences"
        raise DataError(f"{where} has values from {low:g} to {high:g}, but {wanted}.")
    return (0.0, 1.0 if high <= 1 and dtype.kind in "fb" else 255.0)


def stretched(values: NDArray, extent: Extent) -> NDArray[np.uint8]:
    """Numbers of any range as uint8 of the same shape: the extent's ends become 0 and 255."""
    low, high = extent
    width = high - low if high > low else 1.0
    return np.rint(((np.asarray(values, np.float64) - low) * (255 / width)).clip(0, 255)).astype(np.uint8)


def as_sequences(values: NDArray, shape: Shape, where: str) -> NDArray[np.float32]:
    """(n, timesteps, features) float32; a view where ``values`` are native float32 already.

    Raises:
        DataError: no numbers, or ones that differ in digits that float32 hasn't.
    """
    _need_numbers(values, where)
    if values.dtype == np.float32 and values.dtype.isnative:
        return values.reshape(-1, *shape.dims)
    with np.errstate(over="ignore"):  # what is too large becomes infinite and is refused with the other such numbers
        kept = values.astype(np.float32).reshape(-1, *shape.dims)
    _need_digits(values.reshape(-1, shape.dims[-1]), where)
    return kept


def _need_digits(rows: NDArray, where: str) -> None:
    """Whether the numbers of each feature, a column, still differ as float32. Raises ``DataError``."""
    if not len(rows):
        return
    with np.errstate(invalid="ignore", over="ignore"):  # of infinite numbers, which are refused with a sentence of their own
        low, high = (np.asarray(end, np.float64) for end in (rows.min(axis=0), rows.max(axis=0)))
        step = np.spacing(np.maximum(np.abs(low), np.abs(high)).astype(np.float32))
        lost = (high > low) & (high - low < FEWEST_STEPS * step)
    if lost.any():
        feature = int(np.argmax(lost))
        raise DataError(
            f"{where} has values from {low[feature]:.10g} to {high[feature]:.10g}, which differ by too little beside their size: "
            f"subtract {(low[feature] + high[feature]) / 2:.6g} from them first."
        )


def standardising(train: NDArray) -> Scaling:
    """The scaling that gives ``train`` (n, timesteps, features) mean 0 and standard deviation 1 per feature."""
    count = max(train.shape[0] * train.shape[1], 1)
    pieces = chunks(train)
    with np.errstate(invalid="ignore"):  # infinite numbers are refused later, with a sentence
        mean = sum((np.asarray(train[part], np.float64).sum(axis=(0, 1)) for part in pieces), np.zeros(train.shape[-1])) / count
        squares = sum((((train[part] - mean) ** 2).sum(axis=(0, 1)) for part in pieces), np.zeros(train.shape[-1]))
    deviation = np.sqrt(squares / count)
    flat = deviation <= 1e-9 * np.abs(mean) + 1e-30  # rounding noise on a constant feature must not be blown up
    return Scaling(tuple(map(float, mean)), tuple(map(float, 1 / np.where(flat, 1.0, deviation))))


def chunks(values: NDArray) -> list[slice]:
    """Slices over the first axis of about 16 MiB each, so that a memory map passes through little memory."""
    step = max(1, CHUNK_BYTES // max(values[:1].nbytes, 1))
    return [slice(start, start + step) for start in range(0, len(values), step)]


def _need_numbers(values: NDArray, where: str) -> None:
    if values.dtype.kind not in "buif":
        raise DataError(f"{where} holds {values.dtype} values, but data must be real numbers.")


def pixel_extent(values: NDArray, where: str) -> Extent:
    """The least and the greatest number. Raises ``DataError`` where one isn't finite."""
    _need_numbers(values, where)
    low, high = np.inf, -np.inf
    for part in chunks(values):
        piece = values[part]
        low, high = min(low, float(piece.min())), max(high, float(piece.max()))
        if not np.isfinite(low) or not np.isfinite(high) or (values.dtype.kind == "f" and np.isnan(piece).any()):
            raise DataError(f"{where} has values that are not numbers or infinite: {RANGE_WANTED}.")
    return low, high


def _in_range(sample: NDArray) -> bool:
    if sample.size == 0 or sample.dtype.kind not in "buif":
        return False
    sample = sample[np.isfinite(sample)]  # what isn't finite is refused later, in a sentence of its own
    if not sample.size:
        return False
    low, high = float(sample.min()), float(sample.max())
    whole = sample.dtype.kind != "f" or (high <= 255 and bool((sample == np.rint(sample)).all()))
    return low >= 0 and (high <= 1 or (high <= 255 and whole))


def _square_side(length: int) -> int:
    side = isqrt(length)
    return side if side * side == length and side > 1 else 0

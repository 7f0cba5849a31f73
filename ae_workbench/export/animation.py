"""Pictures one after another as an animated GIF or WebP."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from ae_workbench.core.errors import WorkbenchError
from ae_workbench.storage.atomic import write_with
from ae_workbench.storage.place import check_place, written_to

ENDINGS = (".gif", ".webp")
SHORTEST_GIF_FRAME_MS = 20  # browsers slow down what is shorter
Frames = Sequence[NDArray[np.uint8]]


def write_animation(path: Path, frames: Frames, frame_ms: int) -> None:
    """Write frames, uint8 (h, w, 3), each shown for ``frame_ms``, whole or not at all; the ending decides the format.

    Both repeat for ever. A GIF has 256 colours a frame and times in steps of 10 ms, a WebP loses nothing. Frames of different sizes are
    filled up at the right and the bottom.

    Raises:
        WorkbenchError: another ending, no frames, or a place that can't be written.
    """
    check_place(path, ENDINGS)
    if not frames:
        raise WorkbenchError("There is nothing to animate: give at least one picture.")
    write = {".gif": _write_gif, ".webp": _write_webp}[path.suffix.lower()]
    with written_to(path):
        write(path, of_one_size(frames), frame_ms)


def of_one_size(frames: Frames) -> list[NDArray[np.uint8]]:
    """All as large as the largest, filled up with the colour of each one's last corner."""
    height, width = (max(frame.shape[axis] for frame in frames) for axis in (0, 1))
    filled = []
    for frame in frames:
        whole = np.empty((height, width, 3), np.uint8)
        whole[:] = frame[-1, -1]
        whole[: frame.shape[0], : frame.shape[1]] = frame
        filled.append(whole)
    return filled


def _write_gif(path: Path, frames: Frames, frame_ms: int) -> None:
    from PIL import Image

    # Undithered, so that flat colours stay flat; grey frames lose nothing.
    images = [Image.fromarray(frame) for frame in frames]
    if all((frame == frame[..., :1]).all() for frame in frames):
        images = [image.convert("L") for image in images]
    else:
        images = [image.quantize(256, dither=Image.Dither.NONE) for image in images]
    first, *rest = images
    duration = max(frame_ms, SHORTEST_GIF_FRAME_MS)
    write_with(path, lambda file: first.save(file, "GIF", save_all=True, append_images=rest, duration=duration, loop=0))


def _write_webp(path: Path, frames: Frames, frame_ms: int) -> None:
    from PIL import Image

    first, *rest = [Image.fromarray(frame) for frame in frames]
    write_with(path, lambda file: first.save(file, "WEBP", save_all=True, append_images=rest, duration=frame_ms, loop=0, lossless=True))

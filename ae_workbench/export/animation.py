"""Pictures one after another as a GIF, a WebP or an MP4 film."""

import tempfile
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from ae_workbench.core.errors import WorkbenchError
from ae_workbench.storage.atomic import write_bytes, write_with

ENDINGS = (".gif", ".webp", ".mp4")
SHORTEST_GIF_FRAME_MS = 20  # browsers slow down what is shorter
Frames = Sequence[NDArray[np.uint8]]


def write_animation(path: Path, frames: Frames, frame_ms: int) -> None:
    """Write frames, uint8 (h, w, 3), each shown for ``frame_ms``, whole or not at all; the ending decides the format.

    GIF (256 colours a frame, times in steps of 10 ms) and WebP (no loss) repeat for ever; MP4 is H.264. Frames of different sizes are
    filled up at the right and the bottom.

    Raises:
        WorkbenchError: another ending, no frames, no encoder for MP4 on this machine, or a place that can't be written.
    """
    if path.suffix.lower() not in ENDINGS:
        raise WorkbenchError(f"“{path.name}” is no animation: end its name in {', '.join(ENDINGS)}.")
    if not frames:
        raise WorkbenchError("There is nothing to animate: give at least one picture.")
    write = {".gif": _write_gif, ".webp": _write_webp, ".mp4": _write_mp4}[path.suffix.lower()]
    try:
        write(path, of_one_size(frames), frame_ms)
    except OSError as problem:
        raise WorkbenchError(f"The animation can't be written to {path}: {problem.strerror or problem}.") from None


def of_one_size(frames: Frames, multiple: int = 1) -> list[NDArray[np.uint8]]:
    """All as large as the largest, up to a multiple of pixels, filled up with the colour of each one's last corner."""
    height, width = (-(-max(frame.shape[axis] for frame in frames) // multiple) * multiple for axis in (0, 1))
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


def _write_mp4(path: Path, frames: Frames, frame_ms: int) -> None:
    """H.264 that every player knows has half the resolution in colour, so both sides must be even."""
    import imageio_ffmpeg

    even = of_one_size(frames, multiple=2)
    height, width, _ = even[0].shape
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        film = Path(folder, "film.mp4")
        try:
            encoder = imageio_ffmpeg.write_frames(
                str(film), (width, height), fps=1000 / frame_ms, codec="libx264", quality=None, macro_block_size=2,
                ffmpeg_log_level="error", output_params=["-crf", "16", "-movflags", "+faststart"],
            )  # fmt: skip
            encoder.send(None)
            for frame in even:
                encoder.send(frame)
            encoder.close()
            content = film.read_bytes()
        except (RuntimeError, OSError):  # no encoder in the package, or it has ended early
            raise WorkbenchError("The encoder for MP4 doesn't work on this machine: choose GIF or WebP.") from None
    write_bytes(path, content)

"""Animations, read back frame by frame."""

import subprocess
from pathlib import Path

import imageio_ffmpeg
import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from ae_workbench.core.errors import WorkbenchError
from ae_workbench.export.animation import ENDINGS, of_one_size, write_animation

PATCHES = [(255, 0, 0), (0, 200, 0), (30, 60, 255), (120, 120, 120)]


def coloured(height: int = 24, width: int = 32) -> list[NDArray[np.uint8]]:
    """Frames whose left half is a colour of their own and whose right half is white."""
    frames = []
    for colour in PATCHES:
        frame = np.full((height, width, 3), 255, np.uint8)
        frame[:, : width // 2] = colour
        frames.append(frame)
    return frames


def read(path: Path) -> tuple[list[NDArray[np.uint8]], list[float]]:
    """Frames (h, w, 3) and how long each is shown, in milliseconds."""
    if path.suffix == ".mp4":
        return read_film(path)
    frames, durations = [], []
    with Image.open(path) as image:
        for number in range(image.n_frames):
            image.seek(number)
            frames.append(np.asarray(image.convert("RGB")))
            durations.append(image.info["duration"])
    return frames, durations


def read_film(path: Path) -> tuple[list[NDArray[np.uint8]], list[float]]:
    """The same of a film, decoded to one PPM picture after another."""
    command = [imageio_ffmpeg.get_ffmpeg_exe(), "-v", "error", "-i", str(path), "-c:v", "ppm", "-f", "image2pipe", "-"]
    content = subprocess.run(command, capture_output=True, check=True).stdout
    width, height = (int(number) for number in content.split(b"\n", 2)[1].split())
    header = len(content) - len(content.split(b"\n", 3)[3])
    pictures = np.frombuffer(content, np.uint8).reshape(-1, header + height * width * 3)[:, header:]
    count, seconds = imageio_ffmpeg.count_frames_and_secs(str(path))
    return list(pictures.reshape(-1, height, width, 3)), [1000 * seconds / count] * count


@pytest.mark.parametrize("ending", ENDINGS)
def test_every_frame_comes_back_in_order_for_its_time(tmp_path: Path, ending: str) -> None:
    path, frames = tmp_path / f"film{ending}", coloured()
    write_animation(path, frames, 200)
    found, durations = read(path)
    assert len(found) == 4
    assert durations == pytest.approx([200] * 4)
    for given, shown in zip(frames, found, strict=True):
        assert shown.shape == given.shape
        np.testing.assert_allclose(shown[12, [4, 28]].astype(int), given[12, [4, 28]], atol=12 if ending == ".mp4" else 0)


@pytest.mark.parametrize("ending", [".gif", ".webp"])
def test_grey_pictures_lose_nothing_and_films_repeat(tmp_path: Path, ending: str) -> None:
    noise = np.random.default_rng(0).integers(0, 256, (3, 40, 50, 1), np.uint8)
    path = tmp_path / f"film{ending}"
    write_animation(path, list(noise.repeat(3, axis=-1)), 100)
    found, _ = read(path)
    assert np.array_equal(np.stack(found)[..., :1], noise)
    with Image.open(path) as image:
        assert image.info["loop"] == 0


def test_a_film_has_even_sides_whatever_the_frames_have(tmp_path: Path) -> None:
    path = tmp_path / "film.MP4"
    stripes = np.zeros((25, 33, 3), np.uint8)
    stripes[:, ::2] = 255
    write_animation(path, [stripes] * 4, 50)
    found, _ = read(path.rename(tmp_path / "film.mp4"))
    assert [frame.shape for frame in found] == [(26, 34, 3)] * 4
    np.testing.assert_allclose(found[0][:25, :33], stripes, atol=40, err_msg="filled up, not scaled")


def test_frames_of_different_sizes_are_filled_up_with_their_corner_s_colour() -> None:
    large, small = np.zeros((6, 4, 3), np.uint8), np.full((3, 5, 3), 9, np.uint8)
    first, second = of_one_size([large, small])
    assert first.shape == second.shape == (6, 5, 3)
    assert not first.any()
    assert (second == 9).all()
    assert of_one_size([small], multiple=2)[0].shape == (4, 6, 3)


@pytest.mark.parametrize("ending", ENDINGS)
def test_one_picture_is_an_animation_too(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"film{ending}"
    write_animation(path, coloured()[:1], 100)
    if ending == ".mp4":
        assert len(read(path)[0]) == 1
    else:
        with Image.open(path) as image:
            assert image.size == (32, 24)


def test_what_a_file_held_stays_when_nothing_can_be_written(tmp_path: Path) -> None:
    path = tmp_path / "film.gif"
    path.write_text("old")
    with pytest.raises(WorkbenchError, match="nothing to animate"):
        write_animation(path, [], 100)
    with pytest.raises(WorkbenchError, match="no animation"):
        write_animation(tmp_path / "film.avi", coloured(), 100)
    with pytest.raises(ValueError):
        write_animation(path, [*coloured(), np.zeros((24, 32, 7), np.uint8)], 100)
    assert [(file.name, file.read_text()) for file in tmp_path.iterdir()] == [("film.gif", "old")]


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_place_that_can_t_be_written_is_told(tmp_path: Path, ending: str) -> None:
    with pytest.raises(WorkbenchError, match="can't be written"):
        write_animation(tmp_path / "nowhere" / f"film{ending}", coloured(), 100)


def test_without_an_encoder_other_formats_are_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("IMAGEIO_FFMPEG_EXE", str(tmp_path / "no such program"))
    with pytest.raises(WorkbenchError, match="choose GIF or WebP"):
        write_animation(tmp_path / "film.mp4", coloured(), 100)
    assert list(tmp_path.iterdir()) == []

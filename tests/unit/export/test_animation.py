"""Animations, read back frame by frame."""

from pathlib import Path

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
    frames, durations = [], []
    with Image.open(path) as image:
        for number in range(image.n_frames):
            image.seek(number)
            frames.append(np.asarray(image.convert("RGB")))
            durations.append(image.info["duration"])
    return frames, durations


@pytest.mark.parametrize("ending", ENDINGS)
def test_every_frame_comes_back_in_order_for_its_time(tmp_path: Path, ending: str) -> None:
    path, frames = tmp_path / f"film{ending}", coloured()
    write_animation(path, frames, 200)
    found, durations = read(path)
    assert len(found) == 4
    assert durations == pytest.approx([200] * 4)
    for given, shown in zip(frames, found, strict=True):
        assert shown.shape == given.shape
        np.testing.assert_array_equal(shown[12, [4, 28]], given[12, [4, 28]])


@pytest.mark.parametrize("ending", ENDINGS)
def test_grey_pictures_lose_nothing_and_films_repeat(tmp_path: Path, ending: str) -> None:
    noise = np.random.default_rng(0).integers(0, 256, (3, 40, 50, 1), np.uint8)
    path = tmp_path / f"film{ending}"
    write_animation(path, list(noise.repeat(3, axis=-1)), 100)
    found, _ = read(path)
    assert np.array_equal(np.stack(found)[..., :1], noise)
    with Image.open(path) as image:
        assert image.info["loop"] == 0


def test_a_webp_keeps_every_colour(tmp_path: Path) -> None:
    many = np.random.default_rng(1).integers(0, 256, (2, 64, 64, 3), np.uint8)
    path = tmp_path / "film.WEBP"
    write_animation(path, list(many), 50)
    np.testing.assert_array_equal(np.stack(read(path)[0]), many)


def test_frames_of_different_sizes_are_filled_up_with_their_corner_s_colour() -> None:
    large, small = np.zeros((6, 4, 3), np.uint8), np.full((3, 5, 3), 9, np.uint8)
    first, second = of_one_size([large, small])
    assert first.shape == second.shape == (6, 5, 3)
    assert not first.any()
    assert (second == 9).all()


@pytest.mark.parametrize("ending", ENDINGS)
def test_one_picture_is_an_animation_too(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"film{ending}"
    write_animation(path, coloured()[:1], 100)
    with Image.open(path) as image:
        assert image.size == (32, 24)


def test_what_a_file_held_stays_when_nothing_can_be_written(tmp_path: Path) -> None:
    path = tmp_path / "film.gif"
    path.write_text("old")
    with pytest.raises(WorkbenchError, match="nothing to animate"):
        write_animation(path, [], 100)
    with pytest.raises(WorkbenchError, match=r"must end in \.gif or \.webp"):
        write_animation(tmp_path / "film.avi", coloured(), 100)
    with pytest.raises(ValueError):
        write_animation(path, [*coloured(), np.zeros((24, 32, 7), np.uint8)], 100)
    assert [(file.name, file.read_text()) for file in tmp_path.iterdir()] == [("film.gif", "old")]


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_place_that_can_t_be_written_is_told(tmp_path: Path, ending: str) -> None:
    with pytest.raises(WorkbenchError, match="doesn't exist"):
        write_animation(tmp_path / "nowhere" / f"film{ending}", coloured(), 100)

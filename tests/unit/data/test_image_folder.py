"""Pictures of one's own."""

import os
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from ae_workbench.core.errors import DataError
from ae_workbench.core.recipe import Choice
from ae_workbench.core.shape import Shape
from ae_workbench.data.dataset import Dataset
from ae_workbench.data.loading import load, shape_of
from ae_workbench.data.pictures import read_picture
from ae_workbench.data.source import Cancelled

FORMATS = ("png", "jpg", "bmp", "webp", "tiff")


def picture(path: Path, colour: tuple[int, int, int], size: tuple[int, int] = (40, 30)) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    Image.new("RGB", size, colour).save(path)
    return path


def folder_of(tmp_path: Path) -> Path:
    for at in range(20):
        picture(tmp_path / ("red" if at % 2 else "blue") / f"{at}.{FORMATS[at % 5]}", (200, at, 0) if at % 2 else (0, at, 200))
    return tmp_path


def opened(folder: Path, **parameters: object) -> Dataset:
    return load(Choice("images", {"path": str(folder), **parameters}))


def test_every_format_is_read_and_subfolders_are_the_classes(tmp_path: Path) -> None:
    data = opened(folder_of(tmp_path), colour="colour", height=16, width=20)
    assert data.shape == Shape((16, 20, 3)) == shape_of(Choice("images", {"path": "", "colour": "colour", "height": 16, "width": 20}))
    assert data.class_names == ("blue", "red")
    assert (len(data.train), len(data.test)) == (16, 4)
    for split in (data.train, data.test):
        assert split.labels is not None
        for image, label in zip(split.examples, split.labels, strict=True):
            assert (image[..., 0].mean() > 150) == (label == 1)
    assert np.bincount(data.test.labels).tolist() == [2, 2]


def test_the_split_follows_the_seed(tmp_path: Path) -> None:
    folder = folder_of(tmp_path)
    assert opened(folder).fingerprint == opened(folder).fingerprint
    assert opened(folder).fingerprint != opened(folder, seed=2).fingerprint


def test_pictures_outside_subfolders_have_no_labels(tmp_path: Path) -> None:
    picture(folder_of(tmp_path) / "alone.png", (9, 9, 9))
    data = opened(tmp_path)
    assert data.train.labels is None
    assert data.class_names == ()


def test_a_picture_stands_upright_by_its_orientation(tmp_path: Path) -> None:
    pixels = np.zeros((32, 32), np.uint8)
    pixels[:16] = 255
    exif = Image.Exif()
    exif[0x0112] = 3  # upside down
    Image.fromarray(pixels).save(tmp_path / "turned.jpg", exif=exif)
    image = read_picture(tmp_path / "turned.jpg", Shape((16, 16, 1)))
    assert image[:6].mean() < 20
    assert image[-6:].mean() > 235


def test_crop_cuts_the_middle_out_and_stretch_keeps_everything(tmp_path: Path) -> None:
    pixels = np.zeros((20, 60), np.uint8)
    pixels[:, 20:40] = 255
    Image.fromarray(pixels).save(tmp_path / "wide.png")
    assert read_picture(tmp_path / "wide.png", Shape((20, 20, 1))).mean() > 250
    assert 60 < read_picture(tmp_path / "wide.png", Shape((20, 20, 1)), stretch=True).mean() < 110


def test_transparent_parts_are_white_and_16_bits_are_scaled(tmp_path: Path) -> None:
    Image.new("RGBA", (8, 8), (0, 0, 0, 0)).save(tmp_path / "clear.png")
    assert read_picture(tmp_path / "clear.png", Shape((8, 8, 3))).min() == 255
    Image.fromarray(np.full((8, 8), 32768, np.uint16)).save(tmp_path / "deep.png")
    assert read_picture(tmp_path / "deep.png", Shape((8, 8, 1))).max() == 128


def test_a_few_unreadable_pictures_are_left_out_and_counted(tmp_path: Path) -> None:
    broken = folder_of(tmp_path) / "red" / "1.jpg"
    broken.write_bytes(broken.read_bytes()[:60])
    data = opened(tmp_path)
    assert len(data.train) + len(data.test) == 19
    assert data.name.endswith("(1 picture left out)")


def test_too_many_unreadable_pictures_are_named(tmp_path: Path) -> None:
    folder = folder_of(tmp_path)
    for at in (1, 3, 5, 7):
        next(folder.glob(f"red/{at}.*")).write_bytes(b"no picture")
    with pytest.raises(DataError, match=r"4 pictures of 20 in .* can't be read \(red/1.*, …\)"):
        opened(folder)


def test_a_huge_picture_is_refused_before_it_is_decoded(tmp_path: Path) -> None:
    Image.new("1", (9000, 9000)).save(tmp_path / "huge.png", compress_level=1)
    with pytest.raises(DataError, match="1 picture of 1"):
        opened(tmp_path)


def test_loading_tells_how_far_it_is_and_can_be_cancelled(tmp_path: Path) -> None:
    shares: list[float] = []

    def watch(share: float, doing: str) -> None:
        shares.append(share)
        if share >= 0.5:
            raise Cancelled

    with pytest.raises(Cancelled):
        load(Choice("images", {"path": str(folder_of(tmp_path))}), watch)
    assert shares == sorted(shares)
    assert len(shares) > 5


def test_folders_without_pictures_and_missing_ones_are_refused(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="no pictures"):
        opened(tmp_path)
    with pytest.raises(DataError, match="no folder"):
        opened(tmp_path / "none")
    with pytest.raises(DataError, match="no folder"):
        opened(Path("x" * 4000))
    with pytest.raises(DataError, match="choose a folder"):
        load(Choice("images"))


def test_a_subfolder_that_cannot_be_read_is_told_and_not_left_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder, scan = folder_of(tmp_path), os.scandir

    def refuse(path: str) -> object:
        if str(path).endswith("red"):
            raise PermissionError(13, "Permission denied", path)
        return scan(path)

    monkeypatch.setattr(os, "scandir", refuse)
    with pytest.raises(DataError, match=r"The folder .*red can't be read: Permission denied"):
        opened(folder)


def test_too_few_or_identical_pictures_are_refused(tmp_path: Path) -> None:
    for at in range(2):
        picture(tmp_path / f"{at}.png", (at, 0, 0))
    with pytest.raises(DataError, match="2 training and 0 test"):
        opened(tmp_path)
    for at in range(5):
        picture(tmp_path / f"{at}.png", (7, 7, 7))
    with pytest.raises(DataError, match="is constant"):
        opened(tmp_path)


@pytest.mark.parametrize("colour", ["grey", "colour"])
def test_a_full_pixel_range_keeps_the_steps_of_16_bits(tmp_path: Path, colour: str) -> None:
    for at in range(6):
        levels = (np.arange(64 * 64) % 4096).reshape(64, 64) + at
        Image.fromarray(levels.astype(np.uint16)).save(tmp_path / f"{at}.png")
    data = opened(tmp_path, pixel_range="full", height=64, width=64, colour=colour)
    assert len(np.unique(data.train.examples)) > 250
    assert data.train.examples.dtype == np.uint8


def test_a_full_pixel_range_makes_masks_visible(tmp_path: Path) -> None:
    for at in range(6):
        mask = np.zeros((30, 40), np.uint8)
        mask[:, : 10 + at] = 1
        Image.fromarray(mask).save(tmp_path / f"{at}.png")
    dark, full = (load(Choice("images", {"path": str(tmp_path), "pixel_range": how})) for how in ("auto", "full"))
    assert (dark.train.examples.max(), full.train.examples.max()) == (1, 255)

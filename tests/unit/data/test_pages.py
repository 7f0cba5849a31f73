"""Pages made here or read from folders, cut into pairs of patches."""

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from ae_workbench.core.errors import DataError
from ae_workbench.core.recipe import Choice
from ae_workbench.core.shape import Shape
from ae_workbench.data.dataset import Dataset
from ae_workbench.data.loading import load, shape_of
from ae_workbench.data.pages.damage import damage_page
from ae_workbench.data.pages.source import sample_pages
from ae_workbench.data.pictures import MAX_WHOLE_PIXELS, read_whole
from ae_workbench.data.source import Cancelled

FEW = {"pages": 4, "patches": 10}


def opened(folder: Path | str = "", **parameters: object) -> Dataset:
    return load(Choice("pages", {"path": str(folder), **parameters}))


def page(path: Path, number: int, size: tuple[int, int] = (90, 70)) -> Path:
    """Grey numbers that tell the page."""
    path.parent.mkdir(parents=True, exist_ok=True)
    pixels = np.random.default_rng(number).integers(0, 10, (size[1], size[0])) + 10 * number
    Image.fromarray(pixels.astype(np.uint8)).save(path)
    return path


def pairs_of(folder: Path, count: int = 5, names: tuple[str, str] = ("noisy", "clean")) -> Path:
    for number in range(count):
        page(folder / names[0] / f"{number}.png", number + 10)
        page(folder / names[1] / f"{number}.bmp", number)
    return folder


def test_made_pages_are_pairs_of_black_text_and_its_damage() -> None:
    data = opened(**FEW)
    assert data.shape == Shape((64, 64, 1)) == shape_of(Choice("pages"))
    assert (len(data.train), len(data.test)) == (30, 10)
    assert data.train.examples.dtype == data.train.inputs.dtype == np.uint8
    clean, noisy = (half.astype(int) for half in (data.train.examples, data.train.inputs))
    assert np.isin(clean, (0, 255)).mean() > 0.75 and (clean == 0).any()
    assert 10 < np.abs(clean - noisy).mean() < 100
    ink = clean < 60
    assert noisy[ink].mean() + 60 < noisy[clean == 255].mean()  # what is printed can still be read


def test_the_seed_decides_everything() -> None:
    same, other = opened(**FEW), opened(**FEW, seed=2)
    assert opened(**FEW).fingerprint == same.fingerprint != other.fingerprint


def test_damage_grows_with_its_strength() -> None:
    [(clean, _)] = sample_pages(3)
    hurt = [np.abs(damage_page(clean, amount, np.random.default_rng(1), clean).astype(int) - clean).mean() for amount in (0, 0.5, 1, 2)]
    assert hurt[0] == 0 and hurt == sorted(hurt)


@pytest.mark.parametrize("names", [("noisy", "clean"), ("train", "train_cleaned"), ("Noisy", "Clean")])
def test_partners_are_found_by_name_and_no_page_is_in_both_halves(tmp_path: Path, names: tuple[str, str]) -> None:
    data = opened(pairs_of(tmp_path, names=names), patch=16, test_share=0.4)
    for split in (data.train, data.test):
        clean, noisy = (half.reshape(len(split), -1).mean(axis=1) // 10 for half in (split.examples, split.inputs))
        assert (noisy - clean == 10).all()
        assert tuple(f"{int(number)}.png" for number in clean) == split.files
    assert len(set(data.test.files)) == 2
    assert not set(data.train.files) & set(data.test.files)


def test_clean_pages_alone_are_damaged_here(tmp_path: Path) -> None:
    for number in range(4):
        Image.fromarray(next(sample_pages(number))[0]).save(tmp_path / f"{number}.png")
    data = opened(tmp_path, patches=6)
    assert len(data.train) == 18 and (data.train.examples != data.train.inputs).any()


def test_a_few_that_cannot_be_used_are_left_out_and_counted(tmp_path: Path) -> None:
    pairs_of(tmp_path, 20)
    page(tmp_path / "noisy" / "3.png", 3, (40, 40))
    (tmp_path / "clean" / "4.bmp").write_bytes(b"nonsense")
    data = opened(tmp_path, patch=16)
    assert data.name == f"{tmp_path.name} (2 left out)"
    (tmp_path / "clean" / "5.bmp").write_bytes(b"nonsense")
    with pytest.raises(DataError, match=r"3 of 20 pages .*can't be used"):
        opened(tmp_path, patch=16)


def test_a_page_of_a_single_row_is_left_out(tmp_path: Path) -> None:
    for number in range(12):
        Image.fromarray(next(sample_pages(number))[0]).save(tmp_path / f"{number}.png")
    Image.new("L", (300, 1)).save(tmp_path / "row.png")
    assert opened(tmp_path, patches=6).name.endswith("(1 left out)")


def test_what_cannot_be_trained_on_is_said(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="no folder"):
        opened(tmp_path / "none")
    with pytest.raises(DataError, match="no pages"):
        opened(tmp_path)
    page(tmp_path / "noisy" / "1.png", 1)
    with pytest.raises(DataError, match="no clean ones"):
        opened(tmp_path)
    page(tmp_path / "clean" / "2.png", 1)
    with pytest.raises(DataError, match="partner"):
        opened(tmp_path)
    with pytest.raises(DataError, match="only 2 pages"):
        opened(pairs_of(tmp_path / "two", 2))
    with pytest.raises(DataError, match=r"5 of 5 pages"):
        opened(pairs_of(tmp_path / "small", 5), patch=128)
    with pytest.raises(DataError, match="memory"):
        opened(pages=2000, patches=10_000)


def test_loading_can_be_cancelled() -> None:
    def stop(share: float, doing: str) -> None:
        if share > 0:
            raise Cancelled

    with pytest.raises(Cancelled):
        load(Choice("pages", FEW), stop)


def test_a_whole_picture_keeps_its_size_and_colours(tmp_path: Path) -> None:
    colours = np.random.default_rng(1).integers(0, 256, (30, 50, 3), np.uint8)
    Image.fromarray(colours).save(tmp_path / "colour.png")
    np.testing.assert_array_equal(read_whole(tmp_path / "colour.png", colour=True), colours)
    assert read_whole(tmp_path / "colour.png").shape == (30, 50, 1)
    Image.fromarray(np.repeat(colours[..., :1], 3, axis=2)).save(tmp_path / "grey.png")
    np.testing.assert_array_equal(read_whole(tmp_path / "grey.png", colour=True), colours[..., :1])
    exif = Image.Exif()
    exif[0x0112] = 6  # lies on its side
    Image.fromarray(colours).save(tmp_path / "turned.jpg", exif=exif)
    assert read_whole(tmp_path / "turned.jpg").shape == (50, 30, 1)
    assert MAX_WHOLE_PIXELS < 2**26

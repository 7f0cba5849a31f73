"""Which clean file belongs to which noisy one."""

from pathlib import Path

import pytest

from ae_workbench.core.errors import DataError
from ae_workbench.data.loading import choice_for
from ae_workbench.data.pairing import Pair, find_pairs

ENDINGS = (".png", ".jpg")


def made(folder: Path, *names: str) -> Path:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).touch()
    return folder


def found(folder: Path) -> dict[str, str]:
    return {pair.name: pair.clean.relative_to(folder).as_posix() for pair in find_pairs(folder, ENDINGS, "pages")}


def test_files_of_the_same_name_in_several_subfolders_have_the_partner_of_their_own(tmp_path: Path) -> None:
    made(tmp_path, "noisy/a/1.png", "noisy/b/1.jpg", "clean/a/1.png", "clean/B/1.PNG")
    assert found(tmp_path) == {"a/1.png": "clean/a/1.png", "b/1.jpg": "clean/B/1.PNG"}


def test_a_name_that_only_one_clean_file_has_is_enough(tmp_path: Path) -> None:
    made(tmp_path, "noisy/stained/1.png", "noisy/folded/1.png", "noisy/2.png", "clean/1.png", "clean/sub/2.png")
    assert found(tmp_path) == {"2.png": "clean/sub/2.png", "folded/1.png": "clean/1.png", "stained/1.png": "clean/1.png"}


def test_a_name_that_several_clean_files_have_is_no_partner(tmp_path: Path) -> None:
    made(tmp_path, "noisy/1.png", "clean/a/1.png", "clean/b/1.png")
    with pytest.raises(DataError, match=r"alone: 1\.png"):
        find_pairs(tmp_path, ENDINGS, "pages")


def test_two_noisy_files_with_one_clean_one_are_two_pairs(tmp_path: Path) -> None:
    made(tmp_path, "noisy/1.png", "noisy/1.jpg", "clean/1.png")
    clean = tmp_path / "clean" / "1.png"
    assert find_pairs(tmp_path, ENDINGS, "pages") == [
        Pair("1.jpg", clean, tmp_path / "noisy" / "1.jpg"), Pair("1.png", clean, tmp_path / "noisy" / "1.png"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("names", "key"),
    [
        (("noisy/1.png", "noisy/2.png", "clean/1.png", "clean/2.png"), "pages"),
        (("train/1.jpg", "train_cleaned/1.png"), "pages"),
        (("dirty/1.png", "dirty/2.png", "clean/3.png", "clean/4.png"), "images"),  # two classes
        (("noisy/1.wav", "clean/1.wav"), "sounds"),
        (("a/1.wav", "2.wav"), "sounds"),
        (("cat/1.png", "2.wav"), "images"),
        (("1.png",), "images"),
    ],
)
def test_what_a_folder_holds_is_seen(tmp_path: Path, names: tuple[str, ...], key: str) -> None:
    assert choice_for(str(made(tmp_path / "data", *names))).key == key


def test_a_single_sound_is_pointed_to_its_folder(tmp_path: Path) -> None:
    made(tmp_path, "a.wav")
    with pytest.raises(DataError, match="single sound: choose the folder"):
        choice_for(str(tmp_path / "a.wav"))

"""Where cleaned files go: no two of them into one, whatever file system that is."""

import unicodedata
from pathlib import Path

import pytest

from ae_workbench.core.errors import WorkbenchError
from ae_workbench.export.cleaning import outputs_for

ACCENTED = "résumé.png"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("page.png", "page.png"),
        ("Page.png", "page.PNG"),
        (unicodedata.normalize("NFC", ACCENTED), unicodedata.normalize("NFD", ACCENTED)),
        (unicodedata.normalize("NFD", ACCENTED), ACCENTED.upper()),
    ],
)
def test_two_names_that_are_one_file_somewhere_are_refused(one: str, other: str, tmp_path: Path) -> None:
    with pytest.raises(WorkbenchError, match="have the same name"):
        outputs_for([Path("a", one), Path("b", other)], tmp_path, "pages")


def test_other_names_are_kept(tmp_path: Path) -> None:
    names = ["Page.png", "page.tif", "resume.png", ACCENTED]
    assert outputs_for([Path("a", name) for name in names], tmp_path, "pages") == [tmp_path / name for name in names]


def test_two_recordings_that_would_end_alike_are_refused(tmp_path: Path) -> None:
    with pytest.raises(WorkbenchError, match="have the same name"):
        outputs_for([Path("a", "Song.wav"), Path("b", "song.wave")], tmp_path, "sounds")

"""Why a file can't be where a person wants it."""

from pathlib import Path

import pytest

from ae_workbench.core.errors import WorkbenchError
from ae_workbench.storage.place import check_folder_of, check_place, with_ending, with_other_ending, written_to


@pytest.mark.parametrize(
    ("name", "endings", "sentence"),
    [
        ("codes.txt", (".npz", ".csv"), r"must end in \.npz or \.csv\."),
        ("picture.txt", (".png", ".svg", ".pdf"), r"must end in \.png, \.svg or \.pdf\."),
        ("run.zip", (".aew",), r"must end in \.aew\."),
        ("none/codes.npz", (".npz",), "The folder .*none doesn't exist"),
        ("folder.npz", (".npz",), "is a folder: give the name of a file"),
        ("x" * 300 + ".npz", (".npz",), "can't be written: File name too long"),
    ],
)
def test_a_place_that_can_not_be_is_refused(tmp_path: Path, name: str, endings: tuple[str, ...], sentence: str) -> None:
    (tmp_path / "folder.npz").mkdir()
    with pytest.raises(WorkbenchError, match=sentence):
        check_place(tmp_path / name, endings)


@pytest.mark.parametrize(
    ("typed", "name"), [("run", "run.csv"), ("run.csv", "run.csv"), ("RUN.NPZ", "RUN.NPZ"), ("run v1.2", "run v1.2.csv")]
)
def test_a_name_gets_the_usual_ending_where_it_has_none_that_counts(typed: str, name: str) -> None:
    assert with_ending(Path("folder") / typed, (".csv", ".npz"), ".csv") == Path("folder") / name


def test_an_ending_counts_in_either_case(tmp_path: Path) -> None:
    check_place(tmp_path / "CODES.NPZ", (".npz",))


def test_a_folder_that_allows_no_writing_is_refused_before_anything_is_worked_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ae_workbench.storage.place.os.access", lambda path, wanted: path != tmp_path)  # whoever runs the tests may write
    with pytest.raises(WorkbenchError, match="nothing may be written in that folder"):
        check_folder_of(tmp_path / "codes.npz")


def test_what_the_disk_says_becomes_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(WorkbenchError, match=r"codes\.npz can't be written: No space left"), written_to(tmp_path / "codes.npz"):
        raise OSError(28, "No space left on device")


@pytest.mark.parametrize(("before", "after"), [("a.png", "a.pdf"), ("a.PNG", "a.pdf"), ("fig v1.2", "fig v1.2.pdf"), (".png", ".png.pdf")])
def test_only_a_known_ending_gives_way_to_another(before: str, after: str) -> None:
    assert with_other_ending(Path("folder") / before, {".png", ".pdf"}, ".pdf") == Path("folder") / after

"""Where something is saved: a file is replaced only where the person has said so, whatever was typed."""

import pytest
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from ae_workbench.ui.save_place import ask_place

TABLES = ".csv", ".npz"
KINDS = "Table (*.csv);;NumPy arrays (*.npz)"


@pytest.fixture
def ask(qtbot, monkeypatch, tmp_path):
    """Asks for a place while a person types these names and gives these answers; gives the place and what was asked."""
    parent = QWidget()
    qtbot.addWidget(parent)

    def ask(*names, answers=(), kind="Table (*.csv)"):
        typed, given, asked = iter(names), iter(answers), []

        def choose(parent, title, suggestion, kinds):
            name = next(typed)
            return (str(tmp_path / name), kind) if name else ("", "")

        def answer(parent, title, text):
            asked.append(text)
            return QMessageBox.StandardButton.Yes if next(given) else QMessageBox.StandardButton.No

        monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
        monkeypatch.setattr(QMessageBox, "question", answer)
        return ask_place(parent, "Save", "table.csv", KINDS, TABLES), asked

    return ask


def test_a_new_name_needs_no_question(ask, tmp_path):
    assert ask("mine") == (tmp_path / "mine.csv", [])
    assert ask("mine v1.2") == (tmp_path / "mine v1.2.csv", [])
    assert ask("") == (None, [])


@pytest.mark.parametrize("name", ["mine", "mine v1.2"])
def test_a_file_that_the_ending_leads_to_is_replaced_only_after_asking(ask, tmp_path, name):
    (tmp_path / f"{name}.csv").touch()
    path, asked = ask(name, answers=[True])
    assert path == tmp_path / f"{name}.csv" and f"{name}.csv" in asked[0]
    path, asked = ask(name, "other", answers=[False])
    assert path == tmp_path / "other.csv" and len(asked) == 1
    path, asked = ask(name, "", answers=[False])
    assert path is None and len(asked) == 1


def test_what_the_file_dialog_has_asked_about_is_not_asked_again(ask, tmp_path):
    (tmp_path / "mine.csv").touch()
    assert ask("mine.csv") == (tmp_path / "mine.csv", [])


def test_a_name_without_an_ending_gets_that_of_the_chosen_kind(ask, tmp_path):
    assert ask("mine", kind="NumPy arrays (*.npz)")[0] == tmp_path / "mine.npz"
    assert ask("mine", kind="Everything (*.csv *.npz)")[0] == tmp_path / "mine.csv"
    assert ask("mine.npz")[0] == tmp_path / "mine.npz"

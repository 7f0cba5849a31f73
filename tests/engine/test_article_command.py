"""``ae-workbench article`` as a person calls it."""

import json
import os
import signal

import pytest

from ae_workbench.analysis.chapters.steps import Step
from ae_workbench.analysis.experiments.experiment import Findings, Number
from ae_workbench.cli import main
from ae_workbench.core.errors import DataError
from ae_workbench.core.recipe import Choice
from ae_workbench.engine.findings import kept, results_home
from ae_workbench.storage.paths import article_home


@pytest.fixture
def steps(monkeypatch):
    """Puts other steps in place of the article's; each is a function that is called with the lab."""

    def put(**measures):
        made = tuple(Step(f"experiments/{key}", "deep", key.capitalize(), measure) for key, measure in measures.items())
        monkeypatch.setattr("ae_workbench.cli.article.all_steps", lambda: made)

    return put


def found(lab):
    lab.progress(0.5, "Looking")
    return Findings("holds", ("It was found.",), (Number("count", "How many", 3.0, "pieces", 2.0),))


def broken(lab):
    raise DataError("There is nothing here.")


def interrupted(lab):
    os.kill(os.getpid(), signal.SIGINT)
    return Findings("holds", ("Done in spite of it.",))


def test_a_chapter_is_trained_and_both_reports_are_written(tmp_path, capsys, monkeypatch):
    monkeypatch.setattr("ae_workbench.analysis.experiments.making.QUICK_DENSE_EPOCHS", 2)
    out = tmp_path / "new" / "report"
    command = ["article", "--out", str(out), "--quick", "--only", "chapters/simple"]
    assert main(command) == 0
    told = capsys.readouterr().out.splitlines()
    assert told[0].startswith("The simplest autoencoder: Trained (") and "quick look" in told[0]
    assert told[1:] == [str(out / "report.html"), str(out / "report.pdf")]
    page = (out / "report.html").read_text(encoding="utf-8")
    assert page.count("data:image/") >= 6  # its illustration twice and its curves, light and dark
    assert "As published" in page and "More layers" not in page
    assert (out / "report.pdf").read_bytes().startswith(b"%PDF")
    assert main(command) == 0
    assert "(was there)" in capsys.readouterr().out.splitlines()[0]


def test_events_are_json_lines(tmp_path, capsys, steps):
    steps(first=found, second=broken)
    assert main(["article", "--out", str(tmp_path), "--quick", "--json"]) == 1
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [line["event"] for line in lines] == ["started", "ended", "started", "ended", "all_ended", "written"]
    assert lines[1]["verdict"] == "holds" and lines[1]["numbers"]["count"] == {"value": 3.0, "unit": "pieces", "published": 2.0}
    assert lines[3]["error"] == "There is nothing here."
    assert lines[4]["failed"] == ["experiments/second"] and len(lines[5]["files"]) == 2


def test_ctrl_c_stops_keeps_what_is_done_and_writes_no_report(tmp_path, capsys, steps):
    steps(first=interrupted, second=found)
    before = signal.getsignal(signal.SIGINT)
    assert main(["article", "--out", str(tmp_path), "--quick"]) == 130
    assert signal.getsignal(signal.SIGINT) is before
    home = results_home(article_home(), Choice("digits"), True)
    assert kept(home, "experiments/first") is not None and kept(home, "experiments/second") is None
    assert list(tmp_path.iterdir()) == [] and "the same command goes on" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (["--only", "simpel"], "did you mean “simple”"),
        (["--data", "waves"], "the article is about images"),
        (["--data", "nowhere.npz"], "neither a data set nor a file"),
        (["--language", "zh_CN"], "without the language"),
        (["--language", "fr"], "invalid choice"),
    ],
)
def test_wrong_input_gets_one_sentence(tmp_path, capsys, arguments, why):
    assert main(["article", "--out", str(tmp_path / "out"), *arguments]) == 2
    told = capsys.readouterr().err
    assert why in told and "Traceback" not in told


def test_a_place_for_the_report_is_looked_for_first(tmp_path, capsys, steps):
    steps(first=lambda lab: pytest.fail("it went on"))
    (tmp_path / "file").write_text("")
    assert main(["article", "--out", str(tmp_path / "file" / "report")]) == 2
    assert "can't be written" in capsys.readouterr().err


def test_the_report_is_said_in_its_language_and_without_its_letters_there_is_no_pdf(tmp_path, capsys, steps, monkeypatch):
    monkeypatch.setattr("ae_workbench.export.report.typeface.chinese_faces", dict)
    steps(first=found)
    command = ["article", "--out", str(tmp_path), "--quick", "--language", "zh_CN"]
    assert main(command, lambda language: lambda text: f"{language}:{text}") == 0
    told = capsys.readouterr()
    assert "No Chinese font" in told.err and "Only report.html will be written" in told.err
    assert told.out.splitlines()[-1] == str(tmp_path / "report.html") and not (tmp_path / "report.pdf").exists()
    assert "zh_CN:How this was made" in (tmp_path / "report.html").read_text(encoding="utf-8")

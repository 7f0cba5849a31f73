"""What can go wrong before anything slow begins, and files that are written whole or not at all. No TensorFlow."""

import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import numpy as np
import onnx
import pytest
from numpy.typing import NDArray

from ae_workbench.cli import main
from ae_workbench.core.errors import WorkbenchError
from ae_workbench.data.source import Cancelled
from ae_workbench.export.exporter import PARTS
from ae_workbench.export.exporters import EXPORTERS, ExportRequest, export, replaced
from ae_workbench.export.models.scaling import write_scaling
from ae_workbench.export.whole import written_whole
from ae_workbench.storage.run_folder import RunFolder
from ae_workbench.storage.samples import samples_home

Output = pytest.CaptureFixture[str]


@pytest.fixture
def run() -> Path:
    return samples_home() / "variational"


def test_every_exporter_is_described() -> None:
    assert {"keras", "savedmodel", "onnx", "tflite", "script", "notebook", "codes"} <= set(EXPORTERS.keys)
    for exporter in EXPORTERS:
        assert exporter.label and exporter.help.endswith(".")
        assert all(suffix.startswith(".") for suffix in exporter.suffixes)
        assert exporter.parts == (PARTS if exporter.group == "models" else ())
    assert [exporter.key for exporter in EXPORTERS if exporter.is_folder] == ["savedmodel"]


def test_onnx_files_say_what_they_are(run: Path, tmp_path: Path) -> None:
    out = tmp_path / "encoder.onnx"
    assert main(["export", str(run), "onnx", "--out", str(out), "--part", "encoder", "--epoch", "5"]) == 0
    model = onnx.load(out)
    facts = {entry.key: entry.value for entry in model.metadata_props}
    assert (facts["variant"], facts["part"], facts["epoch"]) == ("variational", "encoder", "5")
    assert json.loads(facts["input_scale"]) == pytest.approx([1 / 255])
    kernels = [onnx.numpy_helper.to_array(constant) for constant in model.graph.initializer if "kernel" in constant.name]
    np.testing.assert_array_equal(kernels[0], RunFolder.open(run).weights(5)[0].transpose(3, 2, 0, 1))


def test_the_command_tells_what_it_wrote(run: Path, tmp_path: Path, capsys: Output) -> None:
    out = tmp_path / "model.onnx"
    assert main(["export", str(run), "onnx", "--out", str(out), "--json"]) == 0
    newest = RunFolder.open(run).epochs()[-1]
    assert json.loads(capsys.readouterr().out) == {"run": str(run), "format": "onnx", "out": str(out), "part": "whole", "epoch": newest}


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["onnx", "--out", "model.keras"], "must end in .onnx"),
        (["onnx", "--out", "nowhere/model.onnx"], "doesn't exist"),
        (["onnx", "--out", "folder.onnx"], "is a folder"),
        (["onnx", "--out", "model.onnx", "--epoch", "4"], "has no weights of epoch 4: stored are 0,"),
        (["onnx", "--out", "model.onnx", "--data", "digits"], "--data means nothing for the format onnx"),
        (["onnx", "--out", "model.onnx", "--part", "half"], "invalid choice"),
        (["script", "--out", "model.py", "--part", "encoder"], "--part means nothing for the format script"),
        (["savedmodel", "--out", "full"], "is there already"),
        (["onxx", "--out", "model.onnx"], "did you mean “onnx”?"),
    ],
)
def test_mistakes_are_one_sentence(run: Path, tmp_path: Path, capsys: Output, words: list[str], sentence: str) -> None:
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "mine.txt").write_text("mine")
    (tmp_path / "folder.onnx").mkdir()
    before = sorted(tmp_path.rglob("*"))
    place = words.index("--out") + 1
    assert main(["export", str(run), *words[:place], str(tmp_path / words[place]), *words[place + 1 :]]) == 2
    error = capsys.readouterr().err
    assert sentence in error
    assert error.count("\n") == 1
    assert sorted(tmp_path.rglob("*")) == before


def test_a_run_without_weights_is_refused(run: Path, tmp_path: Path) -> None:
    for name in ("recipe.json", "run.json"):
        (tmp_path / name).write_bytes((run / name).read_bytes())
    with pytest.raises(WorkbenchError, match="no weights yet"):
        export(EXPORTERS["onnx"], ExportRequest(tmp_path, tmp_path / "model.onnx"))


@pytest.mark.parametrize("change", [lambda arrays: arrays[:-1], lambda arrays: [array.T for array in arrays]])
def test_weights_of_another_plan_are_refused(run: Path, tmp_path: Path, change: Callable[[list[NDArray]], list[NDArray]]) -> None:
    for name in ("recipe.json", "run.json"):
        (tmp_path / name).write_bytes((run / name).read_bytes())
    (tmp_path / "weights").mkdir()
    RunFolder.open(tmp_path).write_weights(0, change(RunFolder.open(run).weights(5)))
    with pytest.raises(WorkbenchError, match=r"The weights of epoch 0 in .* don't fit the run's recipe"):
        export(EXPORTERS["onnx"], ExportRequest(tmp_path, tmp_path / "model.onnx"))
    assert not (tmp_path / "model.onnx").exists()


def test_cancelling_leaves_nothing(run: Path, tmp_path: Path) -> None:
    def cancel(share: float, doing: str) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        export(EXPORTERS["onnx"], ExportRequest(run, tmp_path / "model.onnx", progress=cancel))
    assert list(tmp_path.iterdir()) == []


def test_a_failed_write_leaves_what_was_there(tmp_path: Path) -> None:
    out = tmp_path / "model.onnx"
    out.write_text("the old one")
    with pytest.raises(RuntimeError), written_whole(out) as path:
        path.write_text("half")
        raise RuntimeError
    assert out.read_text() == "the old one"
    assert list(tmp_path.iterdir()) == [out]


def test_what_a_killed_export_left_goes_with_the_next(tmp_path: Path) -> None:
    out = tmp_path / f"{'long ' * 47}.onnx"
    with written_whole(out) as path:
        path.write_text("half")
        left, young = path.parent, tmp_path / f"{path.parent.stem}x.tmp"  # longer, so that it is never the same
        shutil.copytree(left, tmp_path / "kept")
    (tmp_path / "kept").rename(left)
    young.mkdir()
    os.utime(left, (1, 1))
    with written_whole(out) as path:
        path.write_text("whole")
    assert sorted(tmp_path.iterdir()) == sorted([out, young])


def test_a_model_of_standardised_numbers_has_their_scaling_beside_it(tmp_path: Path) -> None:
    sequences = ExportRequest(samples_home() / "sequence", tmp_path / "model.x")
    write_scaling(sequences)
    write_scaling(sequences)
    [path] = tmp_path.iterdir()
    found = json.loads(path.read_text(encoding="utf-8"))
    scaling = RunFolder.open(sequences.run).facts.scaling
    assert path.name == "model_scaling.json"
    assert (tuple(found["input_offset"]), tuple(found["input_scale"])) == (scaling.offset, scaling.scale)
    path.write_text('{"mine": 1}')
    with pytest.raises(WorkbenchError, match="isn't the scaling of a model"):
        write_scaling(sequences)
    write_scaling(ExportRequest(samples_home() / "simple", tmp_path / "images.x"))
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize(("key", "run", "beside"), [
    ("keras", "sequence", "a_scaling.json"), ("tflite", "sequence", "a_scaling.json"), ("keras", "simple", ""), ("onnx", "sequence", ""),
    ("script", "simple", "a_data.npz"), ("metrics", "simple", ""),
])  # fmt: skip
def test_what_would_be_replaced_is_known_before(tmp_path: Path, key: str, run: str, beside: str) -> None:
    exporter = EXPORTERS[key]
    request = ExportRequest(samples_home() / run, tmp_path / f"a{exporter.suffix}")
    assert replaced(exporter, request) == ()
    for name in ("a_scaling.json", "a_data.npz", request.out.name):
        (tmp_path / name).touch()
    assert replaced(exporter, request) == (request.out, *([tmp_path / beside] if beside else []))


def test_folders_take_the_place_of_empty_ones(tmp_path: Path) -> None:
    out = tmp_path / "model"
    out.mkdir()
    with written_whole(out) as path:
        (path / "variables").mkdir(parents=True)
        (path / "variables" / "one").write_text("1")
    assert [file.name for file in out.rglob("*")] == ["variables", "one"]
    assert list(tmp_path.iterdir()) == [out]


def test_a_place_that_cannot_be_written_is_said(run: Path, tmp_path: Path) -> None:
    with pytest.raises(WorkbenchError, match="can't be written"):
        export(EXPORTERS["onnx"], ExportRequest(run, tmp_path / f"{'long' * 100}.onnx"))
    assert list(tmp_path.iterdir()) == []

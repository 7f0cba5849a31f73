"""Why a run shows nothing, in words."""

import shutil
from pathlib import Path

from ae_workbench.core.shape import Shape
from ae_workbench.storage.run_folder import RunFolder
from ae_workbench.ui.missing import why_no_output
from tests.tiny_runs import DATASET, RECIPE, SHAPE, make_run


def test_a_run_that_has_just_begun_is_waited_for(tmp_path: Path):
    run = RunFolder.create(tmp_path / "run", RECIPE, DATASET)
    assert why_no_output(run, SHAPE, None).startswith("Waiting")


def test_weights_that_are_gone_are_not_waited_for(tmp_path: Path):
    run = make_run(tmp_path / "run")
    assert why_no_output(run, SHAPE, 6).startswith("Waiting")
    shutil.rmtree(run.path / "weights")
    assert "no weights any more" in why_no_output(RunFolder.open(run.path), SHAPE, None)


def test_other_data_are_the_reason_before_anything_else(tmp_path: Path):
    run = make_run(tmp_path / "run")
    assert f"another shape ({SHAPE})" in why_no_output(run, Shape((8, 8, 1)), None)

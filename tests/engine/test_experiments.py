"""An experiment that needs a real lab: a deep model that starts from trained shallow ones."""

import numpy as np

from ae_workbench.analysis.experiments.pretraining import MODERN, stacked
from ae_workbench.core.recipe import Choice
from ae_workbench.engine.lab import TrainingLab
from ae_workbench.storage.run_folder import RunFolder
from ae_workbench.variants.recipes import find_recipe, make_plan, with_settings


def test_a_deep_model_starts_where_its_shallow_ones_ended(tmp_path, digits):
    lab = TrainingLab(tmp_path, Choice("digits"), digits.limited(200), True, lambda share, text: None)
    deep = with_settings(find_recipe("deep"), ["hidden=24", "code_size=6", f"activation={MODERN.activation}", "epochs=2"])
    weights, seconds = stacked(lab, deep, MODERN)
    first, second = (RunFolder.open(run) for run in lab.runs)
    np.testing.assert_allclose(weights[0], first.weights(2)[0], rtol=1e-5)
    np.testing.assert_allclose(weights[2], second.weights(2)[0] * second.facts.scaling.scale[0], rtol=1e-5)
    np.testing.assert_allclose(weights[-2], first.weights(2)[2], rtol=1e-5)
    assert seconds > 0
    model = lab.model(deep, start=weights)
    run = RunFolder.open(lab.runs[-1])
    assert run.plan == make_plan(deep, digits.shape)
    for begun, wanted, ended in zip(run.weights(0), weights, model.weights(), strict=True):
        np.testing.assert_array_equal(begun, wanted)
        assert not np.array_equal(begun, ended)

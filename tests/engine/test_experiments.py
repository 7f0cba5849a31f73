"""Experiments in a real lab."""

import numpy as np

from ae_workbench.analysis.chapters.steps import experiment_step
from ae_workbench.analysis.experiments import EXPERIMENTS
from ae_workbench.analysis.experiments.pretraining import MODERN, stacked
from ae_workbench.core.recipe import Choice
from ae_workbench.engine.article import ArticleEnded, ArticleSession, StepEnded
from ae_workbench.engine.findings import kept
from ae_workbench.engine.lab import TrainingLab
from ae_workbench.export.figures.plots import draw_plot
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


def test_experiments_run_in_a_real_lab_and_their_results_can_be_read_again(tmp_path, digits):
    """Real models: examples of other kinds and another data set go through them, and the decoder's kernel is where it is looked for."""
    steps = [experiment_step(EXPERIMENTS[key]) for key in ("data_specific", "pca")]
    session = ArticleSession(steps, Choice("digits"), tmp_path, True, dataset=digits.limited(300))
    events: list[object] = []
    session.run(events.append)
    results = [event.result for event in events if isinstance(event, StepEnded)]
    assert events[-1] == ArticleEnded("finished")
    for step, result in zip(steps, results, strict=True):
        found = kept(session.results, step.key)
        assert (found.findings.words, found.findings.numbers) == (result.findings.words, result.findings.numbers)
        assert all(draw_plot(plot, dpi=50) for plot in found.findings.plots)
    numbers = {number.key: number.value for result in results for number in result.findings.numbers}
    assert numbers["auc_noise"] > 0.99
    assert numbers["overlap_linear"] > 0.9 > numbers["overlap_simple"]

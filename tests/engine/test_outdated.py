"""Results of chapters whose presets were changed afterwards: they are known for what they are, and made again."""

from dataclasses import replace

import pytest

from ae_workbench.analysis.chapters import CHAPTERS
from ae_workbench.analysis.chapters.measuring import recipes_of
from ae_workbench.analysis.chapters.steps import Step
from ae_workbench.analysis.experiments.experiment import Findings
from ae_workbench.core.recipe import Choice, Recipe, recipe_to_json
from ae_workbench.engine.article import ArticleSession, StepEnded
from ae_workbench.engine.findings import Result, keep, kept
from ae_workbench.engine.outdated import is_outdated
from tests.engine.conftest import Recorder

FOUND = Findings("holds", ("It is so.",), ())
SIMPLE = "chapters/simple"


def result_of(*recipes: Recipe, key: str = SIMPLE, quick: bool = True, fingerprint: str = "") -> Result:
    plain = tuple(map(recipe_to_json, recipes))
    return Result(key, FOUND, quick, "Digits", fingerprint, 1.0, "2026-01-01T00:00:00+00:00", {}, "a machine", (), plain)


def faster(recipe: Recipe) -> Recipe:
    return replace(recipe, training=replace(recipe.training, learning_rate=0.123))


@pytest.mark.parametrize("quick", [True, False])
def test_a_result_of_today_s_presets_is_current_also_when_it_comes_from_disk(tmp_path, quick):
    published, modern = (replace(recipe, data=Choice("fashion"), limit=99) for recipe in recipes_of(CHAPTERS["simple"], quick))
    result = result_of(published, modern, quick=quick)
    keep(tmp_path, result)
    assert not is_outdated(result) and not is_outdated(kept(tmp_path, SIMPLE))
    assert is_outdated(replace(result, quick=not quick)), "a quick look's epochs are cut"


def test_other_settings_or_layers_make_it_outdated():
    published, modern = recipes_of(CHAPTERS["simple"], True)
    assert is_outdated(result_of(published, faster(modern)))
    assert is_outdated(result_of(published, replace(modern, parameters=replace(modern.parameters, code_size=7))))


def test_experiments_and_results_without_recipes_are_left_alone():
    published, modern = recipes_of(CHAPTERS["simple"], True)
    assert not is_outdated(result_of(published, faster(modern), key="experiments/depth"))
    assert not is_outdated(result_of())


@pytest.mark.parametrize("change", [False, True])
def test_an_outdated_chapter_is_made_again(tmp_path, digits, change):
    published, modern = recipes_of(CHAPTERS["simple"], True)
    session = ArticleSession([Step(SIMPLE, "simple", "Simple", lambda lab: FOUND)], Choice("digits"), tmp_path, True, dataset=digits)
    keep(session.results, result_of(published, faster(modern) if change else modern, fingerprint=digits.fingerprint))
    seen = Recorder()
    session.run(seen)
    assert [event.was_there for event in seen.of(StepEnded)] == [not change]

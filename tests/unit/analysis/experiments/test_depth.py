"""Deeper, convolutional: the claim is judged by errors at one code size."""

import pytest

from ae_workbench.analysis.experiments.depth import CODE_SIZE, judged, measure, small_code_filters
from ae_workbench.core.plan import Plan
from ae_workbench.core.shape import Shape
from ae_workbench.variants.parts import pooled_dims
from tests.unit.analysis.experiments.labs import PcaLab, PcaModel, blobs

SECONDS = {"simple": 1.0, "deep": 2.0, "convolutional": 8.0}


@pytest.mark.parametrize(
    ("errors", "verdict", "said"),
    [
        ((0.100, 0.097, 0.094), "holds", "each step"),
        ((0.100, 0.090, 0.0899), "partly", "don't lower it further"),
        ((0.100, 0.0999, 0.094), "partly", "convolutions beat deep layers by 5.9%"),
        ((0.100, 0.100, 0.102), "fails", "neither"),
    ],
)
def test_the_verdict_follows_the_errors(errors, verdict, said):
    found, words = judged(*errors)
    assert found == verdict
    assert said in words


def lab(errors: dict[str, float], seconds: dict[str, float] = SECONDS, side: int = 28, quick: bool = False) -> PcaLab:
    def make(recipe, plan: Plan, dataset, start):
        error = errors[recipe.variant]
        return PcaModel(recipe, plan, dataset, (2 * error, error), seconds[recipe.variant])

    return PcaLab(blobs(side=side), quick, make)


def test_all_three_get_the_same_code_size():
    made = lab({"simple": 0.1, "deep": 0.09, "convolutional": 0.08})
    findings = measure(made)
    sizes = {row[0].split(",")[0]: row[1] for row in findings.tables[0].rows[:3]}
    assert sizes["Simple"] == sizes["Deep"] == sizes["Convolutional"]
    assert findings.verdict == "holds"


@pytest.mark.parametrize("side", [12, 28, 32])
def test_a_convolutional_code_of_the_same_size_is_found_for_usual_images(side):
    height, width, maps = pooled_dims(Shape((side, side, 1)), small_code_filters(Shape((side, side, 1))))
    assert height * width * maps == CODE_SIZE


def test_what_the_slower_ones_reach_in_the_time_of_the_quickest_is_said():
    made = lab({"simple": 0.1, "deep": 0.09, "convolutional": 0.08})
    findings = measure(made)
    assert [row[-1] for row in findings.tables[0].rows[:3]] == pytest.approx([0.1, 0.18, 0.16])
    assert any("8.0 times as long" in words for words in findings.words)
    assert any("“Simple, 32” has the lowest error" in words for words in findings.words)


def test_the_published_losses_stand_beside():
    made = lab({"simple": 0.1, "deep": 0.09, "convolutional": 0.08})
    published = {number.key: number.published for number in measure(made).numbers}
    assert published["error_simple"] == 0.10
    assert published["error_deep"] == 0.097
    assert published["error_convolutional_large"] == 0.094
    assert published["error_convolutional"] is None


def test_a_gain_that_comes_from_the_larger_code_is_called_so():
    made = lab({"simple": 0.08, "deep": 0.09, "convolutional": 0.08})
    assert any("is the larger code" in words for words in measure(made).words)


def test_a_quick_test_is_too_short_for_convolutions_to_judge_them():
    findings = measure(lab({"simple": 0.08, "deep": 0.09, "convolutional": 0.2}, quick=True))
    assert findings.verdict == "open"
    assert any("after so few epochs" in words for words in findings.words)
    assert not any("is the larger code" in words for words in findings.words)
    assert measure(lab({"simple": 0.1, "deep": 0.09, "convolutional": 0.08}, quick=True)).verdict == "holds"


def test_small_images_whose_article_code_is_as_small_leave_the_larger_ones_out():
    findings = measure(lab({"simple": 0.1, "deep": 0.09, "convolutional": 0.08}, side=12))
    assert len(findings.numbers) == len(findings.tables[0].rows) == 3
    assert not any("code has" in words for words in findings.words)


def test_the_dense_codes_follow_where_large_images_allow_no_convolutional_code_of_32_numbers():
    findings = measure(lab({"simple": 0.1, "deep": 0.09, "convolutional": 0.08}, side=64))
    assert [row[1] for row in findings.tables[0].rows[:3]] == [64, 64, 64]

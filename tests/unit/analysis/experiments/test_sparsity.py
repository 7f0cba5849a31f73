"""Sparsity: judged by what shrinking a code can't fake, and by its cost."""

from dataclasses import dataclass, replace

import numpy as np
import pytest

from ae_workbench.analysis.experiments.experiment import Chart
from ae_workbench.analysis.experiments.sparsity import PUBLISHED, QUICK_PENALTIES, Sparse, judged, measure, plain
from ae_workbench.core.errors import DataError
from ae_workbench.core.shape import Shape
from ae_workbench.variants.recipes import find_recipe
from tests.unit.analysis.experiments.labs import PcaLab, PcaModel, blobs


def sparse(l1=0.0, mean_code=7.3, zero_share=0.02, hoyer=0.1, error=0.1) -> Sparse:
    return Sparse("", l1, mean_code, zero_share, hoyer, 0, error, 0.0, None)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("usual", "verdict", "said"),
    [
        (sparse(1e-4, 3.3, 0.3, 0.4, 0.102), "holds", "almost the same"),
        (sparse(1e-4, 3.3, 0.3, 0.4, 0.12), "partly", "that costs"),
        (sparse(1e-4, 3.3, 0.02, 0.11, 0.1), "fails", "hardly"),
        (sparse(1e-4, 8.0, 0.3, 0.4, 0.1), "fails", "hardly"),
    ],
)
def test_the_verdict_follows_sparsity_and_cost(usual, verdict, said):
    found, words = judged(sparse(), usual)
    assert found == verdict
    assert said in words and "0.0001" in words


def test_small_penalties_are_written_with_their_zeros():
    assert [plain(number) for number in (0.0, 1e-5, 3e-3)] == ["0", "0.00001", "0.003"]


@dataclass
class Shrinking(PcaModel):
    """Its codes lose what is smaller than the penalty times a thousand, and their signs."""

    def encode(self, examples):
        return np.maximum(np.abs(super().encode(examples)) - 1000 * self.plan.activity_l1, 0)


@dataclass
class Stuck(PcaModel):
    """Two of its units never change, one at 0 and one at 1."""

    def encode(self, examples):
        codes = super().encode(examples)
        codes[:, :3] = np.stack([np.zeros(len(codes)), np.ones(len(codes)), codes[:, 2]], axis=1)
        return codes


def test_units_that_never_change_are_counted_as_dead_wherever_they_stand():
    plain_model = PcaLab().model(find_recipe("simple"))
    lab = PcaLab(make=lambda recipe, plan, dataset, start: Stuck(recipe, plan, dataset))
    table = measure(lab).tables[0]
    x = lab.dataset.scaling.apply(lab.dataset.test.examples)
    moving = int((plain_model.encode(x).std(axis=0) > 1e-3).sum())
    assert {row[table.columns.index("Dead units")] for row in table.rows} == {f"{32 - moving + 2}"}


@pytest.fixture
def shrinking() -> PcaLab:
    return PcaLab(make=lambda recipe, plan, dataset, start: Shrinking(recipe, plan, dataset))


def test_every_penalty_is_measured_and_drawn(shrinking):
    findings = measure(shrinking)
    table = findings.tables[0]
    zeros = [row[table.columns.index("Share of zeros")] for row in table.rows]
    assert len(zeros) == len(QUICK_PENALTIES)
    assert zeros == sorted(zeros) and zeros[-1] > zeros[0]
    for row in table.rows:
        assert row[-1] == pytest.approx(row[-2] + row[-3])
    charts = [plot for plot in findings.plots if isinstance(plot, Chart)]
    assert all(len(series.x) == len(series.y) == len(QUICK_PENALTIES) for chart in charts for series in chart.series)
    assert len(findings.plots[-1].rows) == len(QUICK_PENALTIES) + 1
    assert shrinking.shares == sorted(shrinking.shares)


def test_the_article_s_numbers_stand_beside_those_trained_as_published(shrinking):
    numbers = {number.key: number for number in measure(shrinking).numbers}
    assert numbers["mean_code_simple"].published == 7.30
    assert numbers["mean_code_sparse"].published == 3.33
    assert numbers["loss_sparse"].published == 0.11
    published = [recipe for recipe, _, _ in shrinking.asked if recipe.training.optimizer == "adadelta"]
    assert len(published) == len(PUBLISHED)
    assert [recipe.training.epochs for recipe in published] == [50, 100]


def test_sequences_are_refused():
    with pytest.raises(DataError, match="needs images"):
        measure(PcaLab(replace(blobs(), shape=Shape((144, 1), "sequence"))))

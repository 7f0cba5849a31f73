"""The weight β: trade, samples, neighbours and collapse."""

from dataclasses import dataclass, replace

import numpy as np
import pytest

from ae_workbench.analysis.experiments import kl_weight
from ae_workbench.analysis.experiments.experiment import Chart, Pictures, ScatterMap
from ae_workbench.analysis.experiments.kl_weight import QUICK_BETAS, Weighed, judged, measure, nearest_distance, neighbours_agree
from ae_workbench.core.errors import DataError
from tests.unit.analysis.experiments.labs import PcaLab, PcaModel, blobs

NO_MODEL = None
COUNT = 1000


def weighed(beta: float, nats: float, kl: float, distance: float, alike: float | None) -> Weighed:
    return Weighed(beta, nats, np.array([kl / 2, kl / 2]), distance, alike, NO_MODEL)  # type: ignore[arg-type]


def three(nats=(140, 150, 170), kls=(12, 6, 1), distances=(0.2, 0.15, 0.16), alike=(0.7, 0.8, 0.85)):
    betas = (0.1, 1.0, 10.0)
    return [weighed(*values) for values in zip(betas, nats, kls, distances, alike, strict=True)]


@pytest.mark.parametrize(
    ("found", "verdict"),
    [
        (three(), "holds"),
        (three(nats=(150, 140, 130)), "partly"),
        (three(kls=(1, 6, 12)), "partly"),
        (three(distances=(0.15, 0.2, 0.2)), "partly"),
        (three(alike=(0.1, 0.3, 0.4)), "partly"),
        (three(alike=(0.7, 0.8, 0.2)), "partly"),
        (three(nats=(150, 150, 150), distances=(0.1, 0.1, 0.1), alike=(0.1, 0.1, 0.1)), "fails"),
    ],
)
def test_the_verdict_follows_trade_samples_neighbours_and_order(found, verdict):
    assert judged(found, found[1], 0.1, COUNT)[0] == verdict


@pytest.mark.parametrize(
    ("alike", "said"),
    [
        ((0.7, 0.8, 0.85), "A larger β buys order: the codes among their own class are 70% at β = 0.1 and 85% at β = 10."),
        ((0.6, 0.8, 0.14), "Order is best at β = 1, where 80% of the codes are among their own class; beyond, order"),
        ((0.8, 0.6, 0.14), "A larger β buys no order: at most 80% of the codes are among their own class (β = 0.1), 80%"),
        ((0.80, 0.81, 0.14), "A larger β buys no order: at most 81% of the codes are among their own class (β = 1), 80%"),
    ],
)
def test_order_is_judged_by_the_classes_of_neighbours(alike, said):
    found = three(alike=alike)
    words = judged(found, found[1], 0.1, COUNT)[1]
    assert words[-1].startswith(said)
    assert words[0].startswith(
        "A larger β lowers the KL and raises the reconstruction error: from β = 0.1 to 10 the KL goes from 12.0 to 1.0"
    )


def test_samples_beyond_the_usual_beta_are_not_passed_over():
    found = three(distances=(0.16, 0.15, 0.19))
    assert "0.150 at β = 1 and 0.190 at β = 10: up to β = 1 they come nearer." in judged(found, found[1], 0.1, COUNT)[1][1]


def test_without_labels_neighbours_are_left_out_and_it_is_said():
    found = three(alike=(None, None, None))
    verdict, words = judged(found, found[1], None, COUNT)
    assert verdict == "holds"
    assert "Without labels" in words[-1]


def test_distance_to_the_nearest_is_zero_for_real_images_and_grows_with_a_change():
    images = np.random.default_rng(0).random((6, 4, 4, 1), dtype=np.float32)
    assert nearest_distance(images[:2], images) == pytest.approx(0, abs=1e-3)
    assert nearest_distance(images[:2] + 0.1, images) == pytest.approx(0.1, abs=1e-3)


def test_neighbours_agree_where_classes_are_apart_and_not_where_they_are_mixed():
    rng = np.random.default_rng(0)
    labels = np.arange(60) % 2
    apart = np.stack([labels * 10.0, np.zeros(60)], axis=1) + rng.normal(0, 1, (60, 2))
    assert neighbours_agree(apart.astype(np.float32), labels) == 1
    assert neighbours_agree(rng.normal(0, 1, (60, 2)).astype(np.float32), labels) < 0.75


def test_a_class_of_one_example_is_refused_with_a_sentence():
    with pytest.raises(DataError, match="single test example"):
        neighbours_agree(np.zeros((5, 2), np.float32), np.array([0, 0, 0, 0, 1]))


@dataclass
class Collapsing(PcaModel):
    """With a large β its posterior is the prior."""

    def posterior(self, examples):
        z_mean = self.encode(examples)
        if self.plan.kl_weight >= 100:
            return np.zeros_like(z_mean), np.zeros_like(z_mean)
        return z_mean, np.full_like(z_mean, -2.0)


def test_collapse_is_named_where_it_happens():
    lab = PcaLab(make=lambda recipe, plan, dataset, start: Collapsing(recipe, plan, dataset))
    words = measure(lab).words
    assert any(line.startswith("Posterior collapse at β = 100") for line in words)
    assert not any("collapse at β = 1:" in line for line in words)


@dataclass
class ByCount(PcaModel):
    """The KL grows from image to image in the order of the test set."""

    def posterior(self, examples):
        _, *dims = self.encode(examples).shape
        x = self.dataset.scaling.apply(self.dataset.test.examples)
        places = [int((x == example).all(axis=(1, 2, 3)).argmax()) for example in examples]
        z_mean = np.repeat(np.sqrt(places).astype(np.float32)[:, None], dims[0], axis=1)
        return z_mean, np.zeros_like(z_mean)


def test_the_kl_is_of_all_test_images_as_the_reconstruction_error_is(monkeypatch):
    monkeypatch.setattr(kl_weight, "JUDGED", 16)  # of 20
    lab = PcaLab(blobs(80), make=lambda recipe, plan, dataset, start: ByCount(recipe, plan, dataset))
    kl = next(number for number in measure(lab).numbers if number.key == "kl")
    assert kl.value == pytest.approx(2 * np.arange(20).mean() / 2)


def test_every_beta_is_drawn():
    lab = PcaLab()
    findings = measure(lab)
    planes = [plot for plot in findings.plots if isinstance(plot, ScatterMap)]
    [samples] = [plot for plot in findings.plots if isinstance(plot, Pictures)]
    charts = [plot for plot in findings.plots if isinstance(plot, Chart)]
    assert len(planes) == len(samples.rows) == len(findings.tables[0].rows) == len(QUICK_BETAS)
    assert all(len(plane.points) == len(lab.dataset.test) for plane in planes)
    assert all(len(series.x) == len(series.y) for chart in charts for series in chart.series)
    assert any("No latent has collapsed" in line for line in findings.words)


def test_data_without_labels_have_planes_too():
    lab = PcaLab(blobs(labelled=False))
    findings = measure(lab)
    assert all(plot.labels is None for plot in findings.plots if isinstance(plot, ScatterMap))
    assert "neighbours_agree" not in {number.key for number in findings.numbers}


def test_sequences_are_refused():
    from ae_workbench.core.shape import Shape

    lab = PcaLab(replace(blobs(), shape=Shape((144, 1), "sequence")))
    with pytest.raises(DataError, match="are sequences"):
        measure(lab)

"""Denoising: judged at the noise the denoiser was trained with, against filters and models that never saw noise."""

import numpy as np
import pytest

from ae_workbench.analysis.experiments.denoising import DENOISER, FILTERS, NOISY, PLAIN, SAME, judged, measure
from ae_workbench.analysis.experiments.experiment import Chart, Pictures
from tests.unit.analysis.experiments.labs import PcaLab

AMOUNTS = (0.1, 0.5, 1.0)


def quality(denoiser, filters, plain):
    best, *others = (each.name for each in FILTERS)
    return {DENOISER: denoiser, SAME: plain, PLAIN: [0, 0, 0], best: filters, **{name: [0, 0, 0] for name in others}, NOISY: [22, 9, 6]}


@pytest.mark.parametrize(
    ("denoiser", "filters", "plain", "verdict"),
    [
        ([18, 17, 14], [24, 15, 12], [19, 16, 13], "holds"),
        ([18, 15.2, 14], [24, 15, 12], [19, 13, 13], "partly"),
        ([18, 15.2, 14], [24, 15, 12], [19, 16, 13], "fails"),
    ],
)
def test_the_verdict_follows_the_decibels_at_the_trained_noise(denoiser, filters, plain, verdict):
    assert judged(AMOUNTS, quality(denoiser, filters, plain), 0.5)[0] == verdict


def test_the_noise_at_which_it_loses_is_said():
    assert "noise of 0.1:" in judged(AMOUNTS, quality([18, 17, 14], [24, 15, 12], [19, 16, 13]), 0.5)[1][1]
    assert "noise of 0.1, 0.5, its own among them." in judged(AMOUNTS, quality([18, 14, 14], [24, 15, 12], [19, 13, 13]), 0.5)[1][1]
    assert "every amount" in judged(AMOUNTS, quality([28, 17, 14], [24, 15, 12], [19, 16, 13]), 0.5)[1][1]


def test_every_way_is_measured_at_every_amount_and_drawn():
    lab = PcaLab()
    findings = measure(lab)
    chart, pictures = findings.plots
    assert isinstance(chart, Chart) and isinstance(pictures, Pictures)
    assert {series.name for series in chart.series} == {DENOISER, SAME, PLAIN, NOISY, *(each.name for each in FILTERS)}
    assert all(len(series.x) == len(series.y) == len(findings.tables[0].rows) for series in chart.series)
    noisy = next(series for series in chart.series if series.name == NOISY)
    assert list(noisy.y) == sorted(noisy.y, reverse=True)
    assert [name for name, _ in pictures.rows][:2] == ["Clean image", NOISY]
    assert len({number.key for number in findings.numbers}) == len(findings.numbers)
    assert lab.shares == sorted(lab.shares)


def test_the_same_network_is_trained_without_noise():
    lab = PcaLab()
    measure(lab)
    kinds = [(recipe.variant, getattr(recipe.parameters, "noise", "")) for recipe, _, _ in lab.asked]
    assert kinds == [("denoising", "gaussian"), ("denoising", "none"), ("simple", "")]


def test_filters_get_their_best_setting_for_the_noise():
    """A wide Gaussian can't be the choice for a hardly noisy image, nor a narrow one for a very noisy one."""
    rng = np.random.default_rng(0)
    smooth = np.repeat(np.linspace(0.2, 0.8, 12, dtype=np.float32)[None, :, None, None], 12, axis=2)
    clean = np.repeat(smooth, 20, axis=0)
    gaussian = next(each for each in FILTERS if each.name == "Gaussian filter")
    for amount, best in ((0.001, min(gaussian.settings)), (0.3, max(gaussian.settings))):
        noisy = clean + rng.normal(0, amount, clean.shape).astype(np.float32)
        np.testing.assert_array_equal(gaussian.at_best(clean, noisy)(noisy), gaussian.apply(noisy, best))

"""Codes as features for classes."""

import numpy as np
import pytest

from ae_workbench.analysis.experiments.probe import PCA, PIXELS, TAUGHT, Score, doubt, judged, measure, probe, taught
from tests.unit.analysis.experiments.labs import PcaLab, blobs


def scores(code, rival):
    """Accuracies with few and with many labels."""
    other = {name: [Score((0.1,)), Score((0.1,))] for name in (PCA, PIXELS)}
    return {"Deep, 32": [Score((value,)) for value in code], **other, TAUGHT: [Score((value,)) for value in rival]}


@pytest.mark.parametrize(
    ("code", "rival", "verdict"),
    [
        ((0.6, 0.9), (0.7, 0.98), "holds"),
        ((0.7, 0.9), (0.6, 0.98), "partly"),
        ((0.7, 0.98), (0.7, 0.98), "open"),
        ((0.8, 0.98), (0.7, 0.9), "fails"),
        ((0.8, 0.98), (0.7, 0.98), "fails"),
    ],
)
def test_the_verdict_follows_the_accuracies(code, rival, verdict):
    assert judged((50, 1000), scores(code, rival), 5000)[0] == verdict


def test_a_difference_counts_only_with_enough_test_examples():
    near = scores((0.90, 0.95), (0.92, 0.97))
    assert judged((50, 1000), near, 100)[0] == "open"
    assert judged((50, 1000), near, 10_000)[0] == "holds"
    assert doubt(0.9, 0.9, 100) == pytest.approx(0.0849, abs=1e-4), "two standard errors of the difference"


def two_classes(count: int, apart: float) -> tuple:
    rng = np.random.default_rng(1)
    labels = np.arange(count, dtype=np.int64) % 2
    return (rng.normal(0, 1, (count, 5)) + apart * labels[:, None]).astype(np.float32), labels


@pytest.mark.parametrize("method", [probe, taught])
def test_classes_that_lie_apart_are_told_and_mixed_ones_are_not(method):
    for apart, low, high in ((6, 0.99, 1), (0, 0.2, 0.75)):
        features, labels = two_classes(120, apart)
        right = (method(features[:80], labels[:80], features[80:], 0) == labels[80:]).mean()
        assert low <= right <= high


def test_a_probe_does_not_care_for_the_scale_of_features():
    features, labels = two_classes(80, 1.5)
    guesses = [probe(features[:60] * scale, labels[:60], features[60:] * scale, 0) for scale in (1, 1000)]
    np.testing.assert_array_equal(*guesses)


def test_one_label_of_each_class_is_enough_to_begin():
    features, labels = two_classes(40, 6)
    assert (probe(features[:2], labels[:2], features[2:], 0) == labels[2:]).mean() > 0.9


def test_every_variant_pca_pixels_and_a_taught_network_are_measured():
    lab = PcaLab(blobs(120))
    findings = measure(lab)
    names = [row[0] for row in findings.tables[0].rows]
    assert {recipe.variant for recipe, _, _ in lab.asked} == {
        "simple", "sparse", "deep", "convolutional", "denoising", "sequence", "variational",
    }  # fmt: skip
    assert {PCA, PIXELS, TAUGHT} < set(names) and len(names) == 10
    assert lab.shares == sorted(lab.shares)


def test_without_labels_the_question_stays_open():
    lab = PcaLab(blobs(labelled=False))
    assert measure(lab).verdict == "open"
    assert lab.asked == []

"""A plain code and PCA: errors, and the angles between the directions."""

from dataclasses import dataclass, replace

import numpy as np
import pytest

from ae_workbench.analysis.experiments.experiment import Chart, Pictures
from ae_workbench.analysis.experiments.making import held_out, learned_from, recipe_for
from ae_workbench.analysis.experiments.pca import first_of, measure, signed, some_images
from ae_workbench.analysis.experiments.pca.ways import Way, judged, linear_autoencoder, mean_slopes, nearest_within, principal_angles, way
from ae_workbench.analysis.pca import fit_pca
from ae_workbench.core.errors import DataError
from ae_workbench.core.shape import Shape
from tests.unit.analysis.experiments.labs import PcaLab, PcaModel, blobs


def found(error: float, overlap: float) -> Way:
    return Way("key", "", np.zeros(0, np.float32), np.zeros((0, 1)), error, np.zeros(0), overlap)


@pytest.mark.parametrize(
    ("linear", "simple", "verdict"),
    [
        (found(0.0101, 0.99), found(0.007, 0.88), "holds"),
        (found(0.0101, 0.99), found(0.013, 0.88), "partly"),
        (found(0.0101, 0.99), found(0.007, 0.5), "partly"),
        (found(0.012, 0.99), found(0.007, 0.5), "fails"),
    ],
)
def test_the_verdict_follows_errors_and_overlaps(linear, simple, verdict):
    assert judged(found(0.01, 1.0), linear, simple)[0] == verdict


def test_angles_between_planes_that_share_a_line():
    first, second = np.eye(4)[:2], np.array([[1, 0, 0, 0], [0, 1, 1, 0]], float)
    np.testing.assert_allclose(principal_angles(first, second), [0, 45], atol=1e-6)
    np.testing.assert_allclose(principal_angles(first, np.eye(4)[2:]), [90, 90], atol=1e-6)


def test_directions_that_are_missing_lower_the_overlap():
    lab = PcaLab(blobs(200))
    images, _ = held_out(lab, 20)
    pca = fit_pca(images, 4)
    assert way("key", "", images, images, pca.components, pca).overlap == pytest.approx(1)
    assert way("key", "", images, images, pca.components[:3] * 5, pca).overlap == pytest.approx(0.75)
    assert way("key", "", images, images, pca.components[:0], pca).overlap == 0


def test_a_linear_autoencoder_comes_to_the_principal_components():
    rng = np.random.default_rng(0)
    loud = rng.normal(0, [3, 2, 1, 0.1, 0.1, 0.1], (400, 6)).astype(np.float32).reshape(400, 2, 3, 1)
    drawn, directions = linear_autoencoder(loud, loud, 3, 2000)
    assert principal_angles(directions, fit_pca(loud, 3).components).max() < 5
    assert np.square(drawn - loud).mean() < 0.02


def test_pixels_that_never_change_have_no_slope_and_unused_units_no_direction():
    lab = PcaLab(blobs(80))

    @dataclass
    class Half(PcaModel):
        def encode(self, examples):
            codes = super().encode(examples)
            codes[:, 2:] = 0
            return codes

        def reconstruct(self, examples):
            drawn = np.full_like(examples, 0.5)
            drawn[:, 0] = 0
            return drawn

    lab.make = lambda recipe, plan, dataset, start: Half(recipe, plan, dataset)
    model = lab.model(recipe_for(lab, "simple", "code_size=4"))
    images, _ = held_out(lab, 20)
    slopes = mean_slopes(model, images)
    np.testing.assert_allclose(slopes[:, :12], 0)
    np.testing.assert_allclose(slopes[:, 12:], model.weights()[-2][:2, 12:] / 4, rtol=1e-6)


def test_what_comes_nearest_within_a_span_is_the_projection():
    np.testing.assert_allclose(
        nearest_within(np.array([[2.0, 0, 0]]), np.array([[1.0, 1, 0], [0, 1, 0]])), [[1, 0, 0], [0, 0, 0]], atol=1e-9
    )


def test_the_span_of_images_draws_those_images():
    lab = PcaLab(blobs(80))
    learned, _ = learned_from(lab, 10)
    assert some_images(learned, learned, fit_pca(learned, 10)).error == pytest.approx(0, abs=1e-6)


def test_directions_are_drawn_around_grey():
    pictures = signed(np.array([[1.0, -2, 0, 0.5]]), np.zeros((1, 2, 2, 1), np.float32))
    np.testing.assert_allclose(pictures, [[[0.75, 0], [0.5, 0.625]]])


def test_everything_is_measured_told_and_drawn():
    lab = PcaLab(blobs(200))
    findings = measure(lab)
    angles, errors, drawn, directions = findings.plots
    assert isinstance(angles, Chart) and isinstance(errors, Chart) and isinstance(drawn, Pictures) and isinstance(directions, Pictures)
    linear = next(number for number in findings.numbers if number.key == "overlap_linear")
    assert linear.value > 0.9
    assert all(list(series.y) == sorted(series.y) for series in angles.series)
    curve = errors.series[0]
    assert list(curve.y) == sorted(curve.y, reverse=True)
    assert len(findings.tables[0].rows) == 5
    assert len({number.key for number in findings.numbers}) == len(findings.numbers)
    assert [recipe.parameters.activation for recipe, _, _ in lab.asked] == ["linear", "relu"]
    assert lab.shares == sorted(lab.shares)


@dataclass
class Simple(PcaModel):
    """As good as ``rank`` principal components, but with a code of 32 numbers."""

    rank: int = 13

    def reconstruct(self, examples):
        pca = fit_pca(self.dataset.scaling.apply(self.dataset.train.examples), 128)
        return first_of(pca, self.rank).reconstruct(examples).clip(0, 1)


@pytest.mark.parametrize(
    ("rank", "said"),
    [
        (13, "PCA comes to the simple autoencoder's error with 13 numbers instead of 32."),
        (33, "PCA needs 33 numbers to come to the simple autoencoder's error with 32: its sigmoid knows black and white."),
    ],
)
def test_the_numbers_that_pca_needs_are_counted_one_by_one(rank, said):
    lab = PcaLab(blobs(200), make=lambda recipe, plan, dataset, start: Simple(recipe, plan, dataset, rank=rank))
    assert said in measure(lab).words


@dataclass
class Perfect(PcaModel):
    def reconstruct(self, examples):
        return examples


def test_no_more_components_are_named_than_the_data_have():
    lab = PcaLab(blobs(80), make=lambda recipe, plan, dataset, start: Perfect(recipe, plan, dataset))
    assert any(words.startswith(f"Not even {len(lab.dataset.train)} principal components") for words in measure(lab).words)


def test_sequences_are_refused():
    with pytest.raises(DataError, match="needs images"):
        measure(PcaLab(replace(blobs(), shape=Shape((144, 1), "sequence"))))

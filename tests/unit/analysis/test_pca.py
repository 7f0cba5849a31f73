"""Principal components against what they are by definition."""

import numpy as np
import pytest

from ae_workbench.analysis.pca import fit_pca


def some_examples(count: int = 400) -> np.ndarray:
    """Images (count, 3, 4, 1) that vary in three directions, each less than the one before."""
    rng = np.random.default_rng(0)
    directions = np.linalg.qr(rng.normal(size=(12, 3)))[0].T
    rows = rng.normal(size=(count, 3)) * [10, 3, 1] @ directions + rng.normal(size=12)
    return rows.reshape(count, 3, 4, 1).astype(np.float32)


def test_components_are_the_covariance_s_eigenvectors() -> None:
    examples = some_examples()
    found = fit_pca(examples, 2)
    values, vectors = np.linalg.eigh(np.cov(examples.reshape(-1, 12).T))
    for position in range(2):
        assert abs(found.components[position] @ vectors[:, -1 - position]) == pytest.approx(1, abs=1e-4)
    np.testing.assert_allclose(found.explained, values[:-3:-1] / values.sum(), rtol=1e-4)
    np.testing.assert_allclose(found.components @ found.components.T, np.eye(2), atol=1e-5)


def test_coordinates_are_centred_and_lead_back() -> None:
    examples = some_examples()
    found = fit_pca(examples, 3)
    coordinates = found.project(examples)
    assert coordinates.shape == (400, 3)
    np.testing.assert_allclose(coordinates.mean(axis=0), 0, atol=1e-4)
    np.testing.assert_allclose(found.inverse(coordinates), examples, atol=1e-4)
    np.testing.assert_allclose(found.inverse(np.zeros((1, 3)))[0], examples.mean(axis=0), atol=1e-5)


def test_more_components_keep_more() -> None:
    examples = some_examples()
    errors = [np.square(fit_pca(examples, count).reconstruct(examples) - examples).mean() for count in (1, 2, 3)]
    assert errors[0] > 5 * errors[1] > 25 * errors[2]


def test_the_signs_are_the_same_whatever_the_order_of_the_examples() -> None:
    examples = some_examples()
    one, other = fit_pca(examples, 3), fit_pca(examples[::-1], 3)
    np.testing.assert_allclose(one.components, other.components, atol=1e-3)
    assert all(component[np.abs(component).argmax()] > 0 for component in one.components)


@pytest.mark.parametrize("examples", [np.full((6, 4), 2.0), np.full((1, 4), 2.0)])
def test_data_without_variance_have_their_mean(examples: np.ndarray) -> None:
    found = fit_pca(examples, 2)
    np.testing.assert_allclose(found.reconstruct(examples), examples)
    assert np.array_equal(found.explained, np.zeros(len(found.components)))


def test_there_are_no_more_components_than_numbers() -> None:
    assert fit_pca(some_examples()[:, :1, :2], 5).project(some_examples()[:, :1, :2]).shape == (400, 2)

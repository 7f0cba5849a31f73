"""Weights as images, each what its unit sees or draws."""

import numpy as np
import pytest

from ae_workbench.analysis.filters import GATES, decoder_atoms, encoder_filters, weighted_stages
from ae_workbench.core.layers import LSTM, Conv2D, Dense, GaussianCode, Layer
from ae_workbench.core.plan import Plan
from ae_workbench.core.shape import Shape
from ae_workbench.variants import VARIANTS
from ae_workbench.variants.recipes import find_recipe, make_plan, with_settings

IMAGE = Shape((8, 6, 3))
SEQUENCE = Shape((10, 2), "sequence")


def shapes_of(layer: Layer, dims: tuple[int, ...]) -> list[tuple[int, ...]]:
    """What Keras makes of a layer, written down by hand."""
    size = getattr(layer, "units", getattr(layer, "size", 0))
    if isinstance(layer, Conv2D):
        return [(layer.kernel_size, layer.kernel_size, dims[-1], layer.filters), (layer.filters,)]
    if isinstance(layer, LSTM):
        return [(dims[-1], 4 * size), (size, 4 * size), (4 * size,)]
    return [(dims[-1], size), (size,)] * (2 if isinstance(layer, GaussianCode) else 1)


def some_weights(plan: Plan) -> list[np.ndarray]:
    rng = np.random.default_rng(0)
    shapes = [shape for stage in plan.stages if stage.parameter_count for shape in shapes_of(stage.layer, stage.input_dims)]
    return [rng.normal(size=shape).astype(np.float32) for shape in shapes]


def plan_of(variant: str, *settings: str, shape: Shape = IMAGE) -> Plan:
    return make_plan(with_settings(find_recipe(variant), settings), shape)


@pytest.mark.parametrize("key", VARIANTS.keys)
def test_every_variant_has_filters_and_atoms(key: str) -> None:
    plan = plan_of(key)
    weights = some_weights(plan)
    assert sum(array.size for array in weights) == plan.parameter_count
    for found in (encoder_filters(plan, weights), decoder_atoms(plan, weights)):
        assert found.images.ndim == 4
        assert found.images.dtype == np.float32
        assert len(found.captions) == len(found.images) > 0
        assert found.limit == np.abs(found.images).max()


def test_a_dense_filter_times_the_image_is_what_its_unit_hears() -> None:
    plan = plan_of("simple", "code_size=5")
    weights = some_weights(plan)
    image = np.random.default_rng(1).random(IMAGE.dims)
    found = encoder_filters(plan, weights)
    assert found.images.shape == (5, 8, 6, 3)
    np.testing.assert_allclose((found.images * image).sum(axis=(1, 2, 3)), image.reshape(-1) @ weights[0], rtol=1e-4)


def test_dense_atoms_weighted_by_the_units_are_what_the_last_layer_adds_up() -> None:
    plan = plan_of("deep", "hidden=9,7", "code_size=4")
    weights = some_weights(plan)
    units = np.random.default_rng(1).random(9)
    found = decoder_atoms(plan, weights)
    assert found.images.shape == (9, 8, 6, 3)
    np.testing.assert_allclose(np.tensordot(units, found.images, 1).reshape(-1), units @ weights[-2], rtol=1e-4)


def test_convolutions_show_their_kernels() -> None:
    plan = plan_of("convolutional", "filters=4,2", "kernel_size=3")
    weights = some_weights(plan)
    filters, atoms = encoder_filters(plan, weights), decoder_atoms(plan, weights)
    assert filters.images.shape == (4, 3, 3, 3)
    assert np.array_equal(filters.images[2], weights[0][..., 2])
    assert atoms.images.shape == (4, 3, 3, 3)
    assert np.array_equal(atoms.images[1], weights[-2][:, :, 1, :])
    assert filters.captions[2] == "filter 2"
    assert atoms.captions[1] == "map 1"


def test_a_gaussian_code_s_first_filters_are_those_of_the_mean() -> None:
    plan = Plan(IMAGE, plan_of("simple").encoder, GaussianCode(2), plan_of("simple", "code_size=2").decoder)
    weights = some_weights(plan)
    assert np.array_equal(encoder_filters(plan, weights).images[1].reshape(-1), weights[0][:, 1])
    assert [len(arrays) for _, arrays in weighted_stages(plan, weights)] == [4, 2]
    assert decoder_atoms(plan, weights).images.shape == (2, 8, 6, 3)


def test_an_lstm_shows_each_gate_and_its_head_as_matrices() -> None:
    plan = plan_of("sequence", "code_size=5", shape=SEQUENCE)
    weights = some_weights(plan)
    gates, head = encoder_filters(plan, weights), decoder_atoms(plan, weights)
    assert gates.captions == GATES
    assert gates.images.shape == (4, 2, 5, 1)
    assert gates.captions[1] == "forget gate"
    assert np.array_equal(gates.images[1, ..., 0], weights[0][:, 5:10])
    assert np.array_equal(head.images[0, ..., 0], weights[-2])


def test_a_layer_at_each_time_step_is_one_matrix() -> None:
    plan = plan_of("sequence", "code_size=5", shape=SEQUENCE)
    stepwise = Plan(SEQUENCE, (Dense(3), *plan.encoder), plan.code, plan.decoder)
    weights = some_weights(stepwise)
    assert np.array_equal(encoder_filters(stepwise, weights).images[0, ..., 0], weights[0])


def test_weights_of_nothing_can_still_be_scaled() -> None:
    plan = plan_of("simple")
    assert encoder_filters(plan, [array * 0 for array in some_weights(plan)]).limit > 0

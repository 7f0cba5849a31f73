"""Dense plans give the same numbers through NumPy as through Keras."""

import numpy as np
import pytest

from ae_workbench.core.layers import ACTIVATIONS
from ae_workbench.core.plan import Plan
from ae_workbench.core.shape import Shape
from ae_workbench.engine.build import build
from ae_workbench.engine.codec import Codec
from ae_workbench.engine.dense import FEW, DenseNetworks, is_dense
from ae_workbench.variants import VARIANTS

SHAPE = Shape((8, 6, 1))


def plan_of(key: str, **parameters: object) -> Plan:
    return VARIANTS[key].plan(VARIANTS[key].parameters(**parameters), SHAPE)


def weights_of(plan: Plan) -> list[np.ndarray]:
    """Of every size, so that activations meet what saturates them too."""
    rng = np.random.default_rng(2)
    dims = [dims for stage in plan.stages for dims in stage.layer.weight_dims(stage.input_dims)]
    return [rng.normal(0, 3, each).astype(np.float32) for each in dims]


@pytest.mark.parametrize("activation", ACTIVATIONS)
@pytest.mark.filterwarnings("error")
def test_every_activation_is_keras_s(activation: str) -> None:
    plan = plan_of("deep", hidden=(9, 7), code_size=5, activation=activation)
    networks, weights = build(plan), weights_of(plan)
    networks.set_weights(weights)
    ours = DenseNetworks(plan, weights)
    x = np.random.default_rng(1).random((3, *SHAPE.dims), dtype=np.float32)
    codes = ours.encode(x)
    np.testing.assert_allclose(codes, networks.encoder(x).numpy(), rtol=1e-4, atol=1e-4)
    np.testing.assert_allclose(ours.decode(codes), networks.decoder(codes).numpy(), rtol=1e-4, atol=1e-5)
    assert codes.dtype == ours.decode(codes).dtype == np.float32


def test_a_variational_plan_has_both_heads() -> None:
    plan = plan_of("variational", intermediate=(11,))
    networks, weights = build(plan), weights_of(plan)
    networks.set_weights(weights)
    x = np.random.default_rng(1).random((2, *SHAPE.dims), dtype=np.float32)
    assert networks.posterior is not None
    for found, expected in zip(DenseNetworks(plan, weights).posterior(x), networks.posterior(x), strict=True):
        np.testing.assert_allclose(found, expected.numpy(), rtol=1e-4, atol=1e-4)


@pytest.mark.parametrize("key", VARIANTS.keys)
def test_only_dense_plans_are_taken(key: str) -> None:
    shape = Shape((6, 2), "sequence") if key == "sequence" else SHAPE
    plan = VARIANTS[key].plan(VARIANTS[key].parameters(), shape)
    assert is_dense(plan) == (key in ("simple", "sparse", "deep", "variational"))


def test_a_few_rows_and_many_give_the_same() -> None:
    plan = plan_of("simple", code_size=5)
    codec = Codec(plan)
    codec.hold("these", weights_of(plan))
    x = np.random.default_rng(1).random((FEW + 1, *SHAPE.dims), dtype=np.float32)
    few, many = codec.function("encode", FEW), codec.function("encode", FEW + 1)
    assert few is not many
    np.testing.assert_allclose(few(x[:FEW]), many(x)[:FEW], rtol=1e-4, atol=1e-4)


def test_new_weights_reach_few_rows_and_many() -> None:
    plan = plan_of("simple", code_size=5)
    codec = Codec(plan)
    weights = weights_of(plan)
    x = np.random.default_rng(1).random((FEW + 1, *SHAPE.dims), dtype=np.float32)
    codec.hold("these", weights)
    codec.function("encode", len(x))(x)
    codec.hold("those", [np.zeros_like(array) for array in weights])
    for rows in (1, FEW + 1):
        assert not codec.function("encode", rows)(x[:rows]).any()


def test_weights_of_another_plan_are_refused() -> None:
    codec = Codec(plan_of("simple", code_size=5))
    with pytest.raises(ValueError, match="belong"):
        codec.hold("these", weights_of(plan_of("simple", code_size=4)))
    assert codec.key is None

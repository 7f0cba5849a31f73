"""Plans give the same numbers through NumPy as through Keras."""

import subprocess
import sys
from collections.abc import Sequence
from typing import Any

import numpy as np
import pytest

from ae_workbench.core.layers import (
    ACTIVATIONS,
    Conv2D,
    Dense,
    DenseCode,
    EncoderOutputCode,
    Flatten,
    GaussianCode,
    Layer,
    MaxPool2D,
    Reshape,
)
from ae_workbench.core.plan import Plan
from ae_workbench.core.shape import Shape
from ae_workbench.engine.activations import stage_outputs
from ae_workbench.engine.build import build
from ae_workbench.engine.codec import Codec
from ae_workbench.engine.numpy_layers import step
from ae_workbench.engine.numpy_networks import FEW_ROWS, NumpyNetworks
from ae_workbench.engine.warmup import import_tensorflow
from ae_workbench.variants import VARIANTS

SHAPE = Shape((8, 6, 1))
ODD = Shape((11, 9, 3))
SEQUENCE = Shape((6, 2), "sequence")


@pytest.fixture(scope="module", autouse=True)
def tensorflow() -> None:
    """As after its import, before which NumPy takes nearly everything."""
    import_tensorflow()


def plan_of(key: str, shape: Shape = SHAPE, **parameters: object) -> Plan:
    return VARIANTS[key].plan(VARIANTS[key].parameters(**parameters), shape)


def convolved(*layers: Layer, shape: Shape = ODD) -> Plan:
    """A plan with these layers before a code of their numbers."""
    return Plan(shape, layers, EncoderOutputCode(), (Flatten(), Dense(shape.size, "sigmoid"), Reshape(shape.dims)))


def weights_of(plan: Plan, std: float = 0.2) -> list[np.ndarray]:
    rng = np.random.default_rng(2)
    return [rng.normal(0, std, each).astype(np.float32) for each in plan.weight_dims]


def same(found: Sequence[Any], expected: Sequence[Any]) -> None:
    """Float32 that was added up in another order, whatever its size."""
    for one, other in zip(found, expected, strict=True):
        assert one.dtype == np.float32
        size = max(1.0, np.abs(other).max())
        np.testing.assert_allclose(one / size, other / size, rtol=1e-4, atol=1e-5)


def check(plan: Plan, std: float = 0.2) -> None:
    """Codes, reconstructions and what every stage gives, of three examples."""
    networks, weights = build(plan), weights_of(plan, std)
    networks.set_weights(weights)
    ours = NumpyNetworks(plan, weights)
    x = np.random.default_rng(1).random((3, *plan.shape.dims), dtype=np.float32)
    codes = ours.encode(x)
    same([codes, ours.decode(codes)], [networks.encoder(x).numpy(), networks.decoder(codes).numpy()])
    same(ours.activations(x), [each.numpy() for each in stage_outputs(plan, networks, x)])


@pytest.mark.parametrize("activation", ACTIVATIONS)
@pytest.mark.filterwarnings("error")
def test_every_activation_is_keras_s(activation: str) -> None:
    check(plan_of("deep", hidden=(9, 7), code_size=5, activation=activation), std=3)  # so that it meets what saturates it too


@pytest.mark.parametrize("key", VARIANTS.keys)
def test_every_variant_is_keras_s(key: str) -> None:
    check(plan_of(key, SEQUENCE if key == "sequence" else ODD))


@pytest.mark.parametrize("padding", ["same", "valid"])
@pytest.mark.parametrize("size", [1, 2, 3, 4, 5])
def test_convolutions_of_every_size(size: int, padding: str) -> None:
    check(convolved(Conv2D(4, size, "relu", padding), Conv2D(2, size, "linear", padding)))


def test_pooling_rounds_odd_sizes_up_and_knows_negative_numbers() -> None:
    check(convolved(Conv2D(3, 3, "linear"), MaxPool2D(), MaxPool2D()))


def test_a_dense_code_on_top_of_maps() -> None:
    shape = Shape((4, 4, 1))
    plan = Plan(shape, (Conv2D(2),), DenseCode(3, "tanh"), (Flatten(), Dense(16, "sigmoid"), Reshape(shape.dims)))
    check(plan)


def test_a_variational_plan_has_both_heads() -> None:
    plan = plan_of("variational", intermediate=(11,))
    networks, weights = build(plan), weights_of(plan)
    networks.set_weights(weights)
    x = np.random.default_rng(1).random((2, *SHAPE.dims), dtype=np.float32)
    assert networks.posterior is not None
    same(NumpyNetworks(plan, weights).posterior(x), [each.numpy() for each in networks.posterior(x)])


@pytest.mark.parametrize("kind", [kind for kind in Layer.__subclasses__() if kind.__module__ == Layer.__module__])
def test_every_planned_layer_is_known(kind: type[Layer]) -> None:
    """A code's own layers are dense ones, or none."""
    is_code = kind in (DenseCode, EncoderOutputCode, GaussianCode)
    assert (step.dispatch(kind) is step.dispatch(Layer)) == is_code


def test_large_maps_are_left_to_tensorflow() -> None:
    """What a convolution sees in all its places may not fit in memory."""
    small, large = (
        NumpyNetworks(plan, weights_of(plan))
        for plan in (plan_of("convolutional", Shape((side, side, 3)), filters=(4,)) for side in (28, 400))
    )
    assert [small.takes(rows) for rows in (1, FEW_ROWS, FEW_ROWS + 1)] == [True, True, False]
    assert not large.takes(1)


def test_what_is_done_before_tensorflow_is_imported_does_not_wait_for_it() -> None:
    small, large = plan_of("convolutional", Shape((28, 28, 1))), plan_of("convolutional", Shape((400, 400, 3)), filters=(4,))
    networks = NumpyNetworks(small, weights_of(small))
    assert networks.outruns_import(10_000) and not networks.outruns_import(1_000_000)
    assert not NumpyNetworks(large, weights_of(large)).outruns_import(1)
    done = subprocess.run([sys.executable, "-c", BEFORE_AND_AFTER], capture_output=True, text=True, timeout=60, check=False)
    assert done.stdout.split() == ["False", "True", "True"], done.stderr


BEFORE_AND_AFTER = """
import sys
import numpy as np
from ae_workbench.core.shape import Shape
from ae_workbench.engine.codec import Codec
from ae_workbench.engine.warmup import import_tensorflow
from ae_workbench.engine.warmup import import_tensorflow
from ae_workbench.variants import VARIANTS

plan = VARIANTS["convolutional"].plan(VARIANTS["convolutional"].parameters(), Shape((28, 28, 1)))
rng, codec = np.random.default_rng(0), Codec(plan)
codec.hold("these", [rng.normal(0, 0.2, dims).astype(np.float32) for dims in plan.weight_dims])
x = rng.random((300, 28, 28, 1), dtype=np.float32)
before = np.concatenate(codec.apply("encode", x))
print("tensorflow" in sys.modules)
import_tensorflow()
after = codec.apply("encode", x)
print(len(after) == 1, np.allclose(before, after[0], atol=1e-4))
"""


def test_tensorflow_is_imported_once_it_would_have_been_sooner_done(monkeypatch: pytest.MonkeyPatch) -> None:
    """However small the pieces are that somebody asks for."""
    plan = plan_of("convolutional", Shape((28, 28, 1)))
    asked: list[str] = []
    codec = Codec(plan)
    codec.hold("these", weights_of(plan))
    monkeypatch.setattr("ae_workbench.engine.codec.is_tensorflow_there", lambda: bool(asked))
    monkeypatch.setattr("ae_workbench.engine.codec.import_tensorflow", lambda: asked.append("import"))
    monkeypatch.setattr("ae_workbench.engine.numpy_networks.MULTIPLY_ADDS_IN_AN_IMPORT", 250 * plan.multiply_adds)
    x = np.zeros((100, 28, 28, 1), np.float32)
    pieces = [len(codec.apply("encode", x)) for _ in range(4)]
    assert pieces[0] == pieces[1] > 1 and pieces[2:] == [1, 1]


PLANS = [plan_of("simple"), plan_of("deep", hidden=(600, 500)), plan_of("convolutional")]


@pytest.mark.parametrize("plan", PLANS, ids=["small", "large", "convolutional"])
@pytest.mark.parametrize("rows", [1, 2 * FEW_ROWS + 1])
def test_any_number_of_rows_is_keras_s(plan: Plan, rows: int) -> None:
    """In pieces of small dense plans, compiled of others."""
    networks, weights = build(plan), weights_of(plan)
    assert NumpyNetworks(plan, weights).takes(rows) == (rows == 1 or plan is PLANS[0])
    networks.set_weights(weights)
    codec = Codec(plan)
    codec.hold("these", weights)
    x = np.random.default_rng(1).random((rows, *SHAPE.dims), dtype=np.float32)
    codes = np.concatenate(codec.apply("encode", x))
    same([codes, np.concatenate(codec.apply("decode", codes))], [networks.encoder(x).numpy(), networks.decoder(codes).numpy()])


@pytest.mark.parametrize("key", VARIANTS.keys)
def test_no_rows_give_none(key: str) -> None:
    plan = plan_of(key, SEQUENCE if key == "sequence" else ODD)
    ours = NumpyNetworks(plan, weights_of(plan))
    codes = ours.encode(np.zeros((0, *plan.shape.dims), np.float32))
    assert (codes.shape, ours.decode(codes).shape) == ((0, *plan.code_dims), (0, *plan.shape.dims))


@pytest.mark.filterwarnings("error")
def test_a_model_that_has_diverged_is_no_reason_to_warn() -> None:
    plan = plan_of("deep")
    codec = Codec(plan)
    codec.hold("these", [np.full_like(array, np.inf) for array in weights_of(plan)])
    (codes,) = codec.apply("encode", np.zeros((1, *SHAPE.dims), np.float32))
    assert np.isnan(codes).all()


def test_new_weights_reach_few_rows_and_many() -> None:
    plan = plan_of("convolutional")
    codec = Codec(plan)
    weights = weights_of(plan)
    x = np.random.default_rng(1).random((FEW_ROWS + 1, *SHAPE.dims), dtype=np.float32)
    codec.hold("these", weights)
    codec.apply("encode", x)
    codec.hold("those", [np.zeros_like(array) for array in weights])
    for rows in (1, FEW_ROWS + 1):
        (codes,) = codec.apply("encode", x[:rows])
        assert not codes.any()


def test_weights_of_another_plan_are_refused() -> None:
    codec = Codec(plan_of("simple", code_size=5))
    with pytest.raises(ValueError, match="belong"):
        codec.hold("these", weights_of(plan_of("simple", code_size=4)))
    assert codec.key is None

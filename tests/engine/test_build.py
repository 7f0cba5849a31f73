"""What a plan says equals what Keras builds."""

from math import prod

import numpy as np
import pytest

from ae_workbench.core.parameters import Parameters
from ae_workbench.core.shape import Shape
from ae_workbench.engine.build import build
from ae_workbench.variants import VARIANTS

IMAGES = [Shape((h, w, c)) for h, w in ((28, 28), (32, 32), (64, 48)) for c in (1, 3)]
SEQUENCES = [Shape((12, 1), "sequence"), Shape((7, 3), "sequence")]
OTHER_FORMS = {
    "denoising": {"form": "dense", "hidden": (20, 10), "code_size": 5},
    "variational": {"form": "convolutional", "filters": (4, 6), "code_size": 3},
    "sequence": {"hidden": (9,), "code_size": 5},
    "convolutional": {"filters": (4, 3, 2, 2), "kernel_size": 5},
    "deep": {"hidden": (), "activation": "leaky_relu"},
}
CASES = [
    (variant.key, parameters, shape)
    for variant in VARIANTS
    for parameters in [variant.parameters(), *([variant.parameters(**OTHER_FORMS[variant.key])] if variant.key in OTHER_FORMS else [])]
    for shape in [*IMAGES, *SEQUENCES]
    if shape.kind in variant.kinds
]


@pytest.mark.parametrize(("key", "parameters", "shape"), CASES, ids=lambda value: str(getattr(value, "dims", value))[:60])
def test_plan_and_keras_agree_on_shapes_and_parameter_counts(key: str, parameters: Parameters, shape: Shape) -> None:
    plan = VARIANTS[key].plan(parameters, shape)
    networks = build(plan)
    assert networks.whole.output_shape == (None, *shape.dims)
    assert networks.encoder.output_shape == (None, *plan.code_dims)
    assert networks.decoder.input_shape == (None, *plan.code_dims)
    assert tuple(tuple(v.shape) for v in networks.variables) == plan.weight_dims
    assert sum(prod(v.shape) for v in networks.variables) == plan.parameter_count
    assert networks.decoder.count_params() == plan.decoder_parameter_count
    assert (networks.posterior or networks.encoder).count_params() == plan.encoder_parameter_count


@pytest.mark.parametrize("key", VARIANTS.keys)
def test_every_planned_stage_has_the_shape_of_its_keras_layer(key: str) -> None:
    plan = VARIANTS[key].plan(VARIANTS[key].parameters(), Shape((28, 28, 1)))
    networks = build(plan)
    encoder = [layer.output.shape[1:] for layer in networks.encoder.layers[1:]]
    assert [stage.output_dims for stage in plan.part("encoder")] == encoder[: len(plan.encoder)]
    decoder = [layer.output.shape[1:] for layer in networks.decoder_logits.layers[1:]]
    assert [stage.output_dims for stage in plan.part("decoder")] == decoder


def test_the_same_seed_gives_the_same_weights_and_another_seed_others() -> None:
    plan = VARIANTS["deep"].plan(VARIANTS["deep"].parameters(), Shape((28, 28, 1)))
    one, same, other = (build(plan, seed).get_weights() for seed in (3, 3, 4))
    assert all(np.array_equal(a, b) for a, b in zip(one, same, strict=True))
    assert not np.array_equal(one[0], other[0])
    assert not np.array_equal(one[0].std(), one[2].std())


def test_weights_of_another_plan_are_refused() -> None:
    simple, deep = (build(VARIANTS[key].plan(VARIANTS[key].parameters(), Shape((28, 28, 1)))) for key in ("simple", "deep"))
    with pytest.raises(ValueError, match="don't belong"):
        simple.set_weights(deep.get_weights())

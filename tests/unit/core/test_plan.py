"""Plans: shapes and parameter counts without TensorFlow, and sentences for layers that don't fit."""

import pytest

from ae_workbench.core.errors import PlanError
from ae_workbench.core.layers import (
    LSTM,
    Conv2D,
    Crop2D,
    Dense,
    DenseCode,
    EncoderOutputCode,
    Flatten,
    GaussianCode,
    Layer,
    MaxPool2D,
    RepeatVector,
    Reshape,
    UpSampling2D,
)
from ae_workbench.core.plan import Plan
from ae_workbench.core.shape import Shape

IMAGE = Shape((4, 6, 1))


def small(units: int = 3) -> Plan:
    return Plan(IMAGE, (Flatten(),), DenseCode(units), (Dense(24, "sigmoid"), Reshape((4, 6, 1))))


@pytest.mark.parametrize(
    ("layer", "dims", "after", "parameters"),
    [
        (Flatten(), (4, 6, 2), (48,), 0),
        (Reshape((6, 4)), (24,), (6, 4), 0),
        (Dense(5), (3,), (5,), 20),
        (Dense(5), (7, 3), (7, 5), 20),
        (Conv2D(8), (5, 7, 3), (5, 7, 8), 224),
        (Conv2D(8, 5, padding="valid"), (9, 7, 1), (5, 3, 8), 208),
        (MaxPool2D(), (5, 7, 2), (3, 4, 2), 0),
        (UpSampling2D(), (3, 4, 2), (6, 8, 2), 0),
        (Crop2D(1, 2), (6, 8, 2), (5, 6, 2), 0),
        (LSTM(4), (9, 3), (4,), 128),
        (LSTM(4, return_sequences=True), (9, 3), (9, 4), 128),
        (RepeatVector(9), (4,), (9, 4), 0),
        (DenseCode(2), (5,), (2,), 12),
        (EncoderOutputCode(), (4, 4, 8), (4, 4, 8), 0),
        (GaussianCode(2), (5,), (2,), 24),
    ],
)
def test_a_layer_knows_its_shape_and_parameters(layer: Layer, dims: tuple[int, ...], after: tuple[int, ...], parameters: int) -> None:
    assert layer.output_dims(dims) == after
    assert layer.parameter_count(dims) == parameters


@pytest.mark.parametrize(
    ("layer", "dims", "says"),
    [
        (Conv2D(4), (24,), "needs an image"),
        (MaxPool2D(), (4, 6), "needs an image"),
        (UpSampling2D(), (4, 6), "needs an image"),
        (LSTM(4), (4, 6, 1), "needs a sequence"),
        (RepeatVector(3), (4, 6), "needs a vector"),
        (Reshape((5, 5)), (24,), "24 can't be reshaped to 5×5"),
        (Conv2D(4, 5, padding="valid"), (4, 6, 1), "fewer layers or a smaller kernel"),
        (Crop2D(4, 0), (4, 6, 1), "leaves nothing of 4×6×1"),
        (Crop2D(0, 6), (4, 6, 1), "leaves nothing of 4×6×1"),
    ],
)
def test_a_layer_that_does_not_fit_says_what_would(layer: Layer, dims: tuple[int, ...], says: str) -> None:
    with pytest.raises(PlanError, match=says):
        layer.output_dims(dims)


def test_multiply_adds_count_every_position_of_a_convolution_and_every_time_step() -> None:
    assert Conv2D(8).multiply_adds((5, 7, 3)) == 5 * 7 * 8 * 27
    assert Dense(5).multiply_adds((7, 3)) == 7 * 3 * 5
    assert LSTM(4).multiply_adds((9, 3)) == 9 * (3 + 4) * 16
    assert DenseCode(5).multiply_adds((7,)) == 35
    assert GaussianCode(5).multiply_adds((7,)) == 70


def test_a_plan_walks_its_stages_in_order() -> None:
    plan = small()
    assert [(stage.part, stage.kind) for stage in plan.stages] == [
        ("encoder", "Flatten"), ("code", "DenseCode"), ("decoder", "Dense"), ("decoder", "Reshape"),
    ]  # fmt: skip
    assert all(before.output_dims == after.input_dims for before, after in zip(plan.stages, plan.stages[1:], strict=False))


def test_a_plan_adds_up() -> None:
    plan = small()
    assert plan.code_size == 3
    assert plan.compression == 8.0
    assert plan.encoder_parameter_count == 75
    assert plan.decoder_parameter_count == 96
    assert plan.parameter_count == 171


def test_a_decoder_that_ends_elsewhere_is_refused() -> None:
    with pytest.raises(PlanError, match="The decoder ends in 25, but the data are 4×6×1"):
        Plan(IMAGE, (Flatten(),), DenseCode(3), (Dense(25),))


def test_images_are_judged_by_cross_entropy_and_sequences_by_squares() -> None:
    sequence = Plan(Shape((9, 3), "sequence"), (LSTM(4),), EncoderOutputCode(), (RepeatVector(9), Dense(3)))
    assert small().loss == "bce"
    assert sequence.loss == "mse"


def test_what_the_code_layer_adds_to_the_loss() -> None:
    sparse = Plan(IMAGE, (Flatten(),), DenseCode(3, activity_l1=0.5), (Dense(24), Reshape(IMAGE.dims)))
    variational = Plan(IMAGE, (Flatten(),), GaussianCode(3, kl_weight=2.0), (Dense(24), Reshape(IMAGE.dims)))
    assert (sparse.activity_l1, sparse.kl_weight, sparse.is_variational) == (0.5, 0.0, False)
    assert (variational.activity_l1, variational.kl_weight, variational.is_variational) == (0.0, 2.0, True)


def test_equal_plans_are_equal_and_kinds_can_be_asked_for() -> None:
    assert small() == small()
    assert hash(small()) == hash(small())
    assert small() != small(units=4)
    assert small().has(Dense)
    assert not small().has(Conv2D, LSTM)


def test_a_shape_says_what_it_is() -> None:
    assert str(IMAGE) == "image 4×6×1"
    assert IMAGE.size == 24
    assert IMAGE.is_image


def test_a_model_that_no_computer_holds_is_refused() -> None:
    with pytest.raises(PlanError, match=r"would have [\d,]+ parameters; at most"):
        Plan(Shape((1024, 1024, 3)), (Flatten(),), DenseCode(4096), (Dense(3 * 2**20, "sigmoid"), Reshape((1024, 1024, 3))))


def test_a_layer_whose_output_no_computer_holds_is_refused() -> None:
    with pytest.raises(PlanError, match="A Conv2D layer gives 1024×1024×512 numbers"):
        Plan(Shape((1024, 1024, 3)), (Conv2D(512),), EncoderOutputCode(), (Conv2D(3),))

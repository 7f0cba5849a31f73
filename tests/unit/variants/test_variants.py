"""The seven variants: the article's architectures, counts and traps, all without TensorFlow."""

import pytest

from ae_workbench.core.corruption import Corruption
from ae_workbench.core.errors import ParameterError, PlanError
from ae_workbench.core.layers import LSTM, Conv2D, Dense, DenseCode, GaussianCode
from ae_workbench.core.parameters import specs
from ae_workbench.core.plan import Plan
from ae_workbench.core.shape import Shape
from ae_workbench.variants import VARIANTS
from ae_workbench.variants.variant import Variant

MNIST = Shape((28, 28, 1))
SHAPES = [MNIST, Shape((32, 32, 1)), Shape((64, 48, 3)), Shape((28, 28, 3)), Shape((7, 5, 1))]
WAVES = Shape((50, 3), "sequence")


def plan(key: str, shape: Shape = MNIST, **parameters: object) -> Plan:
    variant = VARIANTS[key]
    return variant.plan(variant.parameters(**parameters), shape)


def test_the_seven_are_there_in_the_article_s_order() -> None:
    assert VARIANTS.keys == ("simple", "sparse", "deep", "convolutional", "denoising", "sequence", "variational")


@pytest.mark.parametrize(
    ("key", "parameters", "compression"),
    [
        ("simple", 50_992, 24.5),
        ("sparse", 50_992, 24.5),
        ("deep", 222_384, 24.5),
        ("convolutional", 4_385, 6.125),
        ("denoising", 28_353, 0.5),
        ("variational", 404_244, 392.0),
    ],
)
def test_counts_of_the_article_s_models(key: str, parameters: int, compression: float) -> None:
    assert plan(key).parameter_count == parameters
    assert plan(key).compression == compression


@pytest.mark.parametrize("variant", VARIANTS, ids=lambda variant: variant.key)
@pytest.mark.parametrize("shape", SHAPES, ids=str)
def test_every_variant_ends_where_it_began_for_every_image_size(variant: Variant, shape: Shape) -> None:
    made = variant.plan(variant.parameters(), shape)
    assert made.stages[-1].output_dims == shape.dims
    assert made.parameter_count == made.encoder_parameter_count + made.decoder_parameter_count


@pytest.mark.parametrize("variant", VARIANTS, ids=lambda variant: variant.key)
def test_a_variant_is_pure(variant: Variant) -> None:
    assert variant.plan(variant.parameters(), MNIST) == variant.plan(variant.parameters(), MNIST)


@pytest.mark.parametrize("variant", VARIANTS, ids=lambda variant: variant.key)
def test_every_parameter_says_what_it_means(variant: Variant) -> None:
    assert all(spec.label and len(spec.help) > 20 for spec in specs(variant.parameters).values())


@pytest.mark.parametrize("key", sorted(set(VARIANTS.keys) - {"sequence"}))
def test_sequences_are_refused_by_variants_for_images(key: str) -> None:
    with pytest.raises(PlanError, match="takes images, but these data are sequences: the sequence variant takes them"):
        plan(key, WAVES)


def test_the_sequence_variant_takes_sequences_and_reads_images_by_rows() -> None:
    waves, image = plan("sequence", WAVES, code_size=8), plan("sequence", Shape((28, 20, 3)), code_size=8)
    assert (waves.code_dims, waves.loss, waves.stages[-1].output_dims) == ((8,), "mse", (50, 3))
    assert image.stages[0].output_dims == (28, 60)


def test_the_sequence_decoder_ends_in_a_head_that_reaches_the_data_s_range() -> None:
    head = plan("sequence", WAVES).part("decoder")[-1].layer
    assert head == Dense(3, "linear")
    assert Dense(28, "sigmoid") in [stage.layer for stage in plan("sequence").part("decoder")]


def test_the_convolutional_code_is_eight_maps_of_four_by_four() -> None:
    assert plan("convolutional").code_dims == (4, 4, 8)


@pytest.mark.parametrize(("side", "fits"), [(28, True), (44, True), (60, True), (32, False), (30, False)])
def test_the_unpadded_convolution_stays_where_it_fits(side: int, fits: bool) -> None:
    shape = Shape((side, side, 1))
    convolutions = [stage.layer for stage in plan("convolutional", shape).part("decoder") if isinstance(stage.layer, Conv2D)]
    assert [layer.padding for layer in convolutions] == ["same", "same", "valid" if fits else "same", "same"]
    if not fits:
        with pytest.raises(PlanError, match="choose auto or same") as refusal:
            plan("convolutional", shape, last_padding="valid")
        assert refusal.value.field == "last_padding"


def test_ten_e_minus_five_is_a_ten_thousandth_on_the_code() -> None:
    code = plan("sparse").code
    assert isinstance(code, DenseCode)
    assert code.activity_l1 == 1e-4


def test_the_variational_code_is_a_distribution_with_full_weight_on_its_kl() -> None:
    made = plan("variational")
    assert made.code == GaussianCode(2, kl_weight=1.0)
    assert made.stages[0].kind == "Flatten"


@pytest.mark.parametrize("key", ["denoising", "variational"])
def test_dense_and_convolutional_forms(key: str) -> None:
    assert plan(key, form="convolutional").has(Conv2D)
    assert not plan(key, form="dense").has(Conv2D)


def test_only_the_denoiser_corrupts_its_input() -> None:
    assert plan("denoising").corruption == Corruption("gaussian", 0.5)
    assert plan("denoising", noise="masking", noise_amount=0.3).corruption == Corruption("masking", 0.3)
    assert all(plan(key).corruption == Corruption() for key in VARIANTS.keys if key != "denoising")


def test_hidden_layers_are_mirrored_at_any_length() -> None:
    made = plan("deep", hidden=(100, 50, 25, 12))
    units = [stage.layer.units for stage in made.stages if isinstance(stage.layer, Dense)]
    assert units == [100, 50, 25, 12, 12, 25, 50, 100, 784]
    assert plan("deep", hidden=()).parameter_count == plan("simple").parameter_count


def test_stacked_lstms_return_sequences_up_to_the_code() -> None:
    readers = [stage.layer for stage in plan("sequence", WAVES, hidden=(16,), code_size=8).part("encoder")]
    assert readers == [LSTM(16, return_sequences=True), LSTM(8)]


def test_more_pooling_than_the_image_has_pixels_still_comes_back() -> None:
    assert plan("convolutional", Shape((5, 3, 1)), filters=(4, 4, 4, 4)).stages[-1].output_dims == (5, 3, 1)


@pytest.mark.parametrize(
    ("key", "name", "value"),
    [("simple", "code_size", 0), ("deep", "hidden", (0,)), ("convolutional", "filters", ()), ("variational", "kl_weight", -1.0),
     ("denoising", "noise", "fog"), ("denoising", "noise_amount", float("nan")), ("sparse", "activity_l1", 2.0)],
)  # fmt: skip
def test_absurd_parameters_are_refused_at_their_field(key: str, name: str, value: object) -> None:
    with pytest.raises(ParameterError) as refusal:
        plan(key, **{name: value})
    assert refusal.value.field == name

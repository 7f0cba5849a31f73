"""Layer-wise pretraining: the stack is put together exactly, and the claim has two parts."""

from dataclasses import dataclass

import numpy as np
import pytest

from ae_workbench.analysis.experiments.pretraining import MODERN, OLD, SMALL_STD, codes_as_data, fitted, judged, measure, stacked
from ae_workbench.variants.recipes import find_recipe, make_plan, with_settings
from tests.unit.analysis.experiments.labs import PcaLab, PcaModel, blobs

ACTIVATIONS = {"sigmoid": lambda x: 1 / (1 + np.exp(-x)), "relu": lambda x: np.maximum(x, 0)}


@dataclass
class DenseModel(PcaModel):
    """A dense autoencoder in NumPy, with random weights."""

    def encode(self, examples):
        kernel, bias, *_ = self.weights()
        return ACTIVATIONS[self.recipe.parameters.activation](examples.reshape(len(examples), -1) @ kernel + bias).astype(np.float32)


def lab() -> PcaLab:
    return PcaLab(blobs(400), make=lambda recipe, plan, dataset, start: DenseModel(recipe, plan, dataset))


def deep(activation: str):
    return with_settings(find_recipe("deep"), ["hidden=20,10", "code_size=4", f"activation={activation}"])


def run(weights, x, activations):
    for (kernel, bias), activation in zip(zip(weights[::2], weights[1::2], strict=True), activations, strict=True):
        x = ACTIVATIONS[activation](x @ kernel + bias)
    return x


@pytest.mark.parametrize(
    ("old", "modern", "verdict"),
    [(0.4, 0.0, "holds"), (0.4, -0.2, "holds"), (0.4, 0.05, "partly"), (0.005, 0.0, "fails"), (-0.1, 0.3, "fails")],
)
def test_the_verdict_follows_what_pretraining_gains_then_and_now(old, modern, verdict):
    assert judged(old, modern)[0] == verdict


@pytest.mark.parametrize("era", [OLD, MODERN])
def test_the_stack_has_the_weights_of_the_deep_plan_and_the_encoders_of_the_shallow_ones(era):
    made = lab()
    recipe = deep(era.activation)
    weights, seconds = stacked(made, recipe, era)
    assert tuple(array.shape for array in weights) == make_plan(recipe, made.dataset.shape).weight_dims
    assert seconds == pytest.approx(9.0)
    x = made.dataset.scaling.apply(made.dataset.test.examples)
    codes = x
    for shallow, data, _ in made.asked:
        model = DenseModel(shallow, make_plan(shallow, data.shape), data)
        codes = model.encode(codes * data.scaling.scale[0] if codes is not x else codes)
    np.testing.assert_allclose(run(weights[:6], x.reshape(len(x), -1), [era.activation] * 3), codes, rtol=1e-3, atol=1e-5)


def test_sigmoid_decoders_are_taken_over_as_they_are():
    made = lab()
    weights, _ = stacked(made, deep("sigmoid"), OLD)
    for place, (shallow, data, _) in enumerate(reversed(made.asked)):
        kernel, bias = DenseModel(shallow, make_plan(shallow, data.shape), data).weights()[2:]
        np.testing.assert_array_equal(weights[6 + 2 * place], kernel)
        np.testing.assert_array_equal(weights[7 + 2 * place], bias)


def test_each_shallow_one_learns_the_codes_of_the_one_before():
    made = lab()
    stacked(made, deep("relu"), MODERN)
    assert [recipe.parameters.code_size for recipe, _, _ in made.asked] == [20, 10, 4]
    assert [data.shape.dims for _, data, _ in made.asked] == [(12, 12, 1), (1, 20, 1), (1, 10, 1)]
    assert all(start is None for _, _, start in made.asked)


def test_old_networks_start_from_small_random_kernels_and_no_bias():
    made = lab()
    stacked(made, deep("sigmoid"), OLD)
    for recipe, data, start in made.asked:
        assert tuple(array.shape for array in start) == make_plan(recipe, data.shape).weight_dims
        assert start[0].std() == pytest.approx(SMALL_STD, rel=0.3)
        assert not start[1].any()


def test_codes_become_data_between_0_and_1_and_keep_their_numbers():
    codes = np.random.default_rng(0).random((8, 5), dtype=np.float32) * 7
    data = codes_as_data(codes[:6], codes[6:])
    seen = data.scaling.apply(data.train.examples)
    assert seen.min() >= 0 and seen.max() == pytest.approx(1)
    np.testing.assert_allclose(seen.reshape(6, 5) / data.scaling.scale[0], codes[:6], rtol=1e-5)
    assert codes_as_data(codes[:6] / 7, codes[6:]).scaling.scale == (1.0,)


def test_least_squares_find_the_layer_that_made_the_numbers():
    rng = np.random.default_rng(0)
    codes, kernel, bias = rng.random((50, 4), dtype=np.float32), rng.random((4, 3), dtype=np.float32), rng.random(3, dtype=np.float32)
    found = fitted(codes, codes @ kernel + bias)
    np.testing.assert_allclose(found[0], kernel, atol=1e-3)
    np.testing.assert_allclose(found[1], bias, atol=1e-3)


def test_the_gain_is_over_the_better_one_from_scratch():
    """From scratch in twice the epochs is as good as pretrained, so pretraining gains nothing."""

    def make(recipe, plan, dataset, start):
        is_long = recipe.training.epochs > find_recipe("deep").training.epochs
        old = recipe.parameters.activation == "sigmoid"
        error = 0.1 if is_long or (recipe.variant == "deep" and start is not None and start[1].any()) else 0.2
        return DenseModel(recipe, plan, dataset, (0.3, 0.25 if old and is_long else error))

    findings = measure(PcaLab(blobs(400), make=make))
    assert findings.verdict == "holds"
    rows = {(row[0], row[1]): row[3] for row in findings.tables[0].rows}
    assert rows[OLD.name, "after pretraining"] == 0.1
    assert rows[MODERN.name, "twice as long from scratch"] == 0.1
    assert len(findings.numbers) == 6

"""Numbers that are zero in most examples are left out of the first layer, and nobody can tell from the results."""

from dataclasses import replace

import keras
import numpy as np
import pytest
import tensorflow as tf
from numpy.typing import NDArray

from ae_workbench.core.plan import Plan
from ae_workbench.core.recipe import Training
from ae_workbench.core.shape import Shape
from ae_workbench.data.dataset import Dataset, Scaling, Split
from ae_workbench.engine import sparse_inputs
from ae_workbench.engine.autoencoder import Autoencoder
from ae_workbench.engine.build import build
from ae_workbench.engine.feed import Feed
from ae_workbench.engine.optimizer_state import get_state, set_state
from ae_workbench.engine.optimizers import make_optimizer
from ae_workbench.engine.reuse import compiled_model, forget_models
from ae_workbench.engine.sparse_inputs import SparseInputs, find_sparse_inputs, sufficing_last
from ae_workbench.variants import VARIANTS

BATCH = 67
COUNT = 5 * BATCH + 41  # more than half a batch is left over
SIZE = 28 * 28


def plan_of(key: str = "deep", shape: Shape | None = None, **parameters: object) -> Plan:
    return VARIANTS[key].plan(VARIANTS[key].parameters(**parameters), shape or Shape((28, 28, 1)))


@pytest.fixture
def drawn(digits: Dataset) -> Dataset:
    """Digits whose test examples have ink where no training example has."""
    test = digits.test.examples[:80].copy()
    test[:, :2, :2] = 200
    return Dataset("drawn", digits.shape, digits.train.first(COUNT), Split(test))


@pytest.fixture
def inputs(drawn: Dataset) -> SparseInputs:
    found = find_sparse_inputs(plan_of(), drawn, BATCH)
    assert found is not None
    return found


def trained(plan: Plan, data: Dataset, inputs: SparseInputs | None, optimizer: str = "adam") -> tuple[Autoencoder, dict]:
    model = Autoencoder(plan, 5, inputs)
    model.compile(make_optimizer(Training(optimizer=optimizer, learning_rate=0.003), 10))
    with Feed(data.train, BATCH, data.scaling, 5, inputs) as train, Feed(data.test, 64, data.scaling, inputs=inputs) as test:
        model.feed(train, test)
        return model, model.fit_epochs(0, 2).history


@pytest.mark.parametrize("optimizer", ["adam", "nadam", "adadelta", "rmsprop", "sgd"])
@pytest.mark.parametrize("key", ["deep", "variational"])
def test_epochs_learn_what_those_of_whole_examples_do(drawn: Dataset, inputs: SparseInputs, key: str, optimizer: str) -> None:
    plan = plan_of(key)
    sparse, history = trained(plan, drawn, inputs, optimizer)
    whole, expected = trained(plan, drawn, None, optimizer)
    assert history == {name: pytest.approx(values, rel=1e-4) for name, values in expected.items()}
    weights = [model.networks.get_weights() for model in (sparse, whole)]
    states = [get_state(model.optimizer, model.networks) for model in (sparse, whole)]
    for ours, theirs in (*zip(*weights, strict=True), *zip(*states, strict=True)):
        np.testing.assert_allclose(ours, theirs, rtol=1e-3, atol=5e-4)


def test_epochs_equal_those_of_plain_fit(drawn: Dataset, inputs: SparseInputs) -> None:
    plan = plan_of("simple", code_size=70)
    model, history = trained(plan, drawn, inputs)
    plain = build(plan, 5)
    loss = lambda x, y: keras.ops.mean(keras.losses.binary_crossentropy(x, y))  # noqa: E731
    plain.whole.compile(make_optimizer(Training(learning_rate=0.003), 10), loss=loss)
    examples = drawn.scaling.apply(drawn.train.examples)
    for epoch, found in enumerate(history["loss"], 1):
        x = examples[np.random.default_rng((5, epoch)).permutation(len(examples))]
        assert plain.whole.fit(x, x, batch_size=BATCH, shuffle=False, verbose=0).history["loss"] == [pytest.approx(found, rel=1e-4)]
    for ours, theirs in zip(model.networks.get_weights(), plain.get_weights(), strict=True):
        np.testing.assert_allclose(ours, theirs, atol=3e-4)
    shown = drawn.scaling.apply(drawn.test.examples)
    assert history["val_loss"][-1] == pytest.approx(plain.whole.evaluate(shown, shown, verbose=0), rel=1e-4)


def test_weights_begin_and_are_kept_as_without_them(inputs: SparseInputs) -> None:
    plan = plan_of("variational")
    networks, plain = build(plan, 3, merges=True, inputs=inputs), build(plan, 3)
    for ours, theirs in zip(networks.get_weights(), plain.get_weights(), strict=True):
        np.testing.assert_array_equal(ours, theirs)
    other = build(plan, 4).get_weights()
    networks.set_weights(other)
    for ours, theirs in zip(networks.get_weights(), other, strict=True):
        np.testing.assert_array_equal(ours, theirs)
    with pytest.raises(ValueError, match="don't belong to this plan"):
        networks.set_weights(build(plan_of()).get_weights())


@pytest.mark.parametrize(
    ("key", "optimizer"), [("deep", "adam"), ("variational", "adam"), ("variational", "nadam"), ("deep", "rmsprop"), ("deep", "sgd")]
)
def test_an_optimizer_goes_on_with_the_state_of_one_without_them(inputs: SparseInputs, key: str, optimizer: str) -> None:
    rng = np.random.default_rng(0)
    plan = plan_of(key)
    state = None
    for given in (None, inputs, None):
        model = Autoencoder(plan, 0, given)
        model.compile(make_optimizer(Training(optimizer=optimizer), 10))
        model.optimizer.build(model.networks.variables)
        if state is None:
            assert len(get_state(model.optimizer, model.networks)) == len(model.optimizer.variables)
            state = [np.asarray(rng.random(array.shape), array.dtype) for array in get_state(model.optimizer, model.networks)]
            for array in state:
                if array.shape == plan.weight_dims[0]:
                    array[inputs.order[inputs.used :]] = 0  # what is never used has no momentum
        set_state(model.optimizer, model.networks, state)
        found = get_state(model.optimizer, model.networks)
        assert len(found) == len(state)
        for ours, theirs in zip(found, state, strict=True):
            np.testing.assert_array_equal(ours, theirs)
        for wrong in (state[:-1], [*state[:-1], np.zeros((2, 3))]):
            with pytest.raises(ValueError, match="doesn't belong to this model"):
                set_state(model.optimizer, model.networks, wrong)


def test_numbers_are_put_in_order_and_back(inputs: SparseInputs, drawn: Dataset) -> None:
    kernel = np.random.default_rng(0).random((SIZE, 3), np.float32)
    np.testing.assert_array_equal(inputs.together(*inputs.apart(kernel)), kernel)
    seen = inputs.seen(drawn.train)
    flat = seen.inputs.reshape(len(seen), -1)
    assert not flat[:, inputs.used :].any() and not flat[inputs.suffices, inputs.common :].any()
    assert flat[~inputs.suffices, inputs.common :].any(axis=1).all()
    np.testing.assert_array_equal(np.sort(flat, axis=1), np.sort(drawn.train.examples.reshape(len(seen), -1), axis=1))
    assert seen.examples is drawn.train.examples
    assert inputs.suffices.mean() > 0.5


@pytest.mark.parametrize("batch", [8, 9, 64])
@pytest.mark.parametrize("left", [0, 1, 3, 7])
@pytest.mark.parametrize("share", [0.6, 0.9, 1.0])
def test_each_batch_ends_with_examples_that_suffice(batch: int, left: int, share: float) -> None:
    rng = np.random.default_rng(batch + left)
    count = 12 * batch + left
    suffices = np.arange(count) < share * count
    for order in (rng.permutation(count), np.arange(count)[::-1]):
        found, rows = sufficing_last(order, suffices, batch)
        assert sorted(found) == list(range(count))
        for start in range(0, count, batch):
            here = slice(start, min(start + batch, count))
            assert suffices[found[here][batch // 2 :]].all()
            assert sorted(rows[here]) == list(range(here.stop - start))
            stayed = np.isin(found[here], order[here])
            assert (order[here][rows[here]] == found[here])[stayed].all()


def test_only_crowded_batches_swap_examples() -> None:
    suffices = np.ones(40, bool)
    suffices[:6] = False
    order = np.arange(40)  # the first batch of ten has six that don't suffice, one too many
    batches = sufficing_last(order, suffices, 10)[0].reshape(4, 10)
    moved = [set(batch) - set(range(10 * i, 10 * i + 10)) for i, batch in enumerate(batches)]
    assert sorted(map(len, moved)) == [0, 0, 1, 1]


def with_margins(count: int = 300, dims: tuple[int, ...] = (28, 28, 1)) -> NDArray:
    examples = np.zeros((count, *dims), np.uint8)
    examples[:, 6:22, 6:22] = np.random.default_rng(0).integers(1, 255, (count, 16, 16, 1))
    return examples


def found_for(examples: NDArray, plan: Plan | None = None, scaling: Scaling | None = None, batch: int = 128) -> SparseInputs | None:
    shape = Shape(examples.shape[1:])
    data = Dataset("made", shape, Split(examples), Split(examples), scaling=scaling or Scaling())
    return find_sparse_inputs(plan or plan_of(shape=shape), data, batch)


def test_margins_that_are_never_used_are_left_out() -> None:
    found = found_for(with_margins())
    assert found is not None and (found.common, found.used) == (256, 256)
    data = Dataset("margins", Shape((28, 28, 1)), Split(with_margins()), Split(with_margins()))
    _, history = trained(plan_of(), data, found)
    assert history["loss"][1] < history["loss"][0]


def test_nothing_is_left_out_where_it_would_not_hold_or_not_gain() -> None:
    examples = with_margins()
    assert found_for(np.full((300, 28, 28, 1), 9, np.uint8)) is None
    assert found_for(np.zeros((300, 28, 28, 1), np.uint8)) is None
    assert found_for(examples, scaling=Scaling((0.5,), (1.0,))) is None, "zero isn't what the model sees"
    assert found_for(examples, plan_of("denoising", form="convolutional")) is None
    assert found_for(examples, replace(plan_of(), corruption=plan_of("denoising").corruption)) is None
    assert found_for(examples, plan_of("convolutional")) is None
    assert found_for(examples, plan_of("sequence")) is None
    assert found_for(examples, plan_of("simple")) is None, "narrow"
    assert found_for(examples, batch=64) is None, "not computed in halves"
    pairs = Dataset("pairs", Shape((28, 28, 1)), Split(examples, noisy=examples + 1), Split(examples))
    assert find_sparse_inputs(plan_of(), pairs, 128) is None


def test_nothing_is_left_out_where_examples_would_take_too_much_memory_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    examples = with_margins()
    monkeypatch.setattr(sparse_inputs, "MOST_BYTES", 2 * examples.nbytes)
    assert found_for(examples) is not None
    monkeypatch.setattr(sparse_inputs, "MOST_BYTES", 2 * examples.nbytes - 1)
    assert found_for(examples) is None


def test_data_in_turns_are_sampled_at_random(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every second example is a full one: an even stride would see none of them, and crowd half of all batches."""
    monkeypatch.setattr(sparse_inputs, "SAMPLE", 200)
    examples = with_margins(400)
    examples[1::2] = 9
    assert found_for(examples) is None


def test_compiled_steps_are_used_again_for_other_data_of_the_same_sizes(digits: Dataset) -> None:
    plan, training = plan_of(), Training(epochs=1, batch_size=BATCH, seed=5, learning_rate=0.003)
    forget_models()
    histories, models = [], []
    for first in (0, 700, 700):
        if len(models) == 2:
            forget_models()  # made anew, to compare with
        examples = digits.train.examples[first : first + COUNT]
        data = Dataset("part", digits.shape, Split(examples), Split(digits.test.examples[:80]))
        inputs = find_sparse_inputs(plan, data, BATCH)
        assert inputs is not None
        inputs = replace(inputs, common=448, used=512, suffices=~examples.reshape(COUNT, -1)[:, inputs.order[448:]].any(1))
        with (
            Feed(data.train, BATCH, data.scaling, 5, inputs) as train,
            Feed(data.test, 64, data.scaling, inputs=inputs) as test,
            compiled_model(plan, training, train, test, tf.distribute.get_strategy(), inputs) as model,
        ):
            model.optimizer.build(model.networks.variables)
            histories.append(model.fit_epochs(0, 1).history)
            models.append(model)
    assert models[0] is models[1] and models[1] is not models[2]
    assert histories[1] == {name: pytest.approx(values, rel=1e-6) for name, values in histories[2].items()}
    assert histories[0] != histories[1]

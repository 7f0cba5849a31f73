"""Numbers that are zero in most examples are left out of the first layer, and nobody can tell from the results."""

from dataclasses import replace

import keras
import numpy as np
import pytest
from numpy.typing import NDArray

from ae_workbench.core.plan import Plan
from ae_workbench.core.recipe import Training
from ae_workbench.core.shape import Shape
from ae_workbench.data.dataset import Dataset, Scaling, Split
from ae_workbench.engine.autoencoder import Autoencoder
from ae_workbench.engine.build import build
from ae_workbench.engine.feed import Feed
from ae_workbench.engine.optimizer_state import get_state, set_state
from ae_workbench.engine.optimizers import make_optimizer
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


def trained(plan: Plan, data: Dataset, optimizer: str, inputs: SparseInputs | None, epochs: int = 2) -> tuple[Autoencoder, dict]:
    """After epochs in the order that ``inputs`` have, or of the data as they are."""
    model = Autoencoder(plan, 5, inputs)
    model.compile(make_optimizer(Training(optimizer=optimizer, learning_rate=0.01), 10))
    seed = None if inputs is None else 5
    with Feed(data.train, BATCH, data.scaling, seed, inputs) as train, Feed(data.test, 64, data.scaling, inputs=inputs) as test:
        model.feed(train, test)
        return model, model.fit_epochs(0, epochs).history


def in_order(data: Dataset, inputs: SparseInputs) -> Dataset:
    """Training examples as the first epoch from the seed 5 takes them."""
    order = np.random.default_rng((5, 1)).permutation(len(data.train))
    return replace(data, train=Split(data.train.examples[sufficing_last(order, inputs.suffices, BATCH)]))


@pytest.mark.parametrize("optimizer", ["adam", "nadam", "adadelta", "rmsprop", "sgd"])
def test_an_epoch_learns_what_one_of_whole_examples_does(drawn: Dataset, inputs: SparseInputs, optimizer: str) -> None:
    plan = plan_of()
    sparse, history = trained(plan, drawn, optimizer, inputs, 1)
    whole, expected = trained(plan, in_order(drawn, inputs), optimizer, None, 1)
    assert history == {name: pytest.approx(values, rel=1e-4) for name, values in expected.items()}
    for ours, theirs in zip(sparse.networks.get_weights(), whole.networks.get_weights(), strict=True):
        np.testing.assert_allclose(ours, theirs, atol=3e-4)
    found, state = (get_state(model.optimizer, model.networks) for model in (sparse, whole))
    assert [array.shape for array in found] == [array.shape for array in state]
    for ours, theirs in zip(found, state, strict=True):
        np.testing.assert_allclose(ours, theirs, atol=1e-4)


def test_an_epoch_equals_plain_fit(drawn: Dataset, inputs: SparseInputs) -> None:
    plan = plan_of("simple", code_size=70)
    model, history = trained(plan, drawn, "adam", inputs, 1)
    plain = build(plan, 5)
    loss = lambda x, y: keras.ops.mean(keras.losses.binary_crossentropy(x, y))  # noqa: E731
    plain.whole.compile(make_optimizer(Training(learning_rate=0.01), 10), loss=loss)
    x = drawn.scaling.apply(in_order(drawn, inputs).train.examples)
    found = plain.whole.fit(x, x, batch_size=BATCH, shuffle=False, verbose=0).history["loss"]
    assert history["loss"] == pytest.approx(found, rel=1e-4)
    for ours, theirs in zip(model.networks.get_weights(), plain.get_weights(), strict=True):
        np.testing.assert_allclose(ours, theirs, atol=3e-4)
    shown = drawn.scaling.apply(drawn.test.examples)
    assert history["val_loss"] == [pytest.approx(plain.whole.evaluate(shown, shown, verbose=0), rel=1e-4)]


def test_a_variational_plan_learns_what_it_does_with_whole_examples(drawn: Dataset, inputs: SparseInputs) -> None:
    plan = plan_of("variational")
    _, history = trained(plan, drawn, "adam", inputs, 6)
    _, expected = trained(plan, in_order(drawn, inputs), "adam", None, 6)
    assert history["loss"][0] == pytest.approx(expected["loss"][0], rel=0.02)
    assert history["val_loss"][-1] == pytest.approx(expected["val_loss"][-1], rel=0.05)  # their noise isn't the same


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
        with pytest.raises(ValueError, match="zip"):
            set_state(model.optimizer, model.networks, state[:-1])


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
        found = sufficing_last(order, suffices, batch)
        assert sorted(found) == list(range(count))
        for start in range(0, count, batch):
            assert suffices[found[start : start + batch][batch // 2 :]].all()


def test_only_crowded_batches_swap_examples() -> None:
    suffices = np.ones(40, bool)
    suffices[:6] = False
    order = np.arange(40)  # the first batch of ten has six that don't suffice, one too many
    batches = sufficing_last(order, suffices, 10).reshape(4, 10)
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
    _, history = trained(plan_of(), data, "adam", found)
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


def test_inputs_of_other_data_are_of_another_kind(inputs: SparseInputs) -> None:
    assert inputs.key == replace(inputs, suffices=~inputs.suffices).key
    assert inputs.key != replace(inputs, order=inputs.order[::-1]).key
    assert inputs.key != replace(inputs, common=inputs.common - 1).key

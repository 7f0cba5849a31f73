"""The fused steps do what plain Keras does, and the losses are what they are called."""

import keras
import numpy as np
import pytest
import tensorflow as tf

from ae_workbench.core.recipe import Training
from ae_workbench.core.shape import Shape
from ae_workbench.data.dataset import Dataset, Scaling, Split
from ae_workbench.engine import halves
from ae_workbench.engine.autoencoder import Autoencoder
from ae_workbench.engine.build import build
from ae_workbench.engine.feed import Feed
from ae_workbench.engine.halves import ROWS_SUMMED_AT_ONCE
from ae_workbench.engine.optimizers import make_optimizer
from ae_workbench.variants import VARIANTS

BATCH = 48
IN_HALVES = 2 * ROWS_SUMMED_AT_ONCE + 3


def model_of(key: str, dataset: Dataset, batch_size: int = BATCH, training: Training | None = None, **parameters: object) -> Autoencoder:
    variant = VARIANTS[key]
    model = Autoencoder(variant.plan(variant.parameters(**parameters), dataset.shape), seed=5)
    model.feed(Feed(dataset.train, batch_size, dataset.scaling, seed=5), Feed(dataset.test, 100, dataset.scaling))
    model.compile(make_optimizer(training or Training(learning_rate=0.003), 10))
    return model


def fit(model: Autoencoder, epochs: int = 1) -> dict[str, list[float]]:
    train, test = model._feeds
    with train, test:
        return model.fit_epochs(0, epochs).history


def small(digits: Dataset, count: int) -> Dataset:
    return Dataset("small", digits.shape, digits.train.first(count), digits.test.first(50))


@pytest.mark.parametrize(
    ("key", "optimizer", "batch_size"),
    [
        ("simple", "adam", BATCH),
        ("sparse", "rmsprop", IN_HALVES),
        ("deep", "adadelta", IN_HALVES),
        ("deep", "nadam", BATCH),
        ("convolutional", "adam", BATCH),
        ("sequence", "sgd", BATCH),
    ],
)
def test_an_epoch_of_fused_steps_equals_plain_fit(digits: Dataset, key: str, optimizer: str, batch_size: int) -> None:
    data = small(digits, 5 * batch_size + 7)
    training = Training(optimizer=optimizer, learning_rate=0.01)
    model = model_of(key, data, batch_size, training)
    plain = build(model.plan, seed=5)
    if model.plan.activity_l1:
        plain.layers[0].activity_regularizer = keras.regularizers.L1(model.plan.activity_l1)
    plain.whole.compile(make_optimizer(training, 10), loss=lambda x, y: keras.ops.mean(keras.losses.binary_crossentropy(x, y)))
    order = np.random.default_rng((5, 1)).permutation(len(data.train))
    x = data.scaling.apply(data.train.examples[order])
    expected = plain.whole.fit(x, x, batch_size=batch_size, shuffle=False, verbose=0).history["loss"][0]
    history = fit(model)
    assert history["loss"][0] == pytest.approx(expected, rel=1e-4)
    for ours, theirs in zip(model.networks.get_weights(), plain.get_weights(), strict=True):
        np.testing.assert_allclose(ours, theirs, atol=3e-4)


def test_a_batch_in_halves_is_drawn_and_learned_from_as_a_whole_one_is(digits: Dataset, monkeypatch: pytest.MonkeyPatch) -> None:
    data = small(digits, 3 * IN_HALVES + 40)
    in_halves = model_of("variational", data, IN_HALVES)
    history = fit(in_halves)
    monkeypatch.setattr(halves, "ROWS_SUMMED_AT_ONCE", IN_HALVES)
    whole = model_of("variational", data, IN_HALVES)
    assert fit(whole) == {name: pytest.approx(values, rel=1e-4) for name, values in history.items()}
    for ours, theirs in zip(in_halves.networks.get_weights(), whole.networks.get_weights(), strict=True):
        np.testing.assert_allclose(ours, theirs, atol=3e-4)


def test_metrics_are_means_over_all_examples_whatever_the_last_batch(digits: Dataset) -> None:
    frozen = Training(optimizer="sgd", learning_rate=1e-7)
    small_batches = fit(model_of("sparse", small(digits, 101), 10, frozen))
    one_batch = fit(model_of("sparse", small(digits, 101), 101, frozen))
    for name in ("loss", "reconstruction", "penalty", "val_loss"):
        assert small_batches[name][0] == pytest.approx(one_batch[name][0], rel=1e-4)


def test_the_penalty_is_a_sum_over_units_and_a_mean_over_images(digits: Dataset) -> None:
    data = small(digits, 60)
    model = model_of("sparse", data, 60, Training(optimizer="sgd", learning_rate=1e-7), activity_l1=0.01)
    codes = model.networks.encoder(data.scaling.apply(data.train.examples)).numpy()
    history = fit(model)
    assert history["penalty"][0] == pytest.approx(0.01 * np.abs(codes).sum(axis=1).mean(), rel=1e-4)
    assert history["loss"][0] == pytest.approx(history["reconstruction"][0] + history["penalty"][0], rel=1e-5)


def test_the_variational_loss_is_in_nats_per_image(digits: Dataset) -> None:
    data = small(digits, 60)
    model = model_of("variational", data, 60, Training(optimizer="sgd", learning_rate=1e-7), kl_weight=3.0)
    z_mean, z_log_var = (t.numpy() for t in model.networks.posterior(data.scaling.apply(data.train.examples)))
    kl = 0.5 * (np.exp(z_log_var) + z_mean**2 - 1 - z_log_var).sum(axis=1).mean()
    history = fit(model)
    assert history["kl"][0] == pytest.approx(kl, rel=1e-3)
    assert history["reconstruction_nats"][0] == pytest.approx(784 * history["reconstruction"][0], rel=1e-5)
    assert history["loss"][0] == pytest.approx(history["reconstruction_nats"][0] + 3 * history["kl"][0], rel=1e-5)


def test_sequences_are_judged_by_squared_error_in_standard_units() -> None:
    raw = np.random.default_rng(0).normal(10, 4, (64, 9, 2)).astype(np.float32)
    data = Dataset("noise", Shape((9, 2), "sequence"), Split(raw), Split(raw), scaling=Scaling((10.0, 10.0), (0.25, 0.25)))
    model = model_of("sequence", data, 64, Training(optimizer="sgd", learning_rate=1e-7))
    x = data.scaling.apply(raw)
    expected = np.square(x - model.networks.whole(x).numpy()).mean()
    assert fit(model)["val_loss"][0] == pytest.approx(expected, rel=1e-3)


def test_noise_is_fresh_in_every_step_and_fixed_in_validation(digits: Dataset) -> None:
    data = Dataset("same", digits.shape, Split(np.repeat(digits.train.examples[:1], 40, axis=0)), digits.test.first(40))
    training = Training(optimizer="sgd", learning_rate=1e-7)
    history = fit(model_of("denoising", data, 10, training, filters=(4,), noise_amount=0.5), epochs=2)
    assert history["loss"][0] != history["loss"][1]
    assert history["val_loss"][0] == pytest.approx(history["val_loss"][1], rel=1e-5)


@pytest.mark.parametrize("kind", ["gaussian", "salt_and_pepper", "masking"])
def test_corruption_in_the_graph_has_the_strength_it_says(kind: str) -> None:
    from ae_workbench.core.corruption import Corruption
    from ae_workbench.engine.randomness import corrupt, stream_seeds

    grey = tf.fill((20, 28, 28, 1), 0.5)
    noisy = corrupt(grey, Corruption(kind, 0.2), seeds=stream_seeds(3), step=tf.constant(1)).numpy()  # type: ignore[arg-type]
    changed = (noisy != 0.5).mean()
    expected = {"gaussian": 1.0, "salt_and_pepper": 0.2, "masking": 0.2}[kind]
    assert changed == pytest.approx(expected, abs=0.02)
    assert noisy.min() >= 0 and noisy.max() <= 1
    if kind == "gaussian":
        assert noisy.std() == pytest.approx(0.2, abs=0.01)
    if kind == "salt_and_pepper":
        assert (noisy == 1).mean() == pytest.approx(0.1, abs=0.01)


def test_memory_mapped_images_train_as_those_in_memory_do(digits: Dataset, tmp_path: object) -> None:
    np.save(f"{tmp_path}/images.npy", digits.train.examples[:120])
    mapped = np.load(f"{tmp_path}/images.npy", mmap_mode="r")
    data = Dataset("mapped", digits.shape, Split(mapped), digits.test.first(50))
    assert fit(model_of("simple", data))["val_loss"] == pytest.approx(fit(model_of("simple", small(digits, 120)))["val_loss"])

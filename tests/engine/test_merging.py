"""Merged layers give what Keras's own give one after the other, and so do their gradients."""

import keras
import numpy as np
import pytest
import tensorflow as tf

from ae_workbench.core.layers import Conv2D, MaxPool2D, UpSampling2D
from ae_workbench.core.shape import Shape
from ae_workbench.engine.build import build
from ae_workbench.engine.convolutions import PooledConv2D, UpSampledConv2D
from ae_workbench.engine.gaussian import GaussianHeads
from ae_workbench.engine.merging import merged
from ae_workbench.engine.recurrence import HoistedLSTM, RepeatedLSTM
from ae_workbench.variants import VARIANTS

CONVOLUTIONS, RECURRENCES, HEADS = {PooledConv2D, UpSampledConv2D}, {HoistedLSTM, RepeatedLSTM}, {GaussianHeads}
CASES = [
    ("convolutional", {}, (28, 28, 1), CONVOLUTIONS),
    ("convolutional", {"kernel_size": 5, "filters": (4, 3)}, (26, 30, 3), CONVOLUTIONS),
    ("convolutional", {"activation": "leaky_relu"}, (17, 19, 1), {PooledConv2D}),
    ("denoising", {}, (28, 28, 1), CONVOLUTIONS),
    ("variational", {"form": "convolutional", "filters": (4, 6), "code_size": 3}, (32, 24, 3), CONVOLUTIONS | HEADS),
    ("variational", {}, (28, 28, 1), HEADS),
    ("variational", {"code_size": 7}, (9, 8, 3), HEADS),
    ("sequence", {}, (28, 28, 1), RECURRENCES),
    ("sequence", {"hidden": (7, 5), "code_size": 6}, (9, 2), RECURRENCES),
]


def outputs_and_gradients(networks, x):
    with tf.GradientTape() as tape:
        if networks.posterior:
            z_mean, z_log_var = networks.posterior(x)
            code = z_mean + tf.exp(0.5 * z_log_var)
        else:
            code = networks.encoder(x)
        logits = networks.decoder_logits(code)
        loss = tf.reduce_mean(tf.nn.sigmoid_cross_entropy_with_logits(x, logits))
    variables = networks.variables
    gradients = tape.gradient(loss, variables)
    return logits.numpy(), [gradient.numpy() for gradient in gradients]


@pytest.mark.parametrize(("key", "changes", "dims", "classes"), CASES)
def test_a_merged_network_equals_the_plain_one(key, changes, dims, classes) -> None:
    plan = VARIANTS[key].plan(VARIANTS[key].parameters(**changes), Shape(dims, "image" if len(dims) == 3 else "sequence"))
    plain, fast = build(plan, 3), build(plan, 3, merges=True)
    kinds = {type(layer) for model in (fast.encoder, fast.decoder_logits) for layer in model.layers}
    assert classes <= kinds
    x = np.random.default_rng(0).random((5, *dims), np.float32)
    (a, da), (b, db) = outputs_and_gradients(plain, x), outputs_and_gradients(fast, x)
    assert b.shape == a.shape
    np.testing.assert_allclose(b, a, atol=2e-5)
    assert len(da) == len(db) == len(plan.weight_dims)
    for one, other in zip(da, db, strict=True):
        np.testing.assert_allclose(other, one, atol=2e-5 * max(1.0, float(np.abs(one).max())))


@pytest.mark.parametrize("padding", ["same", "valid"])
@pytest.mark.parametrize("size", [2, 3, 4, 5])
def test_folded_up_sampling_suits_every_kernel_and_padding(size, padding) -> None:
    x = np.random.default_rng(1).random((2, 6, 7, 3), np.float32)
    plain = keras.Sequential([keras.layers.UpSampling2D(2), keras.layers.Conv2D(2, size, padding=padding)])
    fast = UpSampledConv2D(2, size, padding=padding)
    plain(x), fast(x)
    fast.set_weights(plain.get_weights())
    assert fast(x).shape == fast.compute_output_shape(x.shape)
    np.testing.assert_allclose(fast(x), plain(x), atol=1e-5)


def test_only_pairs_that_gain_are_merged() -> None:
    unlike = [Conv2D(8, activation="silu"), MaxPool2D(), UpSampling2D(), Conv2D(32), Conv2D(8)]
    assert merged(unlike) == unlike  # silu isn't monotone: its greatest value need not be that of the greatest input

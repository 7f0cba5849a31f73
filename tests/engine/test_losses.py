"""Errors and their slopes are those of TensorFlow, however certain a model is."""

import numpy as np
import pytest
import tensorflow as tf

from ae_workbench.engine.losses import errors

THEIRS = {
    "bce": lambda x, logits: tf.nn.sigmoid_cross_entropy_with_logits(labels=x, logits=logits),
    "mse": lambda x, logits: tf.math.squared_difference(x, logits),
}


@pytest.mark.parametrize("loss", THEIRS)
@pytest.mark.parametrize("scale", [1, 30])
def test_sums_and_slopes_are_those_of_tensorflow(loss: str, scale: float) -> None:
    rng = np.random.default_rng(0)
    x = tf.constant(rng.random((5, 7, 3)), tf.float32)
    logits = tf.constant(scale * rng.standard_normal((5, 7, 3)), tf.float32)
    with tf.GradientTape() as tape:
        tape.watch(logits)
        expected = tf.reduce_sum(THEIRS[loss](x, logits), [1, 2])
    sums, slope = errors(loss, x, logits)
    np.testing.assert_allclose(sums, expected, rtol=1e-5)
    np.testing.assert_allclose(slope, tape.gradient(expected, logits), rtol=1e-5, atol=1e-6)


def test_the_cross_entropy_of_each_number_is_as_near_as_floats_are() -> None:
    logits = np.linspace(-100, 100, 20_001, dtype=np.float32)
    for wanted in (0.0, 0.3, 1.0):
        x = np.full_like(logits, wanted)
        exact = np.logaddexp(0, logits.astype(np.float64)) - logits * x.astype(np.float64)
        sums, _ = errors("bce", tf.constant(x[:, None]), tf.constant(logits[:, None]))
        np.testing.assert_allclose(sums, exact, rtol=6e-7, atol=6e-7)

"""Random numbers inside compiled steps: each draw is a pure function of (seed, stream, step), so a resumed run draws the same."""

from collections.abc import Callable
from typing import Any

import tensorflow as tf

from ae_workbench.core.corruption import Corruption

Tensor = Any
EPSILON, NOISE, WHERE = range(3)


def stream_seeds(seed: int) -> Tensor:
    """A number for each of the three streams, int64 (3,)."""
    return tf.constant([seed * 3 + stream & 0x7FFFFFFF for stream in (EPSILON, NOISE, WHERE)], tf.int64)


def _step_seed(seeds: Tensor, stream: int, step: Tensor) -> Tensor:
    """Seed of one draw, int64 (2,)."""
    return tf.stack([seeds[stream], tf.cast(step, tf.int64)])


def normal(shape: Tensor, seeds: Tensor, stream: int, step: Tensor) -> Tensor:
    """Standard normal numbers, float32."""
    return _drawn(tf.random.stateless_normal, shape, _step_seed(seeds, stream, step))


def _drawn(draw: Callable[[Tensor, Tensor], Tensor], shape: Tensor, seed: Tensor) -> Tensor:
    """Numbers of this shape. A device that has a share of a batch gets its part of what is drawn for the whole batch."""
    context = tf.distribute.get_replica_context()
    if context.num_replicas_in_sync == 1:
        return draw(shape, seed)
    rows = shape[0]
    whole = draw(tf.concat([[rows * context.num_replicas_in_sync], shape[1:]], 0), seed)
    first = context.replica_id_in_sync_group * rows
    return whole[first : first + rows]


def corrupt(x: Tensor, corruption: Corruption, seeds: Tensor, step: Tensor) -> Tensor:
    """``x`` (n, …) in [0, 1] with fresh noise, clipped to [0, 1]; the in-graph form of ``data.corruption.corrupt``."""
    if corruption.kind == "none" or corruption.amount == 0:
        return x
    if corruption.kind == "gaussian":
        return tf.clip_by_value(x + corruption.amount * normal(tf.shape(x), seeds, NOISE, step), 0.0, 1.0)
    hit = _drawn(tf.random.stateless_uniform, tf.shape(x), _step_seed(seeds, WHERE, step))
    if corruption.kind == "masking":
        return tf.where(hit < corruption.amount, 0.0, x)
    return tf.where(hit < corruption.amount / 2, 0.0, tf.where(hit < corruption.amount, 1.0, x))

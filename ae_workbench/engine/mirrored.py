"""One model on several devices of this computer: each takes its share of every batch, and all take the same step."""

from collections.abc import Callable
from typing import Any

import tensorflow as tf

from ae_workbench.core.plan import Plan
from ae_workbench.engine.autoencoder import Autoencoder, Step
from ae_workbench.engine.session import Devices
from ae_workbench.engine.sparse_inputs import SparseInputs

Tensor = Any


def strategy_for(devices: Devices) -> tf.distribute.Strategy:
    """TensorFlow's usual strategy, or one over all GPUs (without any: all processors that it knows) where there are several."""
    names = [device.name for device in tf.config.list_logical_devices("GPU") or tf.config.list_logical_devices("CPU")]
    if devices == "one" or len(names) < 2:
        return tf.distribute.get_strategy()
    # TensorFlow 2.21's own choice mixes up the gradients of several variables that are exchanged within a loop.
    return tf.distribute.MirroredStrategy(names, tf.distribute.ReductionToOneDevice())


def make_autoencoder(plan: Plan, seed: int, strategy: tf.distribute.Strategy, inputs: SparseInputs | None = None) -> Autoencoder:
    """The model for a strategy; call it, and make the optimizer, in the strategy's scope. Several devices take inputs as they are."""
    return MirroredAutoencoder(plan, seed) if strategy.num_replicas_in_sync > 1 else Autoencoder(plan, seed, inputs)


class MirroredAutoencoder(Autoencoder):
    """An autoencoder whose compiled loop shares each batch out over the devices of the strategy that it is made in.

    Its results are those of one device, but for rounding. Without XLA, which can't exchange gradients between devices.
    """

    shares_batches = True

    def __init__(self, plan: Plan, seed: int = 0) -> None:
        super().__init__(plan, seed)
        self._mirrors = tf.distribute.get_strategy()
        self._distribute_strategy = None  # Keras's own: what ``fit`` goes over says nothing, and can't be shared out

    @property
    def fuse_with_xla(self) -> bool:
        return False

    def _loop(self, one_step: Step) -> Callable[..., Tensor]:
        mirrors = self._mirrors

        @tf.function(autograph=False)
        def steps(halves: tuple[Tensor, ...], numbers: Tensor) -> Tensor:
            count, first, last, counter = tf.unstack(numbers)
            batch_size = halves[0].shape[1]

            def share_of(step: Tensor) -> Tensor:
                """On each device: its rows of a batch; where these don't come out even, some count nothing."""
                row = _my_rows(batch_size, mirrors.num_replicas_in_sync)
                weight = tf.cast((row < batch_size) & (step * batch_size + row < count), tf.float32)
                own = [self._scaled(tf.gather(half[step], tf.minimum(row, batch_size - 1))) for half in halves]
                return one_step(own[0], own[-1], weight, counter + step, None)

            def body(step: Tensor, sums: Tensor) -> tuple[Tensor, Tensor]:
                return step + 1, sums + mirrors.reduce("SUM", mirrors.run(share_of, (step,)), axis=None)

            start = (first, tf.zeros(1 + len(self.metric_names)))
            return tf.while_loop(lambda step, sums: step < last, body, start, parallel_iterations=1)[1]

        return steps

    def _whole(self, weight: Tensor) -> Tensor:
        """Of all devices: the optimizer adds up their gradients."""
        return tf.distribute.get_replica_context().all_reduce("SUM", super()._whole(weight))


def _my_rows(batch_size: int, devices: int) -> Tensor:
    share = -(-batch_size // devices)
    return tf.distribute.get_replica_context().replica_id_in_sync_group * share + tf.range(share)

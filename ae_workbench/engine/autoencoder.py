"""The trained model: losses of a plan, and many optimizer steps fused into one compiled loop."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import tensorflow as tf

from ae_workbench.core.plan import Plan
from ae_workbench.engine.build import build
from ae_workbench.engine.fed_model import FedModel
from ae_workbench.engine.halves import fuses_with_xla, takes_halves
from ae_workbench.engine.losses import errors
from ae_workbench.engine.randomness import EPSILON, corrupt, normal, stream_seeds
from ae_workbench.engine.sparse_inputs import SparseInputs
from ae_workbench.engine.split_dense import Reads

Tensor = Any
Step = Callable[[Tensor, Tensor, Tensor, Tensor, Tensor | None], Tensor]


@dataclass(frozen=True)
class Batch:
    """Examples asked for, what the model sees of them, their weights (0: not counted), and draws for the codes of variational plans.

    ``reads``: which numbers of them aren't all zero, where their order says that.
    """

    x: Tensor
    seen: Tensor
    weight: Tensor
    epsilon: Tensor | None
    reads: Reads = Reads.ALL

    def rows(self, first: int, last: int, reads: Reads) -> "Batch":
        epsilon = None if self.epsilon is None else self.epsilon[first:last]
        return Batch(self.x[first:last], self.seen[first:last], self.weight[first:last], epsilon, reads)


class Autoencoder(FedModel):
    """A plan as a Keras model that ``fit`` drives.

    Keras calls the train function once an epoch; inside it a compiled loop takes many optimizer steps a call, over batches
    that lie in memory as raw numbers. The metrics are means over the examples of the epoch:

    - ``reconstruction``: binary cross-entropy (images) or squared error (sequences), mean over numbers of an example;
    - ``reconstruction_nats``: the same summed over an example, variational plans only;
    - ``penalty``: activity_l1 × sum of |code|;
    - ``kl``: KL(q(z|x) ‖ N(0, 1)) summed over latent dimensions, in nats;
    - ``loss``: reconstruction + penalty, or for variational plans reconstruction_nats + kl_weight × kl.

    With ``inputs`` the feeds give what the model sees in that order, and batches whose second halves do with the common numbers.
    """

    shares_batches = False
    """Whether gradients of several devices are to be added up."""

    def __init__(self, plan: Plan, seed: int = 0, inputs: SparseInputs | None = None) -> None:
        super().__init__(name="autoencoder")
        self.plan = plan
        self.networks = build(plan, seed, merges=True, inputs=inputs)
        self._seeds = tf.Variable(stream_seeds(seed), trainable=False)
        self.decoder = self.networks.decoder
        self.encoder = self.networks.posterior or self.networks.encoder
        self.rest()

    def begin_again(self, seed: int, learning_rate: float | None, inputs: SparseInputs | None = None) -> None:
        """As if made anew with this seed, but with compiled steps. The rate is None where the optimizer follows a schedule.

        ``inputs`` have the sizes of those before.
        """
        if self.networks.first is not None and inputs is not None:
            self.networks.first.inputs = inputs
        self.networks.set_weights(build(self.plan, seed, merges=True).get_weights())
        self._seeds.assign(stream_seeds(seed))
        new = type(self.optimizer).from_config(self.optimizer.get_config())
        new.build(self.networks.variables)
        for variable, value in zip(self.optimizer.variables, new.variables, strict=True):
            variable.assign(value)
        if learning_rate is not None:
            self.optimizer.learning_rate = learning_rate

    def call(self, x: Tensor) -> Tensor:
        return self.networks.whole(x)

    @property
    def metric_names(self) -> tuple[str, ...]:
        names = ["loss", "reconstruction"]
        if self.plan.is_variational:
            names += ["reconstruction_nats", "kl"]
        if self.plan.activity_l1:
            names.append("penalty")
        return tuple(names)

    def make_train_function(self, force: bool = False) -> None:
        """One epoch per call."""
        self.optimizer.build(self.networks.variables)
        if not self.shares_batches:
            self.optimizer._all_reduce_sum_gradients = list  # the custom gradient in it would keep the loop's graph for good
        super().make_train_function(force)

    # Compiled steps

    def _train_loop(self) -> Any:
        return self._loop(self._train_step)

    def _test_loop(self) -> Any:
        return self._loop(self._test_step)

    def _loop(self, one_step: Step) -> Callable[..., Tensor]:
        """Steps ``first`` to ``last`` of a piece in one compiled call; gives the sums over examples of count and metrics."""

        @tf.function(jit_compile=self.fuse_with_xla, autograph=False, reduce_retracing=False)
        def steps(arrays: tuple[Tensor, ...], numbers: Tensor) -> Tensor:
            count, first, last, counter = tf.unstack(numbers)
            batch_size = arrays[0].shape[1]
            *halves, rows = (*arrays, None) if self.networks.first is None else arrays

            def body(step: Tensor, sums: Tensor) -> tuple[Tensor, Tensor]:
                index = step * batch_size + tf.range(batch_size)
                weight = tf.cast(index < count, tf.float32)
                scaled = [self._scaled(half[step]) for half in halves]
                places = None if rows is None else rows[step]
                return step + 1, sums + one_step(scaled[0], scaled[-1], weight, counter + step, places)

            start = (first, tf.zeros(1 + len(self.metric_names)))
            return tf.while_loop(lambda step, sums: step < last, body, start, parallel_iterations=1)[1]

        return steps

    @property
    def fuse_with_xla(self) -> bool:
        return fuses_with_xla(self.plan)

    def _scaled(self, raw: Tensor) -> Tensor:
        scaling = self._feeds[0].scaling
        x = tf.cast(raw, tf.float32)
        if any(scaling.offset):
            x = x - tf.constant(scaling.offset, tf.float32)
        return x * tf.constant(scaling.scale, tf.float32)

    def _train_step(self, x: Tensor, given: Tensor, weight: Tensor, step: Tensor, places: Tensor | None = None) -> Tensor:
        variables = self.networks.variables
        whole = self._whole(weight)
        found = [self._gradients(part, whole) for part in self._parts(self._batch(x, given, weight, step, places))]
        by_variable = zip(*(gradients for _, gradients in found), strict=True)
        gradients = [tf.add_n([part for part in parts if part is not None]) for parts in by_variable]
        self.optimizer.apply_gradients(zip(gradients, variables, strict=True))
        return tf.add_n([sums for sums, _ in found])

    def _whole(self, weight: Tensor) -> Tensor:
        """Examples of the whole batch."""
        return tf.reduce_sum(weight)

    def _gradients(self, batch: Batch, whole: Tensor) -> tuple[Tensor, list[Tensor | None]]:
        """The sums over a part of a batch, and its share of the gradients: none of weights that it doesn't need."""
        share = batch.weight / whole
        with tf.GradientTape() as tape:
            logits, beside = self._forward(batch)
            rest = tf.reduce_sum(self._loss(0.0, beside) * share)
        sums, slope = errors(self.plan.loss, batch.x, logits)
        rows = tf.reshape(share, (-1, *(1 for _ in self.plan.shape.dims)))
        gradients = tape.gradient([logits, rest], self.networks.variables, [self._loss(slope * rows), tf.ones(())])
        return self._sums(batch, sums, beside), gradients

    def _parts(self, batch: Batch) -> list[Batch]:
        rows = batch.x.shape[0]
        if not self.fuse_with_xla or not takes_halves(self.plan, rows):
            return [batch]
        first, second = (Reads.ALL, Reads.ALL) if self.networks.first is None else (Reads.USED, Reads.COMMON)
        halves = batch.rows(0, rows // 2, first), batch.rows(rows // 2, rows, second)
        return [*reversed(halves)]  # with less to multiply in the one that comes second, a step takes 4 to 14 % longer

    def _test_step(self, x: Tensor, given: Tensor, weight: Tensor, step: Tensor, places: Tensor | None = None) -> Tensor:
        batch = self._batch(x, given, weight, step, places)
        logits, beside = self._forward(batch)
        return self._sums(batch, errors(self.plan.loss, batch.x, logits)[0], beside)

    def _batch(self, x: Tensor, given: Tensor, weight: Tensor, step: Tensor, places: Tensor | None) -> Batch:
        """With this step's random numbers. ``given`` is what goes in where ``x`` is asked for: its noisy half in pairs, otherwise ``x``.

        ``places`` are the rows whose draws belong to the examples, where these were rearranged.
        """
        seen = corrupt(given, self.plan.corruption, self._seeds, step)
        is_drawn = self.plan.is_variational
        epsilon = normal([x.shape[0], *self.plan.code_dims], self._seeds, EPSILON, step) if is_drawn else None
        if epsilon is not None and places is not None:
            epsilon = tf.gather(epsilon, places)
        return Batch(x, seen, weight, epsilon)

    def _forward(self, batch: Batch) -> tuple[Tensor, dict[str, Tensor]]:
        """Logits of the reconstructions, and the metrics of examples beside their errors, (n,) each."""
        plan = self.plan
        beside: dict[str, Tensor] = {}
        if self.networks.first is not None:
            self.networks.first.reads = batch.reads
        if self.networks.posterior is not None:
            z_mean, z_log_var = self.networks.posterior(batch.seen)
            code = z_mean + tf.exp(0.5 * z_log_var) * batch.epsilon
            beside["kl"] = -0.5 * tf.reduce_sum(1.0 + z_log_var - tf.square(z_mean) - tf.exp(z_log_var), -1)
        else:
            code = self.networks.encoder(batch.seen)
        if plan.activity_l1:
            beside["penalty"] = plan.activity_l1 * tf.reduce_sum(tf.abs(code), list(range(1, 1 + len(plan.code_dims))))
        return self.networks.decoder_logits(code), beside

    def _loss(self, error: Tensor, beside: Mapping[str, Tensor] | None = None) -> Tensor:
        """The loss that follows from an error's sum over an example, and from the metrics beside it; linear in all of them."""
        loss = error if self.plan.is_variational else error / self.plan.shape.size
        for name, value in (beside or {}).items():
            loss += self.plan.kl_weight * value if name == "kl" else value
        return loss

    def _sums(self, batch: Batch, error: Tensor, beside: Mapping[str, Tensor]) -> Tensor:
        """Weighted sums over a batch of 1 (the count) and of each metric, float32 (1 + metrics,)."""
        of_error = {"reconstruction": error / self.plan.shape.size, "reconstruction_nats": error}
        metrics = {"loss": self._loss(error, beside), **of_error, **beside}
        weight = batch.weight
        return tf.stack([tf.reduce_sum(weight), *(tf.reduce_sum(metrics[name] * weight) for name in self.metric_names)])

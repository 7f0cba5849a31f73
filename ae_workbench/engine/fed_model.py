"""A model that Keras ``fit`` trains through compiled steps, which find their examples in feeds."""

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from time import perf_counter
from typing import Any

import keras
import tensorflow as tf

from ae_workbench.engine.feed import Feed

Tensor = Any
Between = Callable[[int, int, Mapping[str, float]], bool]
"""Called between compiled calls with steps done, steps in all and the metrics so far; true stops the epoch."""


class FedModel(keras.Model):
    """Its train function goes through an epoch, its test function through the test examples, in calls of many steps each.

    What computes belongs to a subclass: ``_train_loop`` and ``_test_loop``, functions of a piece's arrays and numbers that give the
    sums over examples of 1 (the count) and of each of ``metric_names``.
    """

    def rest(self) -> None:
        """Let go of everything that belongs to one training."""
        self.between: Between = lambda done, total, metrics: False
        self.halted = False
        self._feeds: tuple[Feed, ...] = ()

    @property
    def metrics(self) -> list[keras.metrics.Metric]:
        """None for Keras to reset and read each epoch: the compiled steps give them all."""
        return []

    def feed(self, train: Feed, test: Feed) -> None:
        """Set the data that the next ``fit`` goes through."""
        self._feeds = (train, test)

    def fit_epochs(self, first: int, until: int, callbacks: Sequence[keras.callbacks.Callback] = ()) -> keras.callbacks.History:
        """Keras ``fit`` over the feeds, from epoch ``first`` (0: the beginning) until ``until``.

        What it goes over itself is endless and says nothing: a new iterator for each epoch would cost a millisecond.
        """
        turns = tf.data.Dataset.range(1).repeat()
        epochs = {"initial_epoch": first, "epochs": until, "steps_per_epoch": 1, "validation_steps": 1}
        return self.fit(turns, validation_data=turns, verbose=0, shuffle=False, callbacks=list(callbacks), **epochs)

    def make_train_function(self, force: bool = False) -> None:
        """One epoch per call."""
        self.train_function = lambda iterator: self._pass_over(self._feeds[0], self._train_steps)

    def make_test_function(self, force: bool = False) -> None:
        """One pass over the test examples per call; nothing after a stop."""
        self.test_function = lambda iterator: {} if self.halted else self._pass_over(self._feeds[1], self._test_steps)

    def _pass_over(self, feed: Feed, steps: Callable[..., Tensor]) -> dict[str, float]:
        sums = dict.fromkeys(("count", *self.metric_names), 0.0)
        for piece in feed.pieces():
            began = perf_counter()
            found = steps(piece.arrays, piece.numbers).numpy()
            feed.took(perf_counter() - began)
            for name, value in zip(sums, found, strict=True):
                sums[name] += float(value)
            means = {name: sums[name] / sums["count"] for name in self.metric_names}
            if self.between(piece.done, feed.steps, means):
                self.halted = self.stop_training = True
                break
        return means

    def compile_steps(self) -> None:
        """Have the loops of training and validation compiled for these feeds, without taking a step, so that nothing waits for it later."""
        self.make_train_function()
        for feed, steps in zip(self._feeds, (self._train_steps, self._test_steps), strict=True):
            piece = feed.blank()
            steps(piece.arrays, piece.numbers)

    @cached_property
    def _train_steps(self) -> Callable[..., Tensor]:
        return self._for_feed(self._feeds[0], self._train_loop())

    @cached_property
    def _test_steps(self) -> Callable[..., Tensor]:
        return self._for_feed(self._feeds[1], self._test_loop())

    def _for_feed(self, feed: Feed, steps: Any) -> Callable[..., Tensor]:
        """The concrete function for this feed's pieces: looking it up at each call costs more than calling it."""
        piece = feed.blank()
        return steps.get_concrete_function(piece.arrays, piece.numbers)

    @property
    def metric_names(self) -> tuple[str, ...]:
        raise NotImplementedError

    def _train_loop(self) -> Any:
        raise NotImplementedError

    def _test_loop(self) -> Any:
        raise NotImplementedError

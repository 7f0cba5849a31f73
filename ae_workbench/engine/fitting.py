"""Keras ``fit`` on a recipe, with everything that is kept and told along the way."""

from collections.abc import Mapping
from math import isfinite
from time import perf_counter
from typing import TYPE_CHECKING

import keras

from ae_workbench.core.errors import RunError
from ae_workbench.core.plan import Plan
from ae_workbench.core.recipe import Training
from ae_workbench.engine.autoencoder import Autoencoder
from ae_workbench.engine.event_files import EventFiles
from ae_workbench.engine.events import BatchesEnded, Incomplete, Metrics, Outcome, Paused, Preparing, Resumed, Started
from ae_workbench.engine.feed import Feed
from ae_workbench.engine.mirrored import strategy_for
from ae_workbench.engine.optimizer_state import get_state, set_state
from ae_workbench.engine.preview import Preview
from ae_workbench.engine.reuse import compiled_model
from ae_workbench.engine.saving import Saving
from ae_workbench.engine.session import Diverged
from ae_workbench.engine.sparse_inputs import find_sparse_inputs
from ae_workbench.storage.run_folder import EpochRecord, best_epoch

if TYPE_CHECKING:
    from ae_workbench.engine.session import Emit, Session

SECONDS_BETWEEN_BATCH_EVENTS = 0.087
FEWEST_TESTED_AT_ONCE, MOST_TESTED_AT_ONCE = 32, 512
NUMBERS_TESTED_AT_ONCE = 2**20


def fit(session: "Session", saving: Saving, emit: "Emit") -> Outcome:
    """Train a session's model to its end.

    Raises:
        Diverged: the loss became infinite or not a number. WorkbenchError: the run can't be read or written.
    """
    emit(Preparing("building"))
    training, plan, dataset = session.recipe.training, saving.run.plan, session.dataset
    strategy = strategy_for(session.devices)
    inputs = find_sparse_inputs(plan, dataset, training.batch_size) if strategy.num_replicas_in_sync == 1 else None
    with (
        Feed(dataset.train, training.batch_size, dataset.scaling, training.seed, inputs) as train,
        Feed(dataset.test, _tested_at_once(plan), dataset.scaling, inputs=inputs) as test,
        compiled_model(plan, training, train, test, strategy, inputs) as model,
    ):
        with strategy.scope():
            train.epoch = _restore(model, saving, emit)
        return _fit(session, saving, emit, model, train)


def _tested_at_once(plan: Plan) -> int:
    """Examples in a step of validation: with 512 instead of 256 it takes 2 to 26 % less time, but steps with large images would be long.

    Not too few of those either: a dense layer reads all its weights at each step.
    """
    few = NUMBERS_TESTED_AT_ONCE // plan.shape.size
    return min(MOST_TESTED_AT_ONCE, max(FEWEST_TESTED_AT_ONCE, few))


def _fit(session: "Session", saving: Saving, emit: "Emit", model: Autoencoder, train: Feed) -> Outcome:
    first = train.epoch
    if first >= session.until:
        return "finished"
    emit(Started(saving.run.path, first, session.until, len(session.dataset.train), saving.run.plan.parameter_count))
    emit(Preparing("compiling"))
    model.compile_steps()
    preview = Preview(session.dataset, saving.run.plan, model.networks.get_weights())
    keeper = _Keeper(session, saving, emit, train)
    callbacks: list[keras.callbacks.Callback] = [keeper]
    if session.tensorboard:
        callbacks.append(EventFiles(str(session.tensorboard), write_graph=False))
    model.fit_epochs(first, session.until, callbacks)
    saving.settle()
    preview.keep(saving.run, model.networks.get_weights())
    return keeper.outcome


def _restore(model: Autoencoder, saving: Saving, emit: "Emit") -> int:
    """Weights and optimizer of the last full epoch into the model, or its first weights into a new run; gives that epoch.

    A new run may have weights to start from already. Where the last epoch is broken an earlier one is taken, and that is told.
    """
    model.optimizer.build(model.networks.variables)
    if saving.last_full_epoch == 0:
        if 0 in saving.run.epochs():
            model.networks.set_weights(saving.run.weights(0))
            return 0
        weights = model.networks.get_weights()
        saving.write(lambda run: run.write_weights(0, weights))
        return 0
    last, problem = _set_newest_weights(model, saving)
    lost = _set_optimizer(model, saving, last)
    if problem is not None:
        emit(Incomplete(RunError(f"{problem} So the training goes on after epoch {last}.")))
    elif lost:
        emit(Incomplete(RunError(lost)))
    return last


def _set_optimizer(model: Autoencoder, saving: Saving, epoch: int) -> str:
    """The optimizer's state after an epoch; where there is none to go on with it begins anew, and a sentence says why."""
    try:
        state = saving.run.optimizer(epoch)
        if state is None:
            return f"The optimizer's state after epoch {epoch} isn't in {saving.run.path}: it begins anew."
        set_state(model.optimizer, model.networks, state)
    except RunError as broken:
        return f"{broken} It begins anew."
    except ValueError:
        return f"The optimizer's state after epoch {epoch} in {saving.run.path} doesn't belong to this model: it begins anew."
    return ""


def _set_newest_weights(model: Autoencoder, saving: Saving) -> tuple[int, RunError | None]:
    """The newest full epoch whose weights can be read, and why no newer one; raises that where there is none."""
    newest, *older = [record.epoch for record in reversed(saving.records) if not record.partial]
    stored = saving.run.epochs()
    problem: RunError | None = None
    for epoch in (newest, *(epoch for epoch in older if epoch in stored)):
        try:
            model.networks.set_weights(saving.run.weights(epoch))
            return epoch, problem
        except RunError as found:
            problem = problem or found
    assert problem is not None
    raise problem


class _Keeper(keras.callbacks.Callback):
    """Tells what happens, keeps each epoch, obeys the session's control. The run's history decides about early stopping."""

    def __init__(self, session: "Session", saving: Saving, emit: "Emit", train: Feed) -> None:
        super().__init__()
        self.outcome: Outcome = "finished"
        self._session = session
        self._control = session.control
        self._saving = saving
        self._training: Training = session.recipe.training
        self._emit = emit
        self._train = train
        self._epoch = 0
        self._done = 0
        self._began = self._due = self._looked = 0.0
        self._epoch_seconds = 0.0
        self._first_call: tuple[float, int] | None = None
        self._failure: Diverged | None = None

    def on_train_begin(self, logs: object = None) -> None:
        self.model.between = self._between

    def on_epoch_begin(self, epoch: int, logs: object = None) -> None:
        self._epoch, self._done = epoch + 1, 0
        self._began = self._looked = perf_counter()

    def _between(self, done: int, total: int, metrics: Mapping[str, float]) -> bool:
        """Between compiled calls of training and of validation alike."""
        self._saving.look()
        if not isfinite(metrics["loss"]):
            self._failure = self._diverged()
            return True
        if self._control.paused and not self._control.stopped:
            self._wait()
        in_training = total == self._train.steps and done > self._done
        if in_training:
            self._done = done
            self._tell(done, total, metrics)
        return self._control.stopped

    def _tell(self, done: int, total: int, metrics: Metrics) -> None:
        now = perf_counter()
        next_look, self._looked = now + (now - self._looked), now
        if self._first_call is None:
            self._first_call = now - self._began, done
            if done < total:
                return
        next_is_nearer = now + next_look < 2 * self._due
        if next_is_nearer and done < total:
            return
        self._due = max(self._due, now - SECONDS_BETWEEN_BATCH_EVENTS / 2) + SECONDS_BETWEEN_BATCH_EVENTS
        spent, examples = now - self._began, min(done * self._train.batch_size, len(self._session.dataset.train))
        seconds, steps = self._apart_from_first_call(spent, done)
        whole = self._epoch_seconds or seconds / steps * total
        left = max(0.0, whole - seconds) + whole * (self._session.until - self._epoch)
        speed = examples * steps / done / seconds
        self._emit(BatchesEnded(self._epoch, done, total, speed, left, dict(metrics)))

    def _apart_from_first_call(self, spent: float, done: int) -> tuple[float, int]:
        """Seconds and steps of the epoch but for a training's first call, a single step that takes some ten times as long as others."""
        seconds, steps = self._first_call if self._first_call and not self._epoch_seconds else (0.0, 0)
        return (spent - seconds, done - steps) if done > steps else (spent, done)

    def on_epoch_end(self, epoch: int, logs: Metrics | None = None) -> None:
        if self._failure:
            raise self._failure
        metrics = self._ordered(logs or {})
        partial = self._control.stopped and "val_loss" not in metrics
        if not all(map(isfinite, metrics.values())):
            raise self._diverged()
        if metrics:
            self._keep(metrics, partial)
        if self._control.stopped:
            self.outcome = "stopped"
            self.model.stop_training = True
            return
        self._epoch_seconds, _ = self._apart_from_first_call(perf_counter() - self._began, self._train.steps)
        if epoch + 1 < self._session.until:
            self._stop_early_or_pause(epoch + 1)

    def _ordered(self, logs: Metrics) -> dict[str, float]:
        """Keras sorts its logs by name; loss comes first here."""
        names = [start + name for start in ("", "val_") for name in self.model.metric_names]
        return {name: float(logs[name]) for name in names if name in logs}

    def _keep(self, metrics: Metrics, partial: bool) -> None:
        weights = self.model.networks.get_weights()
        optimizer = None if partial else get_state(self.model.optimizer, self.model.networks)
        self._saving.keep_epoch(EpochRecord(self._epoch, perf_counter() - self._began, metrics, partial), weights, optimizer)

    def _stop_early_or_pause(self, epoch: int) -> None:
        patience = self._training.patience
        if patience and epoch - best_epoch(self._saving.records) >= patience:
            self.outcome = "early_stopped"
            self.model.stop_training = True
            return
        self._control.epoch_ended()
        if self._control.paused:
            self._wait()
        if self._control.stopped:
            self.outcome = "stopped"
            self.model.stop_training = True

    def _wait(self) -> None:
        began = perf_counter()
        self._saving.settle()
        self._emit(Paused(self._saving.last_full_epoch))
        self._control.wait_while_paused()
        self._emit(Resumed())
        self._began += perf_counter() - began

    def _diverged(self) -> Diverged:
        self._saving.settle()
        kept = self._saving.last_full_epoch
        return Diverged(
            f"The loss was no longer a finite number in epoch {self._epoch}; epoch {kept} is kept. A lower learning rate usually helps."
        )

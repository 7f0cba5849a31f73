"""Those who train for a sweep, without training: runs get epochs whose error falls toward a floor that their code size sets."""

from dataclasses import replace

import numpy as np

from ae_workbench.core.sweep import Sweep
from ae_workbench.core.varying import parse_varied
from ae_workbench.engine.sweep import events
from ae_workbench.engine.sweep.crew import EpochTold, TaskEnded
from ae_workbench.engine.sweep.session import SweepSession
from ae_workbench.storage.run_folder import EpochRecord, RunFolder
from ae_workbench.storage.sweeps import SweepFolder
from ae_workbench.variants.recipes import find_recipe, with_settings

EPOCHS = 3
RECIPE = replace(with_settings(find_recipe("simple"), [f"epochs={EPOCHS}"]), limit=100)


class FakeCrew:
    """An epoch of each task a poll. ``ends`` gives what becomes of a task by its number, once it has ``after`` epochs."""

    def __init__(self, size=2, ends=None, after=1):
        self.size = size
        self.ends = dict(ends or {})
        self.after = after
        self.begun, self.stopped, self.said = [], [], []
        self.most = 0
        self.tasks = {}
        self.is_closed = False

    def begin(self, task):
        self.begun.append(task.number)
        self.tasks[task.number] = task
        self.most = max(self.most, len(self.tasks))

    def poll(self, timeout_s):
        return [report for number in list(self.tasks) for report in self._step(number)] if "pause" not in self.said[-1:] else []

    def _step(self, number):
        run = RunFolder.open(self.tasks[number].run)
        epoch = run.last_full_epoch + 1
        if number in self.stopped:
            return [self._end(number, "stopped")]
        if number in self.ends and epoch > self.after:
            return [self._end(number, *self.ends.pop(number))]
        if epoch == 1:
            run.write_weights(0, weights_of(run))
        value = 1 / run.plan.code_size + 1 / epoch + run.recipe.training.seed / 1000
        metrics = {"loss": value, "reconstruction": value, "val_loss": value, "val_reconstruction": value}
        run.add_epoch(EpochRecord(epoch, 0.5, metrics), weights_of(run), weights_of(run))
        told = EpochTold(number, epoch, 0.5, metrics)
        if epoch < run.recipe.training.epochs:
            return [told]
        run.end("finished")
        return [told, self._end(number, "finished")]

    def _end(self, number, outcome, error=""):
        del self.tasks[number]
        return TaskEnded(number, outcome, error)

    def stop(self, number):
        self.stopped.append(number)

    def pause(self):
        self.said.append("pause")

    def resume(self):
        self.said.append("resume")

    def close(self):
        self.is_closed = True


def weights_of(run):
    return [np.zeros(1, np.float32)]


def make_folder(path, *texts, recipe=RECIPE, **rest):
    return SweepFolder.create(path / "sweep", Sweep(recipe, tuple(parse_varied(recipe, text) for text in texts), **rest))


def go(folder, crew=None, on_event=None):
    """Run to the end; gives the events. ``on_event`` gets each of them and the session."""
    crew = crew or FakeCrew()
    session = SweepSession(folder, lambda: crew)
    heard = []

    def emit(event):
        heard.append(event)
        if on_event:
            on_event(event, session)

    session.run(emit)
    assert [isinstance(event, events.SweepEnded) for event in heard].count(True) == 1 and isinstance(heard[-1], events.SweepEnded)
    return heard

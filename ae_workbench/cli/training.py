"""``train``: a session on the command line."""

import sys
from argparse import Namespace
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from errno import ENOTDIR
from pathlib import Path
from typing import Any

from ae_workbench.analysis.diagnosis.diagnosis import Diagnosis
from ae_workbench.cli.diagnosing import diagnoses_text, diagnosis_json, found_after
from ae_workbench.cli.interrupting import interrupt_stops
from ae_workbench.cli.loading import load_choice, other_data
from ae_workbench.cli.printing import command_line, print_event, shown_by
from ae_workbench.cli.recipes import check_settings, recipe_to_train
from ae_workbench.core.errors import RecipeError, RunError
from ae_workbench.core.exit_codes import DONE, FAILED, INTERRUPTED
from ae_workbench.core.wording import counted
from ae_workbench.data.checks import check_fits
from ae_workbench.engine.events import BatchesEnded, Ended, EpochEnded, Event, Incomplete, Started
from ae_workbench.engine.looking import is_own
from ae_workbench.engine.session import Session, check_event_files
from ae_workbench.storage.archive import is_archive
from ae_workbench.storage.lock import hold
from ae_workbench.storage.paths import new_run_path
from ae_workbench.storage.place import check_folder_of, written_to
from ae_workbench.storage.run_folder import RunFolder
from ae_workbench.storage.samples import is_only_looked_at, own_copy
from ae_workbench.variants.recipes import make_plan


def run_train(chosen: Namespace) -> int:
    session = _resumed(chosen) if chosen.resume else _new(chosen)
    show: _Lines | _Bar = _Lines() if chosen.json else _Bar()
    ended: list[Ended] = []

    def tell(event: Event) -> None:
        if isinstance(event, Ended):
            ended.append(event)
            show.end(event, () if was_interrupted() else _found(event, session))
        else:
            show.event(event)

    with hold(session.run_folder.path), interrupt_stops(session) as was_interrupted, shown_by(tell, session) as emit:
        session.run(emit)
    if ended[0].error is not None:
        print(f"ae-workbench: {ended[0].error}", file=sys.stderr)
        return FAILED
    return INTERRUPTED if was_interrupted() else DONE


def _found(event: Ended, session: Session) -> tuple[Diagnosis, ...]:
    """What is wrong with the run that ended, unless it failed for another reason."""
    return () if event.run is None or event.outcome == "failed" else found_after(event.run, session.dataset)


def _new(chosen: Namespace) -> Session:
    if not chosen.recipe:
        raise RecipeError("Say what to train: a preset such as simple, or a recipe file (ae-workbench list presets).")
    recipe = recipe_to_train(chosen)
    check_settings(chosen, recipe)
    if chosen.seed is not None:
        recipe = replace(recipe, training=replace(recipe.training, seed=chosen.seed))
    dataset = load_choice(recipe.data).limited(recipe.limit)
    make_plan(recipe, dataset.shape)
    _check_tensorboard(chosen.tensorboard)
    path = chosen.run_folder or new_run_path(recipe.variant, datetime.now())
    return Session(recipe, dataset, RunFolder.create(path, recipe, dataset), tensorboard=chosen.tensorboard, devices=chosen.devices)


def _resumed(chosen: Namespace) -> Session:
    if chosen.recipe or chosen.settings or chosen.run_folder or chosen.limit is not None or chosen.seed is not None:
        raise RecipeError(
            "With --resume the run's own recipe counts: give only --epochs, --data, --tensorboard, --devices or --json beside it."
        )
    if is_archive(chosen.resume):
        unpacked = command_line("unpack", str(chosen.resume), "--out", "DIR")
        raise RunError(f"{chosen.resume} is an archive, which never changes: make a run of it ({unpacked}) and go on with that.")
    run = RunFolder.open(chosen.resume)
    done, until = run.last_full_epoch, chosen.epochs or run.facts.until or run.recipe.training.epochs
    if until <= done:
        raise RunError(f"The run in {run.path} already has {counted(done, 'epoch')}: give a larger number, such as --epochs {2 * done}.")
    dataset = load_choice(other_data(chosen, run) or run.recipe.data)
    check_fits(dataset, run.facts.shape)
    if not chosen.data and not is_own(run, dataset):
        raise RunError(
            f"The data of {run.path} are no longer those that it was trained on: "
            "give them with --data to go on with them all the same, or begin a new run."
        )
    _check_tensorboard(chosen.tensorboard)
    if is_only_looked_at(run.path):
        print(f"{run.path} stays as it is: a copy of it is trained.", file=sys.stderr)
        run = own_copy(run)
    return Session(run.recipe, dataset, run, until, chosen.tensorboard, devices=chosen.devices)


def _check_tensorboard(folder: Path | None) -> None:
    """TensorFlow would find out once the run is made, and say so in words of its own."""
    if folder is not None:
        check_event_files()
        with written_to(folder):
            there = next(path for path in (folder, *folder.absolute().parents) if path.exists())
            if not there.is_dir():
                raise NotADirectoryError(ENOTDIR, "Not a directory")
            check_folder_of(there / "events")


class _Lines:
    """One JSON object a line."""

    def event(self, event: Event) -> None:
        match event:
            case Started(run=run, first_epoch=first, epochs=epochs, examples=examples, parameter_count=count):
                print_event("started", run=_text(run), first_epoch=first, epochs=epochs, examples=examples, parameters=count)
            case Incomplete(problem=problem):
                print_event("incomplete", problem=str(problem))
            case EpochEnded(epoch=epoch, seconds=seconds, metrics=metrics, partial=partial):
                more: dict[str, Any] = {"partial": True} if partial else {}
                print_event("epoch", epoch=epoch, seconds=round(seconds, 4), metrics=dict(metrics), **more)

    def end(self, event: Ended, found: Sequence[Diagnosis]) -> None:
        """A line for each diagnosis, and the end as the last line of all."""
        for diagnosis in found:
            print_event("diagnosis", **diagnosis_json(diagnosis))
        more = {"error": str(event.error)} if event.error else {}
        print_event("ended", outcome=event.outcome, run=_text(event.run), epoch=event.epoch, **more)


class _Bar:
    """A progress bar over all epochs with time left, and a line per epoch."""

    def __init__(self) -> None:
        from tqdm import tqdm

        self._tqdm = tqdm
        self._bar: Any = None
        self._first = 0

    def event(self, event: Event) -> None:
        match event:
            case Started(run=run, first_epoch=first, epochs=epochs, examples=examples, parameter_count=count):
                print(
                    f"Run {run}: {counted(count, 'parameter')}, {counted(examples, 'example')}, epochs {first + 1} to {epochs}",
                    file=sys.stderr,
                )
                self._first = first
                look = "{percentage:3.0f}% {bar} {desc}"
                self._bar = self._tqdm(total=float(epochs - first), file=sys.stderr, bar_format=look, disable=None)
            case Incomplete(problem=problem):
                print(f"ae-workbench: {problem}", file=sys.stderr)
            case BatchesEnded(epoch=epoch, done=done, total=total, examples_per_second=rate, seconds_left=left):
                left_text = self._tqdm.format_interval(left)
                self._bar.set_description_str(f"epoch {epoch}, {rate:,.0f} examples/s, {left_text} left", refresh=False)
                self._move(epoch - 1 + done / total)
            case EpochEnded(epoch=epoch, metrics=metrics, partial=partial):
                self._move(epoch)
                text = "  ".join(f"{name} {value:.5g}" for name, value in metrics.items())
                self._tqdm.write(f"epoch {epoch}{' (partial)' if partial else ''}  {text}")

    def end(self, event: Ended, found: Sequence[Diagnosis]) -> None:
        """How it ended, and what is wrong if anything is."""
        if self._bar is not None:
            self._bar.close()
        print(f"{event.outcome.replace('_', ' ')} after {counted(event.epoch, 'epoch')}: {event.run}", file=sys.stderr)
        if found and event.run is not None:
            print(diagnoses_text(found, event.run, event.epoch))

    def _move(self, epochs: float) -> None:
        self._bar.update(max(0.0, epochs - self._first - self._bar.n))


def _text(path: Path | None) -> str | None:
    return None if path is None else str(path)

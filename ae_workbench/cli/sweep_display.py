"""How the command line shows a sweep: lines of JSON, or a bar with time left and a table at the end."""

import sys
from collections.abc import Sequence
from typing import Any

from ae_workbench.cli.printing import print_event
from ae_workbench.core.combinations import Best, best_of
from ae_workbench.core.trials import Trial
from ae_workbench.core.varying import value_text
from ae_workbench.core.wording import counted
from ae_workbench.engine.sweep.events import NumberLeft, SweepEnded, SweepEvent, SweepProgressed, SweepStarted, TrialEnded, TrialEpoch
from ae_workbench.storage.sweeps import SweepFolder
from ae_workbench.variants.sweeps import point_text


class Lines:
    """One JSON object a line."""

    def __init__(self, folder: SweepFolder) -> None:
        self._folder = folder

    def event(self, event: SweepEvent) -> None:
        match event:
            case SweepStarted(path=path, total=total, trials=trials):
                print_event("started", sweep=str(path), trials=total, done=sum(trial.has_ended for trial in trials))
            case TrialEpoch(trial=trial):
                print_event("epoch", trial=trial.number, epoch=trial.epochs, metrics=dict(trial.metrics))
            case TrialEnded(trial=trial):
                print_event("trial", **self._whole(trial))
            case NumberLeft(number=number, why=why):
                print_event("left", trial=number, run=str(self._folder.run_path(number)), why=why)
            case SweepEnded(outcome=outcome, done=done, total=total, error=error):
                more = {"error": str(error)} if error else {}
                print_event("ended", outcome=outcome, done=done, trials=total, **more)

    def result(self, trials: Sequence[Trial]) -> None:
        best = best_of(self._folder.sweep, trials)
        if best is not None:
            print_event("best", **self._whole(best.trial), **_over_seeds(best))

    def _whole(self, trial: Trial) -> dict[str, Any]:
        more = {"error": trial.error} if trial.error else {}
        values = {name: list(value) if isinstance(value, tuple) else value for name, value in trial.values.items()}
        return {
            "trial": trial.number, "state": trial.state, "values": values, "seed": trial.seed, "epochs": trial.epochs,
            "metrics": dict(trial.metrics), "seconds": round(trial.seconds, 3), "run": str(self._folder.run_path(trial.number)), **more,
        }  # fmt: skip


class Bar:
    """A progress bar over all trials, a line for each that ends, a table of all of them."""

    def __init__(self, folder: SweepFolder) -> None:
        from tqdm import tqdm

        self._folder, self._sweep = folder, folder.sweep
        self._tqdm = tqdm
        self._bar: Any = None

    def event(self, event: SweepEvent) -> None:
        match event:
            case SweepStarted(path=path, total=total, trials=trials):
                done = sum(trial.has_ended for trial in trials)
                text = f"Sweep {path}: {total} trials" + (f", {done} of them done" if done else "")
                print(text, file=sys.stderr)
                self._bar = self._tqdm(total=1.0, file=sys.stderr, bar_format="{percentage:3.0f}% {bar} {desc}", disable=None)
            case SweepProgressed(done=done, total=total, share=share, seconds_left=left):
                until = "" if left is None else f", {self._tqdm.format_interval(left)} left"
                self._bar.set_description_str(f"{done} of {total} trials{until}", refresh=False)
                self._bar.update(max(0.0, share - self._bar.n))
            case TrialEnded(trial=trial):
                self._tqdm.write("  ".join(self._cells(trial)) + (f"  {trial.error}" if trial.error else ""), file=sys.stderr)
            case NumberLeft(why=why):
                self._tqdm.write(f"{why} The trial is trained under another number.", file=sys.stderr)
            case SweepEnded(outcome=outcome, done=done, total=total):
                if self._bar is not None:
                    self._bar.close()
                print(f"{outcome} after {done} of {counted(total, 'trial')}: {self._folder.path}", file=sys.stderr)

    def result(self, trials: Sequence[Trial]) -> None:
        objective = self._sweep.objective
        rows = [["trial", "state", *self._sweep.names, "seed", "epochs", objective, "seconds"]]
        rows += [
            [str(trial.number), trial.state, *map(value_text, trial.values.values()), str(trial.seed), str(trial.epochs),
             _number(trial.metrics.get(objective)), f"{trial.seconds:.1f}"]
            for trial in trials
        ]  # fmt: skip
        widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
        for row in rows:
            print("  ".join(f"{cell:>{width}}" for cell, width in zip(row, widths, strict=True)))
        best = best_of(self._sweep, trials)
        if best is not None:
            print(self._best_text(best))

    def _best_text(self, best: Best) -> str:
        objective, trial, found = self._sweep.objective, best.trial, best.combination
        run = f"trial {trial.number} with {objective} {_number(trial.metrics[objective])}: {self._folder.run_path(trial.number)}"
        if found.seeds == 1:
            return f"best: {run}"
        spread = f" ± {_number(found.deviation)}" if found.count > 1 else ""
        told = "mean ± SD" if spread else "mean"
        count = str(found.count) if found.count == found.seeds else f"{found.count} of {found.seeds}"
        mean = f"{objective} {_number(found.mean)}{spread} ({told} over {count} seeds)"
        return f"best: {point_text(found.values)} with {mean}\nthe best of its seeds, {trial.seed}: {run}"

    def _cells(self, trial: Trial) -> list[str]:
        values = [f"{name} {value_text(value)}" for name, value in trial.values.items()]
        found = trial.metrics.get(self._sweep.objective)
        metric = [] if found is None else [f"{self._sweep.objective} {_number(found)}"]
        return [f"trial {trial.number}", trial.state, *values, f"seed {trial.seed}", *metric, f"{trial.seconds:.1f} s"]


def _over_seeds(best: Best) -> dict[str, Any]:
    """How the best combination was found: by its mean over ``n`` of so many ``seeds``; the trial is the best of them."""
    found = best.combination
    deviation = found.deviation if found.count > 1 else None
    return {"mean": found.mean, "sd": deviation, "n": found.count, "seeds": found.seeds, "chosen_by": "mean", "shown": "best_seed"}


def _number(value: float | None) -> str:
    return "–" if value is None else f"{value:.5g}"

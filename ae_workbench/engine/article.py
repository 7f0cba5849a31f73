"""The article's experiments, one after the other: typed events, results that stay, pause and stop."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from importlib.metadata import version
from pathlib import Path
from time import perf_counter
from typing import Literal

from ae_workbench import __version__
from ae_workbench.analysis.experiments.experiment import Experiment
from ae_workbench.core.errors import WorkbenchError
from ae_workbench.core.recipe import Choice, recipe_to_json
from ae_workbench.data.dataset import Dataset
from ae_workbench.data.source import Cancelled
from ae_workbench.engine.control import Control
from ae_workbench.engine.findings import Result, keep
from ae_workbench.engine.lab import TrainingLab
from ae_workbench.storage.run_folder import RunFolder

PACKAGES = ("tensorflow-cpu", "tensorflow", "keras", "numpy", "scikit-learn")


@dataclass(frozen=True)
class ExperimentStarted:
    """``number`` counts from 1 to ``total``."""

    key: str
    number: int
    total: int


@dataclass(frozen=True)
class ExperimentProgressed:
    """``share`` of this experiment (below 0: unknown); ``seconds_left`` for all of them, once that can be guessed."""

    key: str
    share: float
    text: str
    seconds_left: float | None


@dataclass(frozen=True)
class ExperimentEnded:
    """With a result that is kept, or the error that ended it."""

    key: str
    result: Result | None = None
    error: Exception | None = None


@dataclass(frozen=True)
class ArticleEnded:
    """The one last event. ``failed`` experiments ended with an error."""

    outcome: Literal["finished", "stopped", "failed"]
    failed: tuple[str, ...] = ()


ArticleEvent = ExperimentStarted | ExperimentProgressed | ExperimentEnded | ArticleEnded
EmitArticle = Callable[[ArticleEvent], None]


class ArticleSession:
    """Makes experiments on one data set. ``home`` keeps results, and models in its folder "runs"."""

    def __init__(self, experiments: Sequence[Experiment], choice: Choice, dataset: Dataset, home: Path, quick: bool) -> None:
        self.experiments = tuple(experiments)
        self.choice = choice
        self.dataset = dataset
        self.home = home
        self.quick = quick
        self.control = Control()
        self._shares: list[float] = []
        self._began = 0.0

    def request_stop(self) -> None:
        """Stop soon; what is done stays, and a model under way is gone on with next time."""
        self.control.request_stop()

    def pause(self) -> None:
        self.control.pause()

    def resume(self) -> None:
        self.control.resume()

    def run(self, emit: EmitArticle) -> None:
        """Make them all; ``emit`` is called on this thread and gets exactly one ``ArticleEnded``, last. One that fails stops no other."""
        failed: list[str] = []
        outcome: Literal["finished", "stopped", "failed"] = "finished"
        self._began = perf_counter()
        try:
            for number, experiment in enumerate(self.experiments, 1):
                emit(ExperimentStarted(experiment.key, number, len(self.experiments)))
                ended = self._make(experiment, number, emit)
                emit(ended)
                if ended.error is not None:
                    failed.append(experiment.key)
        except Cancelled:
            outcome = "stopped"
        finally:
            emit(ArticleEnded("failed" if failed and outcome == "finished" else outcome, tuple(failed)))

    def _make(self, experiment: Experiment, number: int, emit: EmitArticle) -> ExperimentEnded:
        began = perf_counter()

        def tell(share: float, text: str) -> None:
            emit(ExperimentProgressed(experiment.key, share, text, self._left(number - 1 + max(0.0, share))))

        lab = TrainingLab(self.home / "runs", self.choice, self.dataset, self.quick, tell, self.control)
        try:
            findings = experiment.measure(lab)
            result = Result(
                experiment.key, findings, self.quick, self.dataset.name, self.dataset.fingerprint, perf_counter() - began,
                datetime.now().astimezone().isoformat(timespec="seconds"), versions(), tuple(map(str, lab.runs)),
                tuple(recipe_to_json(RunFolder.open(run).recipe) for run in lab.runs),
            )  # fmt: skip
            keep(self.home, result)
        except Cancelled:
            raise
        except OSError as problem:
            place = WorkbenchError(f"The result can't be kept in {self.home}: {problem.strerror or problem}.")
            return ExperimentEnded(experiment.key, error=place)
        except Exception as failure:  # the edge of an experiment: said, and the next one goes on
            return ExperimentEnded(experiment.key, error=failure)
        return ExperimentEnded(experiment.key, result)

    def _left(self, done: float) -> float | None:
        """Seconds, from the pace so far; None before there is one."""
        spent = perf_counter() - self._began
        return spent / done * (len(self.experiments) - done) if done > 0.2 and spent > 2 else None


def versions() -> dict[str, str]:
    """This program's and those of the packages that numbers depend on."""
    found = {"ae-workbench": __version__}
    for package in PACKAGES:
        try:
            found[package] = version(package)
        except ImportError:
            continue
    return found

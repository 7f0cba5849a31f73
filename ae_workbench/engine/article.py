"""The article worked through: chapters and experiments, one after the other, with typed events, results that stay, pause and stop."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from time import perf_counter
from typing import Literal

from ae_workbench.analysis.chapters.steps import Step
from ae_workbench.core.errors import WorkbenchError
from ae_workbench.core.recipe import Choice, recipe_to_json
from ae_workbench.data.dataset import Dataset
from ae_workbench.data.source import Cancelled
from ae_workbench.engine.control import Control
from ae_workbench.engine.datasets import load
from ae_workbench.engine.findings import RUNS, Result, keep, kept, results_home
from ae_workbench.engine.forecast import Forecast, expected_seconds
from ae_workbench.engine.lab import TrainingLab
from ae_workbench.engine.outdated import is_outdated
from ae_workbench.engine.surroundings import machine, versions
from ae_workbench.storage.run_folder import RunFolder


@dataclass(frozen=True)
class DataLoading:
    """The data are brought; ``share`` below 0 is unknown."""

    share: float
    text: str


@dataclass(frozen=True)
class StepStarted:
    """``number`` counts from 1 to ``total``."""

    key: str
    number: int
    total: int


@dataclass(frozen=True)
class StepProgressed:
    """``share`` of this step and ``overall`` of all of them; ``seconds_left`` for all, once that can be guessed."""

    key: str
    share: float
    overall: float
    text: str
    seconds_left: float | None


@dataclass(frozen=True)
class StepEnded:
    """With a result that is kept, or the error that ended it. ``was_there``: the result is an earlier one."""

    key: str
    result: Result | None = None
    error: Exception | None = None
    was_there: bool = False


@dataclass(frozen=True)
class ArticleEnded:
    """The one last event. ``failed`` steps ended with an error; ``error`` ended the session as a whole."""

    outcome: Literal["finished", "stopped", "failed"]
    failed: tuple[str, ...] = ()
    error: Exception | None = None


ArticleEvent = DataLoading | StepStarted | StepProgressed | StepEnded | ArticleEnded
EmitArticle = Callable[[ArticleEvent], None]


class ArticleSession:
    """Makes steps on the data of ``choice``. ``home`` keeps results and, in its folder "runs", models.

    A step whose result for these data and of today's settings is there is not made again, unless ``anew``; models are never trained
    twice. ``dataset`` are the data of ``choice``, where they are loaded already.
    """

    def __init__(
        self, steps: Sequence[Step], choice: Choice, home: Path, quick: bool, anew: bool = False, dataset: Dataset | None = None
    ) -> None:
        self.steps = tuple(steps)
        self.choice = choice
        self.home = home
        self.quick = quick
        self.anew = anew
        self.control = Control()
        self._dataset = dataset

    @property
    def results(self) -> Path:
        """Folder of the results."""
        return results_home(self.home, self.choice, self.quick)

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
        ended = ArticleEnded("stopped")  # also of an interruption by the keyboard
        try:
            dataset = self._dataset or self._load(emit)
            self._make_all(dataset, emit, failed)
            ended = ArticleEnded("failed" if failed else "finished", tuple(failed))
        except Cancelled:
            ended = ArticleEnded("stopped", tuple(failed))
        except Exception as failure:  # the edge of a session: handed on, not lost
            ended = ArticleEnded("failed", tuple(failed), failure)
        finally:
            emit(ended)

    def _load(self, emit: EmitArticle) -> Dataset:
        def tell(share: float, text: str) -> None:
            if self.control.stopped:
                raise Cancelled
            emit(DataLoading(share, text))

        return load(self.choice, tell)

    def _make_all(self, dataset: Dataset, emit: EmitArticle, failed: list[str]) -> None:
        fingerprint = dataset.fingerprint
        before = {step.key: result for step in self.steps if (result := kept(self.results, step.key)) is not None}
        current = {key: result for key, result in before.items() if result.fingerprint == fingerprint and not is_outdated(result)}
        there = {} if self.anew else current
        known = {key: 0.0 if key in there else result.seconds for key, result in before.items()}
        forecast = Forecast(expected_seconds(self.steps, dataset, self.quick, known))
        for place, step in enumerate(self.steps):
            if self.control.stopped:
                raise Cancelled
            emit(StepStarted(step.key, place + 1, len(self.steps)))
            if step.key in there:
                ended = StepEnded(step.key, there[step.key], was_there=True)
            else:
                ended = self._make(step, dataset, _Teller(step.key, place, forecast, emit))
            emit(ended)
            if ended.error is not None:
                failed.append(step.key)

    def _make(self, step: Step, dataset: Dataset, tell: "_Teller") -> StepEnded:
        began = perf_counter()
        lab = TrainingLab(self.home / RUNS, self.choice, dataset, self.quick, tell, self.control)
        try:
            findings = step.measure(lab)
            result = Result(
                step.key, findings, self.quick, dataset.name, dataset.fingerprint, perf_counter() - began,
                datetime.now().astimezone().isoformat(timespec="seconds"), versions(), machine(), tuple(run.name for run in lab.runs),
                tuple(recipe_to_json(RunFolder.open(run).recipe) for run in lab.runs),
            )  # fmt: skip
            keep(self.results, result)
        except Cancelled:
            raise
        except OSError as problem:
            place = WorkbenchError(f"The result can't be kept in {self.results}: {problem.strerror or problem}.")
            return StepEnded(step.key, error=place)
        except Exception as failure:  # the edge of a step: said, and the next one goes on
            return StepEnded(step.key, error=failure)
        return StepEnded(step.key, result)


class _Teller:
    """Tells how far one step is; where only the text is known, the share stays what it was."""

    def __init__(self, key: str, place: int, forecast: Forecast, emit: EmitArticle) -> None:
        self._key, self._place, self._forecast, self._emit = key, place, forecast, emit
        self._share = 0.0

    def __call__(self, share: float, text: str) -> None:
        if share >= 0:
            self._share = max(self._share, share)
        overall = self._forecast.share(self._place, self._share)
        left = self._forecast.seconds_left(self._place, self._share)
        self._emit(StepProgressed(self._key, self._share, overall, text, left))

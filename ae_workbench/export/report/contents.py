"""What a report tells: the article's chapters with everything that was found, and its figures drawn."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from ae_workbench.analysis.chapters import CHAPTERS, Chapter, Illustration
from ae_workbench.analysis.chapters.comparison import Compared, compared
from ae_workbench.analysis.chapters.judging import comparable
from ae_workbench.analysis.chapters.measuring import MODERN, NAMES, PUBLISHED
from ae_workbench.analysis.chapters.settings import Setting, settings, value_text
from ae_workbench.analysis.chapters.steps import Step, experiments_of, steps_of
from ae_workbench.analysis.experiments.experiment import Experiment
from ae_workbench.core.errors import WorkbenchError
from ae_workbench.core.parameters import applies, specs
from ae_workbench.data.dataset import Dataset
from ae_workbench.engine.datasets import load
from ae_workbench.engine.findings import Result, kept, results_home, runs_of
from ae_workbench.engine.outdated import is_outdated
from ae_workbench.export.figures.plots import stand_beside
from ae_workbench.export.report.plates import DARK, LIGHT, PRINT, Plate, plot_plate, run_plate
from ae_workbench.export.report.request import ReportRequest, Say
from ae_workbench.export.subject import Subject
from ae_workbench.variants.recipes import parse_recipe_json

EDITIONS = (PUBLISHED, MODERN)
"""In the order of a chapter's runs."""


@dataclass(frozen=True)
class Illustrated:
    """The article's figure in words, and ours."""

    illustration: Illustration
    plates: tuple[Plate, ...]


@dataclass(frozen=True)
class Section:
    """A step in the report; ``result`` is None where it wasn't run."""

    step: Step
    result: Result | None
    plates: tuple[Plate, ...] = ()

    @property
    def is_outdated(self) -> bool:
        """Whether its models had other settings than they would have now."""
        return self.result is not None and is_outdated(self.result)


@dataclass(frozen=True)
class Part:
    """A chapter in the report; ``number`` counts from 1."""

    number: int
    chapter: Chapter
    settings: tuple[Setting, ...]
    numbers: tuple[Compared, ...]
    training: Section | None
    illustrated: tuple[Illustrated, ...]
    experiments: tuple[tuple[Experiment, Section], ...]

    @property
    def sections(self) -> tuple[Section, ...]:
        own = (self.training,) if self.training is not None else ()
        return (*own, *(section for _, section in self.experiments))


@dataclass(frozen=True)
class Report:
    """All of it. ``data`` and ``fingerprint`` are empty where nothing was run."""

    quick: bool
    data: str
    fingerprint: str
    versions: Mapping[str, str]
    machines: tuple[str, ...]
    seconds: float
    parts: tuple[Part, ...]

    @property
    def sections(self) -> tuple[Section, ...]:
        return tuple(section for part in self.parts for section in part.sections)


def gather(request: ReportRequest) -> Report:
    """Read the results and draw every figure. Raises ``Cancelled`` where ``request.progress`` does."""
    home = results_home(request.home, request.choice, request.quick)
    request = _with_data(request)
    wanted = {key for chapter in CHAPTERS for key in (step.key for step in steps_of(chapter)) if not request.steps or key in request.steps}
    results = {key: result for key in wanted if (result := kept(home, key)) is not None}
    chapters = [(number, chapter) for number, chapter in enumerate(CHAPTERS, 1) if _stands(chapter, wanted, request)]
    parts = []
    for done, (number, chapter) in enumerate(chapters):
        request.progress(done / len(chapters), f"Drawing the figures of “{chapter.title}”")
        parts.append(_part(number, chapter, results, wanted, request))
    newest = max(results.values(), key=lambda result: result.when, default=None)
    return Report(
        request.quick,
        newest.data if newest else "",
        newest.fingerprint if newest else "",
        newest.versions if newest else {},
        tuple(dict.fromkeys(result.machine for result in results.values())),
        sum(result.seconds for result in results.values()),
        tuple(parts),
    )


def _with_data(request: ReportRequest) -> ReportRequest:
    """With the data loaded once for all figures; data that can't be had are said at the figures that need them."""
    try:
        return request if request.dataset else replace(request, dataset=load(request.choice, request.progress))
    except WorkbenchError:
        return request


def _stands(chapter: Chapter, wanted: set[str], request: ReportRequest) -> bool:
    """All chapters stand in a whole report; in one of chosen steps those that have any."""
    return not request.steps or any(step.key in wanted for step in steps_of(chapter))


def _part(number: int, chapter: Chapter, results: Mapping[str, Result], wanted: set[str], request: ReportRequest) -> Part:
    steps = {step.key: step for step in steps_of(chapter) if step.key in wanted}
    forms = [*([LIGHT, DARK] if request.is_wanted(".html") else []), *([PRINT] if request.is_wanted(".pdf") else [])]
    own = next((step for step in steps.values() if step.key.startswith("chapters/")), None)
    training = _section(own, results, forms, request.say) if own else None
    found = training.result if training else None
    numbers = (
        compared(chapter, found.findings.numbers, comparable(found.fingerprint, found.quick)) if found else compared(chapter, (), False)
    )
    experiments = tuple(
        (experiment, _section(steps[key], results, forms, request.say))
        for experiment in experiments_of(chapter)
        if (key := f"experiments/{experiment.key}") in steps
    )
    return Part(number, chapter, settings(chapter), numbers, training, tuple(_illustrated(chapter, found, forms, request)), experiments)


def _section(step: Step, results: Mapping[str, Result], forms: list[str], say: Say) -> Section:
    result = results.get(step.key)
    plots = result.findings.plots if result else ()
    plates = (plot_plate(plot, forms, say, beside) for plot, beside in zip(plots, stand_beside(plots), strict=True))
    return Section(step, result, tuple(plates))


def _illustrated(chapter: Chapter, result: Result | None, forms: list[str], request: ReportRequest) -> Iterator[Illustrated]:
    """Each of the chapter's figures, drawn from its runs."""
    dataset = request.dataset if chapter.data is None else None
    subjects = _subjects(runs_of(request.home, result), dataset) if result else []
    for illustration in chapter.illustrations:
        plates = []
        for edition, subject in zip(EDITIONS, subjects, strict=False):
            request.progress(-1.0, f"Drawing the figures of “{chapter.title}”")
            caption = request.say(NAMES[edition])
            plates.append(
                Plate(caption, problem=subject)
                if isinstance(subject, str)
                else run_plate(illustration.kind, subject, caption, forms, dataset)
            )
        yield Illustrated(illustration, tuple(plates))


def _subjects(runs: tuple[Path, ...], dataset: Dataset | None) -> list[Subject | str]:
    """The runs of a chapter, or why one can't be opened."""
    found: list[Subject | str] = []
    for run in runs[: len(EDITIONS)]:
        try:
            found.append(Subject(run, dataset=dataset))
        except WorkbenchError as problem:
            found.append(str(problem))
    return found


def recipe_line(recipe: Mapping[str, Any], say: Say) -> str:
    """Every setting of a run's recipe on one line."""
    try:
        found = parse_recipe_json(recipe)
    except WorkbenchError as problem:
        return say(str(problem))
    words = []
    for parameters in (found.parameters, found.training):
        for name, spec in specs(type(parameters)).items():
            if applies(parameters, name):
                words.append(f"{say(spec.label)} {say(value_text(getattr(parameters, name)))}")
    return " · ".join([say(found.name) or found.variant, *words])

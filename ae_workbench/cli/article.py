"""``article``: the article worked through, chapter by chapter, and a report of what was found."""

import sys
from argparse import Namespace
from pathlib import Path
from typing import Any

from ae_workbench.analysis.chapters.steps import Step, all_steps, chosen_steps
from ae_workbench.analysis.chapters.wording import verdict_name
from ae_workbench.cli.interrupting import interrupt_stops
from ae_workbench.cli.loading import load_choice, shown_progress
from ae_workbench.cli.printing import print_event, shown_by
from ae_workbench.core.errors import DataError, WorkbenchError
from ae_workbench.core.exit_codes import DONE, FAILED, INTERRUPTED
from ae_workbench.core.recipe import Choice
from ae_workbench.data.dataset import Dataset
from ae_workbench.data.loading import choice_for
from ae_workbench.engine.article import ArticleEnded, ArticleEvent, ArticleSession, StepEnded, StepProgressed, StepStarted
from ae_workbench.engine.findings import Result, runs_of
from ae_workbench.export.report import ReportRequest, Say, write_report
from ae_workbench.export.report.wording import duration
from ae_workbench.export.report.write import check_letters
from ae_workbench.storage.atomic import make_folder
from ae_workbench.storage.paths import article_home
from ae_workbench.storage.place import check_folder_of, written_to

HTML, PDF = "report.html", "report.pdf"


def run_article(chosen: Namespace, say: Say) -> int:
    """``say`` gives the sentences of the report in its language."""
    steps = chosen_steps(chosen.only) if chosen.only else all_steps()
    choice = choice_for(chosen.data) if chosen.data else Choice("digits")
    files = _files(chosen.out, chosen.language)
    dataset = _images(choice)
    session = ArticleSession(steps, choice, article_home(), chosen.quick, chosen.anew, dataset)
    show: _Lines | _Bar = _Lines() if chosen.json else _Bar(steps)
    ended: list[ArticleEnded] = []

    def tell(event: ArticleEvent) -> None:
        if isinstance(event, ArticleEnded):
            ended.append(event)
        show.event(event)

    with interrupt_stops(session) as was_interrupted, shown_by(tell, session) as emit:
        session.run(emit)
    if ended[0].error is not None:
        raise ended[0].error
    if was_interrupted():
        return INTERRUPTED
    told = [step.key for step in steps] if chosen.only else []
    with shown_progress() as progress:
        write_report(ReportRequest(article_home(), choice, chosen.quick, files, told, dataset, say, chosen.language, progress))
    show.written(files)
    return FAILED if ended[0].failed else DONE


def _files(folder: Path, language: str) -> tuple[Path, ...]:
    """Those of the report, in a folder that is made before hours are spent on what goes into it."""
    with written_to(folder):
        make_folder(folder)
        check_folder_of(folder / HTML)
    try:
        check_letters(PDF, language)
    except WorkbenchError as problem:
        print(f"ae-workbench: {problem} Only {HTML} will be written.", file=sys.stderr)
        return (folder / HTML,)
    return folder / HTML, folder / PDF


def _images(choice: Choice) -> Dataset:
    dataset = load_choice(choice)
    if not dataset.shape.is_image:
        raise DataError(
            f"{dataset.name} are sequences, but the article is about images: choose images with --data, such as digits or mnist."
        )
    return dataset


class _Lines:
    """One JSON object a line."""

    def event(self, event: ArticleEvent) -> None:
        match event:
            case StepStarted(key=key, number=number, total=total):
                print_event("started", step=key, number=number, total=total)
            case StepEnded(key=key, result=result, error=error, was_there=was_there):
                more = _told(result) if result is not None else {"error": str(error)}
                print_event("ended", step=key, was_there=was_there, **more)
            case ArticleEnded(outcome=outcome, failed=failed, error=error):
                more = {"error": str(error)} if error else {}
                print_event("all_ended", outcome=outcome, failed=list(failed), **more)

    def written(self, files: tuple[Path, ...]) -> None:
        print_event("written", files=[str(path) for path in files])


def _told(result: Result) -> dict[str, Any]:
    findings = result.findings
    return {
        "verdict": findings.verdict,
        "words": list(findings.words),
        "numbers": {number.key: {"value": number.value, "unit": number.unit, "published": number.published} for number in findings.numbers},
        "seconds": round(result.seconds, 3),
        "data": result.data,
        "fingerprint": result.fingerprint,
        "quick": result.quick,
        "runs": [str(run) for run in runs_of(article_home(), result)],
    }


class _Bar:
    """A progress bar over all steps with time left, and a line for each step that has ended."""

    def __init__(self, steps: tuple[Step, ...]) -> None:
        from tqdm import tqdm

        self._tqdm = tqdm
        self._titles = {step.key: step.title for step in steps}
        look = "{percentage:3.0f}% {bar} {desc}"
        self._bar: Any = tqdm(total=1.0, file=sys.stderr, bar_format=look, disable=None)
        self._at = ""

    def event(self, event: ArticleEvent) -> None:
        match event:
            case StepStarted(number=number, total=total):
                self._at = f"{number} of {total}"
            case StepProgressed(overall=overall, text=text, seconds_left=left):
                left_text = f", {duration(left)} left" if left is not None else ""
                self._bar.set_description_str(f"{self._at}{left_text} · {text}", refresh=False)
                self._bar.update(max(0.0, overall - self._bar.n))
            case StepEnded(key=key, result=result, error=error, was_there=was_there):
                self._tqdm.write(self._line(key, result, error, was_there))
            case ArticleEnded(outcome=outcome):
                self._bar.close()
                if outcome == "stopped":
                    print("Stopped; what is done is kept, and the same command goes on.", file=sys.stderr)

    def _line(self, key: str, result: Result | None, error: Exception | None, was_there: bool) -> str:
        title = self._titles[key]
        if result is None:
            return f"{title}: failed. {error}"
        spent = "was there" if was_there else duration(result.seconds)
        return f"{title}: {verdict_name(key, result.findings.verdict)} ({spent}). {result.findings.words[0]}"

    def written(self, files: tuple[Path, ...]) -> None:
        for path in files:
            print(path)

"""Draws a figure and writes its file: the one way for window and command line, so that both give the same."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from ae_workbench.core.errors import WorkbenchError
from ae_workbench.data.checks import check_fits
from ae_workbench.export.figures.figure import ENDINGS, LEAST_DPI, MOST_DPI, FigureKind, FigureRequest
from ae_workbench.export.figures.plane import check_layout
from ae_workbench.export.figures.sheet import Sheet, drawing
from ae_workbench.export.figures.style import COLOUR_MAPS, Look
from ae_workbench.export.subject import Subject
from ae_workbench.storage.place import check_place, written_to

MOST_RUNS = 12


@dataclass(frozen=True)
class Form:
    """``ending`` is "png", "svg" or "pdf"."""

    ending: str
    look: Look


def write_figure(kind: FigureKind, request: FigureRequest) -> None:
    """Draw and write, whole or not at all; what is wrong is said before anything slow is imported.

    Raises:
        WorkbenchError: another ending, no such run, epoch or example, a run or data the kind doesn't suit, or a place that can't be
            written.
        Cancelled: ``request.progress`` raised it.
    """
    subjects = checked(kind, request)
    _prepare(kind, subjects)
    request.progress(-1.0, "Drawing")
    with drawing():
        sheet: Sheet = kind.draw(subjects, request)
        request.progress(-1.0, f"Writing {request.out.name}")
        with written_to(request.out):
            sheet.save(request.out)


def figure_contents(
    kind: FigureKind, request: FigureRequest, forms: Sequence[Form], subjects: Sequence[Subject] = ()
) -> list[bytes]:  # fmt: skip
    """What the files of one figure would hold, one for each form, in place of the request's own ending and look.

    ``subjects`` are the request's runs, where they are open already. Raises as ``write_figure`` does, but for the place.
    """
    opened = list(subjects) or _subjects(kind, request)
    for subject in subjects:
        kind.check(subject)
    _prepare(kind, opened)
    contents = []
    with drawing():
        for form in forms:
            wanted = replace(request, out=Path(f"figure.{form.ending}"), look=form.look)
            contents.append(kind.draw(opened, wanted).content(form.ending))
    return contents


def _prepare(kind: FigureKind, subjects: Sequence[Subject]) -> None:
    """What takes long, outside of the lock that drawing needs; data first, because what is wrong with them is known sooner."""
    if kind.uses_data:
        for subject in subjects:
            _ = subject.dataset
    if kind.uses_model:
        _ = [subject.snapshot for subject in subjects]


def checked(kind: FigureKind, request: FigureRequest) -> list[Subject]:
    """The runs, once everything that can be known quickly is found right. Raises ``WorkbenchError``."""
    check_place(request.out, ENDINGS)
    return _subjects(kind, request)


def _subjects(kind: FigureKind, request: FigureRequest) -> list[Subject]:
    _check_choices(kind, request)
    _check_number_of_runs(kind, len(request.runs))
    subjects = [
        Subject(run, request.epoch, request.data, request.dataset, request.split, request.progress) for run in request.runs
    ]  # fmt: skip
    for subject in subjects:
        kind.check(subject)
        if kind.uses_epoch:
            _ = subject.epoch
    _share_data(subjects, request)
    return subjects


def _share_data(subjects: list[Subject], request: FigureRequest) -> None:
    """Runs that are compared see the same examples: those asked for, or the first run's own."""
    first = subjects[0]
    for subject in subjects[1:]:
        if subject.shape != first.shape:
            raise WorkbenchError(
                f"{first.name} was trained on {first.shape} data and {subject.name} on {subject.shape}: "
                "only runs on data of one shape can be compared."
            )
        subject.look_at(first)
    if request.dataset is not None:
        check_fits(request.dataset, first.shape)


def _check_choices(kind: FigureKind, request: FigureRequest) -> None:
    if not LEAST_DPI <= request.dpi <= MOST_DPI:
        raise WorkbenchError(f"A figure can have {LEAST_DPI} to {MOST_DPI} dots per inch, not {request.dpi}.")
    if request.look.colour_map not in COLOUR_MAPS:
        raise WorkbenchError(f"There is no colour map “{request.look.colour_map}”: choose one of {', '.join(COLOUR_MAPS)}.")
    if request.count is not None:
        if kind.count is None:
            raise WorkbenchError(f"The figure “{kind.key}” has no count: leave it out.")
        if not kind.count.low <= request.count <= kind.count.high:
            low, high = f"{kind.count.low:,}", f"{kind.count.high:,}"
            raise WorkbenchError(
                f"The count of “{kind.key}” ({kind.count.label.lower()}) must be from {low} to {high}, not {request.count:,}."
            )
    if request.examples and not kind.takes_examples:
        raise WorkbenchError(f"The figure “{kind.key}” shows no chosen examples: leave them out.")
    if kind.count and len(request.examples) > kind.count.high:
        raise WorkbenchError(f"The figure “{kind.key}” shows up to {kind.count.high} chosen examples, not {len(request.examples)}.")
    if request.corruption is not None and not kind.takes_noise:
        raise WorkbenchError(f"The figure “{kind.key}” has no noise of its own: leave it out.")
    check_layout(request.layout)


def _check_number_of_runs(kind: FigureKind, count: int) -> None:
    if kind.compares and not 2 <= count <= MOST_RUNS:
        raise WorkbenchError(f"The figure “{kind.key}” takes 2 to {MOST_RUNS} runs, not {count}: give the folders of all of them.")
    if not kind.compares and count != 1:
        raise WorkbenchError(f"The figure “{kind.key}” is of one run, not of {count}: only compare takes several.")

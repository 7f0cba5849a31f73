"""Figures for a report, drawn in every form that its files need."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from ae_workbench.analysis.experiments.experiment import Chart, Pictures, Plot, ScatterMap
from ae_workbench.core.errors import WorkbenchError
from ae_workbench.data.dataset import Dataset
from ae_workbench.export.figures import FIGURES, FigureRequest, Form, Look, figure_contents
from ae_workbench.export.figures.plots import BESIDE_WIDTH, WIDTH, draw_plot
from ae_workbench.export.report.request import Say
from ae_workbench.export.subject import Subject

SCREEN_DPI = 220
MOST_SVG_BYTES = 150_000
"""A larger drawing, of thousands of points, goes into the page as a picture."""
LIGHT, DARK, PRINT = "light", "dark", "print"
LOOKS = {LIGHT: Look(), DARK: Look(dark=True), PRINT: Look()}


@dataclass(frozen=True)
class Plate:
    """A figure: contents by ``LIGHT`` and ``DARK`` (SVG or PNG) and ``PRINT`` (PDF), or why it can't be drawn.

    ``caption`` stands below it; ``title`` names it for who can't see it. ``beside``: two of its kind stand in a row.
    """

    title: str
    caption: str = ""
    contents: Mapping[str, bytes] = field(default_factory=dict)
    problem: str = ""
    beside: bool = False


def plot_plate(plot: Plot, wanted: Sequence[str], say: Say, beside: bool = False) -> Plate:
    """A plot of findings, in the language of the report."""
    told = plot_in_words(plot, say)
    width = BESIDE_WIDTH if beside else WIDTH

    def draw(forms: Sequence[Form]) -> list[bytes]:
        return [draw_plot(told, form.look, width, SCREEN_DPI, form.ending) for form in forms]

    return Plate(told.title, contents=_contents(wanted, draw), beside=beside)


def run_plate(kind: str, subject: Subject, caption: str, wanted: Sequence[str], dataset: Dataset | None) -> Plate:
    """A figure of a run; one that can't be drawn says why."""
    request = FigureRequest((subject.path,), Path("figure.png"), dataset=dataset, dpi=SCREEN_DPI)
    try:
        contents = _contents(wanted, lambda forms: figure_contents(FIGURES[kind], request, forms, [subject]))
    except WorkbenchError as problem:
        return Plate(caption, problem=str(problem))
    return Plate(caption, caption, contents)


def _contents(wanted: Sequence[str], draw: Callable[[Sequence[Form]], list[bytes]]) -> dict[str, bytes]:
    forms = {name: Form("pdf" if name == PRINT else "svg", LOOKS[name]) for name in wanted}
    found = dict(zip(forms, draw(list(forms.values())), strict=True))
    large = [name for name, content in found.items() if name != PRINT and len(content) > MOST_SVG_BYTES]
    return found | dict(zip(large, draw([Form("png", LOOKS[name]) for name in large]), strict=True))


def plot_in_words(plot: Plot, say: Say) -> Plot:
    """The same with its texts said."""
    if isinstance(plot, Chart):
        series = tuple(replace(each, name=say(each.name)) for each in plot.series)
        return replace(
            plot, title=say(plot.title), x_label=say(plot.x_label), y_label=say(plot.y_label), series=series,
            ticks=tuple(map(say, plot.ticks)),
        )  # fmt: skip
    if isinstance(plot, ScatterMap):
        return replace(plot, title=say(plot.title), class_names=tuple(map(say, plot.class_names)))
    assert isinstance(plot, Pictures)
    return replace(plot, title=say(plot.title), rows=tuple((say(label), images) for label, images in plot.rows))

"""``figure``: a run, or several, as a figure for a paper."""

from argparse import Namespace
from pathlib import Path

from ae_workbench.cli.loading import chosen_split, other_data, shown_progress
from ae_workbench.core.errors import WorkbenchError
from ae_workbench.export.figures import FIGURES, FigureRequest, Look, write_figure
from ae_workbench.export.figures.denoising import corruption_of
from ae_workbench.storage.archive import opened_run
from ae_workbench.storage.run_folder import RunFolder


def run_figure(chosen: Namespace) -> int:
    *runs, kind = chosen.words
    if not runs:
        raise WorkbenchError(f"Give a run's folder and then a kind of figure, one of {', '.join(FIGURES.keys)}.")
    paths = tuple(opened_run(Path(run)) for run in runs)
    other = other_data(chosen, RunFolder.open(paths[0]))
    with shown_progress() as progress:
        request = FigureRequest(
            paths, chosen.out, chosen.epoch, other, count=chosen.count, split=chosen_split(chosen, other),
            examples=_whole_numbers(chosen.examples), layout=chosen.layout, dpi=chosen.dpi,
            corruption=corruption_of(chosen.noise) if chosen.noise else None,
            look=Look(chosen.dark, chosen.transparent, not chosen.no_title, chosen.colour_map), progress=progress,
        )  # fmt: skip
        write_figure(FIGURES[kind], request)
    print(f"{FIGURES[kind].label}: {chosen.out}")
    return 0


def _whole_numbers(text: str) -> tuple[int, ...]:
    parts = [part.strip() for part in text.split(",") if part.strip()]
    if not all(part.isdecimal() for part in parts):
        raise WorkbenchError(f"“{text}” is no list of test examples: write whole numbers with commas, such as 0,7,12.")
    return tuple(int(part) for part in parts)

"""What an export would be of: the shown run and epoch, the data, and what the viewer in front shows."""

from dataclasses import dataclass, field
from pathlib import Path

from ae_workbench.core.corruption import Corruption
from ae_workbench.core.recipe import Choice
from ae_workbench.data.dataset import Dataset
from ae_workbench.ui.workspace import Workspace


@dataclass(frozen=True)
class Shows:
    """What a viewer shows that a figure can show too."""

    examples: tuple[int, ...] = ()
    corruption: Corruption | None = None
    layout: str = ""
    runs: tuple[Path, ...] = ()


@dataclass(frozen=True)
class ExportContext:
    """``choice`` and ``dataset`` are the window's data where the run can take them. ``own_data``: whether these, if any, are the run's own.

    ``corruption`` is the noise that the run was trained with. ``compared`` are the runs that a comparison is of. ``viewer`` is the key of
    the one in front, which ``shows`` is about.
    """

    run: Path
    name: str
    epochs: tuple[int, ...]
    epoch: int | None
    data_name: str
    choice: Choice | None = None
    dataset: Dataset | None = None
    own_data: bool = True
    corruption: Corruption | None = None
    compared: tuple[Path, ...] = ()
    colour_map: str = "grey"
    viewer: str = ""
    shows: Shows = field(default_factory=Shows)


def context_of(workspace: Workspace, viewer: str = "", shows: Shows | None = None) -> ExportContext | None:
    """As things stand now, with a viewer in front; None while no run is shown."""
    run = workspace.run_folder
    if run is None:
        return None
    shows = shows or Shows()
    fits = workspace.run_fits_data and workspace.dataset is not None
    own = fits and workspace.dataset is not None and workspace.choice == run.recipe.data
    noise = run.plan.corruption if run.plan.corruption.kind != "none" else None
    return ExportContext(
        run.path, run.recipe.name or run.path.name, tuple(run.epochs()), workspace.shown_epoch, run.facts.data_name,
        workspace.choice if fits else None, workspace.dataset if fits else None, own or not fits, noise,
        shows.runs or workspace.compared, workspace.colour_map, viewer, shows,
    )  # fmt: skip

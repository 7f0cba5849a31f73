"""Where the program keeps what it makes, by the platform's customs."""

import os
from datetime import datetime
from pathlib import Path

import platformdirs

APP = "AE Workbench"
HOME_VARIABLE = "AE_WORKBENCH_HOME"


def data_home() -> Path:
    """Folder for runs; ``AE_WORKBENCH_HOME`` overrides the platform's."""
    override = os.environ.get(HOME_VARIABLE)
    return Path(override) if override else Path(platformdirs.user_data_dir(APP, appauthor=False))


def settings_home() -> Path:
    """Folder for settings; with ``AE_WORKBENCH_HOME`` set it is inside that."""
    override = os.environ.get(HOME_VARIABLE)
    return Path(override) / "settings" if override else Path(platformdirs.user_config_dir(APP, appauthor=False))


def runs_home() -> Path:
    """Folder that new runs are made in."""
    return data_home() / "runs"


def new_run_path(variant: str, now: datetime) -> Path:
    """A folder for a new run, named by time and variant, that isn't there yet."""
    return free_path(runs_home() / f"{now:%Y-%m-%d_%H-%M-%S}-{variant}")


def sweeps_home() -> Path:
    """Folder that new sweeps are made in."""
    return data_home() / "sweeps"


def new_sweep_path(variant: str, now: datetime) -> Path:
    """A folder for a new sweep, named by time and variant, that isn't there yet."""
    return free_path(sweeps_home() / f"{now:%Y-%m-%d_%H-%M-%S}-{variant}")


def free_path(path: Path, joiner: str = "-") -> Path:
    """``path``, or, where something is there, with a number behind its name; of a file before its ending."""
    number, free = 1, path
    while free.exists():
        number += 1
        stem, ending = (path.stem, path.suffix) if path.is_file() else (path.name, "")
        free = path.with_name(f"{stem}{joiner}{number}{ending}")
    return free


def article_home() -> Path:
    """Folder for the article's experiments: what they found, and their models."""
    return data_home() / "article"


def logs_home() -> Path:
    """Folder for what went wrong."""
    return data_home() / "logs"

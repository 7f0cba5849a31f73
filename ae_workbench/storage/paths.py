"""Where the program keeps what it makes, by the platform's customs."""

import os
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

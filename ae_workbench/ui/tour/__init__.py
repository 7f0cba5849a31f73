"""Drives the real window through a session and writes a picture of each step."""

from ae_workbench.ui.tour.run import run_tour

__all__ = ["run_tour"]

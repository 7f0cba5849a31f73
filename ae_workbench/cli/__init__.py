"""The command line: the same engine as the window, one sentence for every mistake."""

from ae_workbench.cli.main import main

__all__ = ["main"]

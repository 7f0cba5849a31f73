"""The modes of the window beside the workbench, in the order of their buttons. A new one is one package here and one line."""

from ae_workbench.core.registry import Registry
from ae_workbench.ui.modes import documents, sweep
from ae_workbench.ui.modes.mode import Mode, ModePage

MODES: Registry[Mode] = Registry("mode", sweep.MODE, documents.MODE)

__all__ = ["MODES", "Mode", "ModePage"]

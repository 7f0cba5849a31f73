"""``.aew``: a run as one file."""

from ae_workbench.storage.archive.limits import ENDING
from ae_workbench.storage.archive.opening import import_archive, is_archive, opened_run
from ae_workbench.storage.archive.read import unpack
from ae_workbench.storage.archive.write import CHOICES, Packed, chosen_epochs, pack

__all__ = ["CHOICES", "ENDING", "Packed", "chosen_epochs", "import_archive", "is_archive", "opened_run", "pack", "unpack"]

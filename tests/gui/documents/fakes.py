"""Pages whose training is short or endless, as the modes of a window."""

from ae_workbench.core.registry import Registry
from ae_workbench.engine.session import Session
from ae_workbench.ui.modes import Mode
from ae_workbench.ui.modes.documents.page import DocumentsPage
from tests.gui.fakes import endless_session


def small_session(recipe, dataset, run, until, event_files):
    """A real one."""
    return Session(recipe, dataset, run, 2, event_files)


def small_page(window):
    return DocumentsPage(window, small_session)


def endless_page(window):
    return DocumentsPage(window, endless_session)


def modes(home):
    return Registry("mode", Mode("documents", "Pages", "file-text", "Pages", f"{__name__}:{home}"))

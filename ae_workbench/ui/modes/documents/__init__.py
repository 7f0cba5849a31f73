"""The mode in which pages and sounds are cleaned, with a handle to drag between before and after."""

from ae_workbench.ui.modes.documents.page import DocumentsPage
from ae_workbench.ui.modes.mode import Mode
from ae_workbench.ui.translation import QT_TRANSLATE_NOOP

MODE = Mode(
    "documents", QT_TRANSLATE_NOOP("modes", "Pages and sound"), "file-text",
    QT_TRANSLATE_NOOP("modes", "Clean scanned pages and noisy recordings of any size"), DocumentsPage,
)  # fmt: skip

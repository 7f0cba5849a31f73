"""The modes of the window beside the workbench, in the order of their buttons. A new one is one package here and one entry.

An entry names its page by its place; the page is imported when it is first shown, so nothing of it may be imported here.
"""

from ae_workbench.core.registry import Registry
from ae_workbench.ui.modes.mode import Mode, ModePage
from ae_workbench.ui.translation import QT_TRANSLATE_NOOP

MODES: Registry[Mode] = Registry(
    "mode",
    Mode(
        "article", QT_TRANSLATE_NOOP("modes", "Article"), "book-open",
        QT_TRANSLATE_NOOP("modes", "Read the article chapter by chapter, run its models and put its claims to the test"),
        "ae_workbench.ui.modes.article.page:ArticlePage",
    ),
    Mode(
        "sweep", QT_TRANSLATE_NOOP("modes", "Sweep"), "chart-spline",
        QT_TRANSLATE_NOOP("modes", "Vary one or two parameters over a range and see what they cost"),
        "ae_workbench.ui.modes.sweep.page:SweepPage",
    ),
    Mode(
        "documents", QT_TRANSLATE_NOOP("modes", "Pages and sound"), "file-text",
        QT_TRANSLATE_NOOP("modes", "Clean scanned pages and noisy recordings of any size"),
        "ae_workbench.ui.modes.documents.page:DocumentsPage",
    ),
)  # fmt: skip

__all__ = ["MODES", "Mode", "ModePage"]

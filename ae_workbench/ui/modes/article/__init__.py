"""The mode in which the article is read, chapter by chapter, and its claims are run."""

from ae_workbench.ui.modes.article.page import ArticlePage
from ae_workbench.ui.modes.mode import Mode
from ae_workbench.ui.translation import QT_TRANSLATE_NOOP

MODE = Mode(
    "article", QT_TRANSLATE_NOOP("modes", "Article"), "book-open",
    QT_TRANSLATE_NOOP("modes", "Read the article chapter by chapter, run its models and put its claims to the test"), ArticlePage,
)  # fmt: skip

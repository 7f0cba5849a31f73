"""A chapter's model in its two settings, each of which can be taken into the designer."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ae_workbench.analysis.chapters import Chapter
from ae_workbench.analysis.chapters.measuring import NAMES
from ae_workbench.analysis.chapters.settings import settings
from ae_workbench.export.report.wording import SETTINGS
from ae_workbench.ui.buttons import IconButton
from ae_workbench.ui.modes.article.illustration import EDITIONS
from ae_workbench.ui.modes.article.parts import SECTION_PX, heading
from ae_workbench.ui.modes.article.settings_table import SettingsTable
from ae_workbench.ui.sentences import in_words


class ModelSection(QWidget):
    """``recipe_requested`` gives the edition whose recipe is wanted."""

    recipe_requested = Signal(str)

    def __init__(self, chapter: Chapter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.table = SettingsTable(settings(chapter))
        row = QHBoxLayout(spacing=8)
        for edition in EDITIONS:
            text = self.tr("Use this recipe: {name}").format(name=in_words(NAMES[edition]))
            about = self.tr("Put this recipe into the designer of the workbench; that can be undone")
            button = IconButton(f"use_{edition}_button", "sliders-horizontal", text, about)
            button.clicked.connect(partial(self.recipe_requested.emit, edition))
            row.addWidget(button)
        row.addStretch(1)
        layout = QVBoxLayout(self, spacing=12)
        layout.setContentsMargins(0, SECTION_PX, 0, 0)
        layout.addWidget(heading(in_words(SETTINGS)))
        layout.addWidget(self.table)
        layout.addLayout(row)

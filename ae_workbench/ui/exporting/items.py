"""What can be exported, from the registries of exporters and figures, in the words of the window."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from ae_workbench.export.exporters import EXPORTERS, Exporter
from ae_workbench.export.figures import ENDINGS, FIGURES, FigureKind
from ae_workbench.ui.translation import QT_TRANSLATE_NOOP

FIGURE_GROUP = "figures"
GROUPS = {
    FIGURE_GROUP: (QT_TRANSLATE_NOOP("exports", "Figures"), "image"),
    "data": (QT_TRANSLATE_NOOP("exports", "Data"), "table"),
    "models": (QT_TRANSLATE_NOOP("exports", "Models"), "layers"),
    "code": (QT_TRANSLATE_NOOP("exports", "Code"), "file-text"),
}


@dataclass(frozen=True)
class Item:
    """One of the exporters or figures; ``key`` is unlike all others'."""

    key: str
    group: str
    exporter: Exporter | None = None
    kind: FigureKind | None = None

    @property
    def title(self) -> str:
        return said(self.exporter.label if self.exporter else self.kind.label if self.kind else "")

    @property
    def help(self) -> str:
        return said(self.exporter.help if self.exporter else self.kind.help if self.kind else "")

    @property
    def icon(self) -> str:
        return GROUPS[self.group][1]

    @property
    def endings(self) -> tuple[str, ...]:
        """Of its file, the usual one first; none for a folder."""
        return self.exporter.suffixes if self.exporter else ENDINGS

    @property
    def uses_epoch(self) -> bool:
        return self.exporter.uses_epoch if self.exporter else bool(self.kind and self.kind.uses_epoch)

    @property
    def uses_data(self) -> bool:
        return self.exporter.uses_data if self.exporter else bool(self.kind and self.kind.uses_data)


def items() -> tuple[Item, ...]:
    """All, group by group."""
    found = [Item(f"figure/{kind.key}", FIGURE_GROUP, kind=kind) for kind in FIGURES]
    found += [Item(f"export/{exporter.key}", exporter.group, exporter=exporter) for exporter in EXPORTERS]
    return tuple(item for group in GROUPS for item in found if item.group == group)


def every_ending() -> set[str]:
    """Of all files that can be exported."""
    return {ending for item in items() for ending in item.endings}


def figure_item(viewer: str) -> Item | None:
    """The figure that shows what a viewer shows."""
    return next((item for item in items() if item.kind is not None and viewer in item.kind.viewers), None)


def group_title(group: str) -> str:
    return said(GROUPS[group][0])


def said(text: str) -> str:
    """A label or help of the registries, translated."""
    return QCoreApplication.translate("exports", text) if text else ""

"""The codes viewer."""

from ae_workbench.ui.translation import QT_TRANSLATE_NOOP
from ae_workbench.ui.viewers.codes.view import CodesViewer
from ae_workbench.ui.viewers.viewer import ViewerKind

KIND = ViewerKind("codes", QT_TRANSLATE_NOOP("viewers", "Codes"), "chart-column", CodesViewer)

__all__ = ["KIND", "CodesViewer"]

"""Writes a report into its files, each whole or not at all."""

from pathlib import Path

from ae_workbench.export.report.contents import Report, gather
from ae_workbench.export.report.html import HtmlReport
from ae_workbench.export.report.request import ReportRequest
from ae_workbench.storage.atomic import write_bytes
from ae_workbench.storage.place import check_place, written_to

ENDINGS = (".html", ".pdf")


def write_report(request: ReportRequest) -> None:
    """Draw all figures and write every file asked for.

    Raises:
        WorkbenchError: another ending, no Chinese font for a PDF in Chinese, or a place that can't be written.
        Cancelled: ``request.progress`` raised it.
    """
    check(request)
    report = gather(request)
    for path in request.out:
        request.progress(-1.0, f"Writing {path.name}")
        content = _content(report, path, request)
        with written_to(path):
            write_bytes(path, content)


def check(request: ReportRequest) -> None:
    """What can be known at once. Raises ``WorkbenchError``."""
    for path in request.out:
        check_place(path, ENDINGS)


def check_letters(name: str, language: str) -> None:
    """Raises ``WorkbenchError`` where there is no font for a report of this name in this language."""
    if name.lower().endswith(".pdf"):
        from ae_workbench.export.report.typeface import other_faces

        other_faces(language)


def _content(report: Report, path: Path, request: ReportRequest) -> bytes:
    if path.suffix.lower() == ".html":
        return HtmlReport(report, request.say, request.language).text().encode()
    from ae_workbench.export.report.pdf import PdfReport

    return PdfReport(report, request.say, request.language).content()

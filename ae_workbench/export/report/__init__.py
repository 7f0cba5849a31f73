"""The report: everything that was found, as a page that holds itself (HTML) and as a document to print (PDF)."""

from ae_workbench.export.report.request import ReportRequest as ReportRequest
from ae_workbench.export.report.request import Say as Say
from ae_workbench.export.report.request import english as english
from ae_workbench.export.report.write import write_report as write_report

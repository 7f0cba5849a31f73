"""Diagnoses in the language of the window."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from ae_workbench.analysis.diagnosis import MALADIES
from ae_workbench.analysis.diagnosis.diagnosis import Diagnosis
from ae_workbench.ui.diagnosis.chip import Saying
from ae_workbench.ui.diagnosis.watch import Finding
from ae_workbench.ui.sentences import in_words

CONTEXT = "diagnosis"
TONES = {"problem": "bad", "warning": "warning", "hint": "idle"}
ICONS = {"problem": ("circle-x", "bad"), "warning": ("triangle-alert", "warning"), "hint": ("info", "accent")}


def tr(text: str) -> str:
    return QCoreApplication.translate(CONTEXT, text)


def saying(finding: Finding, diagnoses: Sequence[Diagnosis]) -> Saying:
    """What the chip says; ``diagnoses`` are those of the finding that weren't dismissed."""
    if not finding.is_judged and not diagnoses:
        return Saying("waiting", (tr("Too early to judge"), tr("Too early"), ""))
    bad = [diagnosis for diagnosis in diagnoses if diagnosis.severity != "hint"]
    if not bad:
        return Saying("good", _good(len(diagnoses), finding.inputs is not None))
    count = str(len(bad))
    counted = tr("1 finding") if len(bad) == 1 else tr("{count} findings").format(count=count)
    titles = in_words(bad[0].title), in_words(MALADIES[bad[0].key].name)
    more = f" +{len(bad) - 1}" if len(bad) > 1 else ""
    return Saying(TONES[bad[0].severity], (*(f"{title}{more}" for title in titles), counted, count))


def _good(hints: int, has_examples: bool) -> tuple[str, ...]:
    if not hints:
        return (tr("No problems found") if has_examples else tr("No problems in its curves")), tr("No problems"), ""
    counted = tr("1 hint") if hints == 1 else tr("{count} hints").format(count=hints)
    return tr("No problems, {hints}").format(hints=counted), counted, ""


def tip(finding: Finding, diagnoses: Sequence[Diagnosis]) -> str:
    """All titles, or what was looked for."""
    if diagnoses:
        return "\n".join(in_words(diagnosis.title) for diagnosis in diagnoses)
    return looked_for() if finding.is_judged else tr("After some more epochs it can be said whether anything is wrong.")


def looked_for() -> str:
    """Every malady by its name."""
    return tr("Looked for: {names}.").format(names=tr(", ").join(in_words(malady.name).lower() for malady in MALADIES))


def basis(finding: Finding) -> str:
    """What was judged by, where that wasn't everything."""
    if finding.inputs is not None:
        return ""
    return tr("Its data aren't loaded, so only its curves were judged.")

"""Sentences about a report as a whole, for both of its forms."""

from ae_workbench.analysis.chapters.judging import comparable
from ae_workbench.analysis.chapters.wording import NOT_RUN, OUTDATED, WHY_OUTDATED, verdict_name
from ae_workbench.export.report.contents import Report, Section
from ae_workbench.export.report.request import Say

TITLE = "Building autoencoders, chapter by chapter"
CONTENTS_HEADS = ("Chapter", "Verdict", "Time")
IN_ARTICLE, THEIR_FIGURE = "In the article:", "The article's figure:"
SETTINGS, SETTINGS_HEADS = "The model in two settings", ("Setting", "As published", "Modern", "Why it differs")
NUMBERS, NUMBERS_HEADS = "Its numbers and ours", ("Number", "The article", "As published", "Modern")
MEASURED_HEADS = ("Number", "Ours", "The article")
MODELS = "Settings of the models"
COLOPHON, COLOPHON_HEADS = "How this was made", ("What", "Which")
MINUTE_S, HOUR_S = 60, 3600


def data_words(report: Report, say: Say) -> str:
    """On what everything was run."""
    if not report.data:
        return say("Nothing has been run yet.")
    if report.quick:
        return say(f"A quick look on {report.data}: small data and few epochs.")
    return say(f"Run in full on {report.data}.")


def reading_words(report: Report, say: Say) -> str:
    """What to know before reading on."""
    if not report.data:
        return ""
    once = say("Every model was trained once, from one seed. Before you rely on a small difference, see what other seeds make of it.")
    if comparable(report.fingerprint, report.quick):
        return once
    apart = say("The article's numbers are of MNIST, trained in full. Here they stand beside ours, but the two can't be compared.")
    return f"{apart} {once}"


def state_words(section: Section, say: Say) -> tuple[str, str]:
    """A step's state in a word or two, and the verdict in whose colour it is set; "none" where there is none."""
    if section.result is None:
        return say(NOT_RUN), "none"
    if section.is_outdated:
        return say(OUTDATED), "partly"
    verdict = section.result.findings.verdict
    return say(verdict_name(section.step.key, verdict)), verdict


def reasons(section: Section, say: Say) -> list[str]:
    """The sentences that say why a step's state is what it is; none where it wasn't run."""
    if section.result is None:
        return []
    return [say(word) for word in ([WHY_OUTDATED] if section.is_outdated else []) + list(section.result.findings.words)]


def facts_of(report: Report, say: Say) -> list[tuple[str, str]]:
    """How it was made: name and value."""
    facts = [(say("Data"), say(report.data) if report.data else ""), (say("Fingerprint of the data"), report.fingerprint)]
    facts += [(name, number) for name, number in report.versions.items()]
    facts += [(say("Machine"), say(machine)) for machine in report.machines]
    facts += [(say("Time in all"), say(duration(report.seconds)))] if report.seconds else []
    dates = sorted(section.result.when for section in report.sections if section.result is not None)
    facts += [(say("Made"), " – ".join(dict.fromkeys(when[:16].replace("T", " ") for when in (dates[0], dates[-1]))))] if dates else []
    return [(name, value) for name, value in facts if value]


def duration(seconds: float) -> str:
    """In the largest units that count."""
    whole = round(seconds)
    if whole < MINUTE_S:
        return f"{whole} s"
    if whole < HOUR_S:
        return f"{whole // MINUTE_S} min {whole % MINUTE_S} s"
    return f"{whole // HOUR_S} h {whole % HOUR_S // MINUTE_S} min"

"""How verdicts are called, for window, report and command line."""

from ae_workbench.analysis.chapters.judging import Standing
from ae_workbench.analysis.chapters.steps import OF_CHAPTERS
from ae_workbench.analysis.experiments.experiment import Verdict

CLAIMS: dict[Verdict, str] = {"holds": "Holds", "partly": "Holds in part", "fails": "Doesn't hold", "open": "Left open"}
NUMBERS: dict[Verdict, str] = {"holds": "Reached", "partly": "Close", "fails": "Not reached", "open": "Trained"}
STANDINGS: dict[Standing, str] = {"reached": "Reached", "close": "Close", "missed": "Not reached"}
NOT_RUN = "Not run yet"
OUTDATED = "Settings changed"
WHY_OUTDATED = "The chapter's settings have changed since. Run it again to see what they give."


def verdict_name(step: str, verdict: Verdict) -> str:
    """Of a step by its key: a chapter's numbers are reached or not, an experiment's claim holds or not."""
    return (NUMBERS if step.startswith(f"{OF_CHAPTERS}/") else CLAIMS)[verdict]

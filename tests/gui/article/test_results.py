"""What the article's page knows of earlier results, and how it judges them."""

from ae_workbench.analysis.chapters import CHAPTERS
from ae_workbench.analysis.chapters.measuring import recipes_of
from ae_workbench.analysis.experiments.experiment import Findings, Number
from ae_workbench.core.recipe import recipe_to_json
from ae_workbench.engine.findings import keep, results_home
from ae_workbench.storage.paths import article_home
from ae_workbench.ui.modes.article.contents import state_line
from tests.gui.article.fakes import DIGITS, LEFT, SIMPLE, kept_runs, result, turn_to
from tests.gui.windows import WAIT_MS


def test_results_are_there_at_the_next_start_and_other_data_have_others(qtbot, page, trained_runs):
    kept_runs(trained_runs)
    keep(results_home(article_home(), DIGITS, True), result("experiments/depth"))
    page.results.look_at(DIGITS, True)
    with qtbot.waitSignal(page.results.reset, timeout=WAIT_MS):
        pass
    view = turn_to(qtbot, page, "simple")
    assert view.result.verdict.word.text() == "Trained"
    assert view.result.numbers.cells.rows[0][2].text != "–"
    with qtbot.waitSignal(page.results.reset, timeout=WAIT_MS):
        qtbot.mouseClick(page.controls.pace.button(1), LEFT)
    assert view.result.numbers.cells.rows[0][2].text == "–" and state_line(page.results, CHAPTERS["simple"]) == "Not run yet"


def test_numbers_of_mnist_are_judged_in_colour(qtbot, page, monkeypatch):
    monkeypatch.setattr("ae_workbench.analysis.chapters.judging.MNIST_FINGERPRINT", "mnist")
    view = turn_to(qtbot, page, "deep")
    numbers = (Number("published_val_loss", "", 0.0974, "", 0.097), Number("modern_val_loss", "", 0.0825, "", 0.097))
    found = Findings("holds", ("Reached.",), numbers)
    page.results.put(
        "chapters/deep", result("experiments/depth", key="chapters/deep", findings=found, quick=False, fingerprint="mnist"), None
    )
    row = view.result.numbers.cells.rows[0]
    assert [cell.text for cell in row[1:]] == ["0.097", "0.0974  ·  Reached", "0.0825  ·  Reached"]
    assert row[2].tone == "good" and view.head.chip.text == "1 of 2 run"


def test_a_result_of_other_settings_says_so(qtbot, page):
    view = turn_to(qtbot, page, "simple")
    published, modern = map(recipe_to_json, recipes_of(CHAPTERS["simple"], True))
    page.results.put(SIMPLE, result(SIMPLE, recipes=(published, modern)), None)
    assert view.result.verdict.word.text() == "Trained"
    other = {**modern, "training": {**modern["training"], "learning_rate": 0.5}}
    page.results.put(SIMPLE, result(SIMPLE, recipes=(published, other)), None)
    assert view.result.verdict.word.text() == "Settings changed"
    assert "have changed since" in view.result.verdict.sentences.text()

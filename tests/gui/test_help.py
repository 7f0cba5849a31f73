"""Help inside the window: what F1 and the small “?” open, formulas, history and search."""

import numpy as np
import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QColor, QFont, QFontDatabase, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton, QWidget

from ae_workbench.analysis.chapters import CHAPTERS
from ae_workbench.core.parameters import specs
from ae_workbench.core.recipe import Training
from ae_workbench.data import SOURCES
from ae_workbench.ui import theme
from ae_workbench.ui.help.context import help_for
from ae_workbench.ui.help.markup import formulas
from ae_workbench.ui.help.pages import FIRST_PAGE, Library
from ae_workbench.ui.help.style import page_style
from ae_workbench.ui.help.window import HelpWindow
from ae_workbench.ui.panels.data_section import Limit
from ae_workbench.ui.viewers import VIEWERS
from ae_workbench.ui.wording import said
from ae_workbench.variants import VARIANTS
from tests.gui.windows import WAIT_MS, open_window

LIBRARY = Library()


@pytest.fixture
def help_window(qtbot, codec):
    window = HelpWindow(LIBRARY, codec)
    qtbot.addWidget(window)
    return window


def wait_for_formulas(qtbot, browser):
    qtbot.waitUntil(lambda: browser.is_settled and not browser._codec.has_companions, timeout=WAIT_MS)


def show(qtbot, window, key):
    window.browser.open_page(key)
    if formulas(LIBRARY[key].text):
        wait_for_formulas(qtbot, window.browser)


def test_code_is_set_in_the_system_s_font_for_it(qapp, monkeypatch):
    class FontsOfAnotherSystem(QFontDatabase):
        @staticmethod
        def systemFont(kind):  # noqa: N802 (Qt's name)
            return QFont("Courier New") if kind is QFontDatabase.SystemFont.FixedFont else QFont()

    monkeypatch.setattr("ae_workbench.ui.help.style.QFontDatabase", FontsOfAnotherSystem)
    document = QTextDocument()
    document.setDefaultStyleSheet(page_style(theme.current(), QFont()))
    document.setHtml("<code>--json</code>")
    assert "font-family:'Courier New'" in document.toHtml()


def test_a_page_shows_its_formulas_when_they_are_set(qtbot, help_window):
    help_window.show()
    show(qtbot, help_window, "terms/kl")
    formula = formulas(LIBRARY["terms/kl"].text)[0]
    drawn = help_window.browser.loadResource(2, QUrl(f"formula:{formula}"))
    assert drawn.width() > 150
    pixels = np.frombuffer(drawn.constBits(), np.uint8).reshape(drawn.height(), drawn.bytesPerLine())
    assert pixels.any()
    assert "Kullback" in help_window.browser.toPlainText()


def test_links_lead_on_and_the_history_leads_back(qtbot, help_window):
    browser = help_window.browser
    show(qtbot, help_window, "start")
    assert not help_window.back_button.isEnabled()
    browser.anchorClicked.emit(QUrl("terms/code"))
    wait_for_formulas(qtbot, browser)
    assert browser.key == "terms/code"
    help_window.back_button.click()
    assert browser.key == "start"
    help_window.forward_button.click()
    assert browser.key == "terms/code"
    assert not help_window.forward_button.isEnabled()


def test_searching_lists_what_fits_and_return_opens_the_best(qtbot, help_window):
    show(qtbot, help_window, "start")
    QTest.keyClicks(help_window.search_field, "posterior")
    assert help_window.contents.topLevelItem(0).text(0) == LIBRARY["terms/posterior-collapse"].title
    QTest.keyClick(help_window.search_field, Qt.Key.Key_Return)
    assert help_window.browser.key == "terms/posterior-collapse"
    help_window.search_field.setText("zebra")
    assert not help_window.nothing_found.isHidden()
    assert help_window.contents.topLevelItemCount() == 0


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_chapters_stand_in_the_order_of_the_article(language):
    assert [page.key for page in Library(language) if page.group == "chapters"] == [f"chapters/{key}" for key in CHAPTERS.keys]


def test_the_contents_have_every_page_and_mark_the_shown_one(qtbot, help_window):
    items = help_window.contents.findItems("", Qt.MatchFlag.MatchContains | Qt.MatchFlag.MatchRecursive)
    keys = {item.data(0, Qt.ItemDataRole.UserRole) for item in items} - {None}
    assert keys == {page.key for page in LIBRARY}
    show(qtbot, help_window, "viewers/codes")
    assert help_window.contents.currentItem().text(0) == LIBRARY["viewers/codes"].title


def test_another_scheme_recolours_the_page(qtbot, qapp, help_window):
    show(qtbot, help_window, "terms/class")
    seen = set()
    for scheme in ("dark", "light"):
        theme.apply(qapp, scheme)
        block = help_window.browser.document().begin().next()
        seen.add(block.begin().fragment().charFormat().foreground().color().name())
        assert QColor(theme.current().text).name() in seen
    assert len(seen) == 2


def test_an_untranslated_page_says_so(qtbot, codec):
    window = HelpWindow(Library("xx"), codec)
    qtbot.addWidget(window)
    window.browser.open_page("terms/class")
    assert "not translated yet" in window.browser.toPlainText()


# What opens what


@pytest.fixture(scope="module")
def window_parts():
    """Keys that every part of the window must lead to."""
    return {f"viewers/{key}" for key in VIEWERS.keys} | {f"variants/{key}" for key in VARIANTS.keys}


def test_every_viewer_variant_and_field_of_the_window_has_its_page(qtbot, window_parts):
    with open_window(qtbot) as window:
        found = set()
        for widget in window.findChildren(QWidget):
            page = widget.property("helpPage")
            if page:
                _, colon, name = page.partition(":")
                key = LIBRARY.for_parameter(name) if colon else page
                assert key in LIBRARY and (not colon or key != FIRST_PAGE), page
                found.add(key)
        assert window_parts | {"panels/designer", "panels/training", "panels/canvas", "panels/epochs", "terms/optimizer"} <= found


def test_f1_opens_the_page_of_what_has_the_focus(qtbot):
    with open_window(qtbot, viewers=True) as window:
        comfort = window.comfort
        for widget, key in (
            (window.designer.training_form.editor("learning_rate"), "terms/learning-rate"),
            (window.designer.variant_cards.card("sparse"), "variants/sparse"),
            (window.training.start_button, "panels/training"),
            (window.centre.epochs.slider, "panels/epochs"),
            (window.centre.viewers["reconstructions"], "viewers/reconstructions"),
        ):
            comfort.open_help(help_for(widget))
            assert comfort.help.browser.key == key
        window.activateWindow()
        window.designer.variant_cards.card("simple").setFocus()
        qtbot.waitUntil(lambda: window.designer.variant_cards.card("simple").hasFocus(), timeout=WAIT_MS)
        QTest.keyClick(window.designer.variant_cards.card("simple"), Qt.Key.Key_F1)
        assert comfort.help.browser.key == "variants/simple"
        assert comfort.help.isVisible()


@pytest.mark.parametrize(
    ("field", "key"),
    [
        ("sequence.hidden", "terms/lstm"),
        ("deep.hidden", "terms/dense"),
        ("variational.form", "terms/form"),
        ("denoising.form", "terms/form"),
        ("denoising.noise", "terms/noise"),
        ("waves.noise", "data"),
        ("sounds.noise", "pairs"),
        ("limit", "data"),
    ],
)
def test_a_setting_leads_to_what_its_variant_or_data_mean_by_it(field, key):
    assert LIBRARY.for_parameter(field) == Library("zh_CN").for_parameter(field) == key


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_the_page_of_every_setting_calls_it_by_its_name(chinese, language):
    library = Library(language)
    owned = [(f"{owner.key}.", owner.parameters) for owner in (*VARIANTS, *SOURCES)]
    fields = [(f"{owner}{name}", spec.label) for owner, kind in (*owned, ("", Training), ("", Limit)) for name, spec in specs(kind).items()]
    assert len(fields) > 60
    silent = []
    for field, label in fields:
        name = said(label).partition("（")[0] if language == "zh_CN" else label.partition(" (")[0]
        page = library[library.for_parameter(field)]
        if name.lower() not in page.text.lower():
            silent.append((field, name, page.key))
    assert silent == []


def test_the_fields_of_a_variant_ask_for_what_it_means_by_them(qtbot):
    with open_window(qtbot) as window:
        window.designer.variant_cards.select("sequence")
        editor = window.designer.parameters_section.form.editor("hidden")
        assert help_for(editor) == "parameter:sequence.hidden"
        assert "LSTM" in editor.toolTip() and "dense" not in editor.toolTip()
        window.comfort.open_help(help_for(editor))
        assert window.comfort.help.browser.key == "terms/lstm"


@pytest.mark.parametrize("query", ["Hoyer", "trustworthiness", "AUC", "ELBO", "regularization"])
def test_words_of_the_experiments_are_found(query):
    assert LIBRARY.find(query)[0].key == "terms/measures"
    assert Library("zh_CN").find(query)[0].key == "terms/measures"


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("variant", "variants/deep"),
        ("training", "terms/optimizer"),
        ("data", "data"),
        ("plan", "terms/compression"),
        ("canvas_dock", "panels/canvas"),
    ],
)
def test_the_question_marks_open_their_pages(qtbot, name, key):
    with open_window(qtbot) as window:
        window.designer.variant_cards.select("deep")
        button = window.findChild(QToolButton, f"{name}_help_button")
        assert button.accessibleName()
        button.click()
        assert window.comfort.help.browser.key == key


def test_each_setting_shows_its_question_mark_while_it_has_the_focus(qtbot):
    with open_window(qtbot) as window:
        window.activateWindow()
        form = window.designer.training_form
        for name, row in form.rows.items():
            assert help_for(row.help_button) == f"parameter:{name}"
            assert row.help_button.isHidden()
        row = form.rows["batch_size"]
        row.editor.setFocus()
        qtbot.waitUntil(row.editor.hasFocus, timeout=WAIT_MS)
        assert row.help_button.isVisible()
        row.help_button.click()
        assert window.comfort.help.browser.key == "terms/batch"
        form.rows["seed"].editor.setFocus()
        qtbot.waitUntil(row.help_button.isHidden, timeout=WAIT_MS)


def test_question_marks_hold_up_nobody_who_goes_back_with_the_tabulator(qtbot):
    with open_window(qtbot) as window:
        window.activateWindow()
        rows = window.designer.training_form.rows
        rows["batch_size"].editor.setFocus()
        qtbot.waitUntil(lambda: rows["batch_size"].help_button.isVisible(), timeout=WAIT_MS)
        QTest.keyClick(rows["batch_size"].editor, Qt.Key.Key_Backtab)
        qtbot.waitUntil(rows["schedule"].editor.hasFocus, timeout=WAIT_MS)


def test_the_question_mark_of_the_viewers_is_about_the_one_in_front(qtbot):
    with open_window(qtbot, viewers=True) as window:
        for key in ("codes", "curves"):
            window.centre.tabs.setCurrentWidget(window.centre.viewers[key])
            window.centre.tabs.help_button.click()
            assert window.comfort.help.browser.key == f"viewers/{key}"


def test_the_help_closes_with_the_window_and_with_escape(qtbot):
    with open_window(qtbot) as window:
        window.comfort.open_help("terms/kl")
        opened = window.comfort.help
        QTest.keyClick(opened, Qt.Key.Key_Escape)
        assert not opened.isVisible()
        window.comfort.open_help("terms/beta")
        assert opened.isVisible()
    assert not opened.isVisible()

"""The Chinese texts: every one is there, keeps its gaps, and is what the compiled file and the window say."""

import importlib.util
import json
import re
import xml.etree.ElementTree as ET
from collections import Counter
from pathlib import Path
from types import ModuleType

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QLabel, QMenu, QWidget

from ae_workbench.core.errors import DataError, ParameterError
from ae_workbench.core.parameters import Choice, specs
from ae_workbench.core.recipe import Training
from ae_workbench.core.resources import resource
from ae_workbench.data import SOURCES
from ae_workbench.data.mnist import CLASS_NAMES
from ae_workbench.data.sequences import FAMILIES
from ae_workbench.ui.help.pages import Library
from ae_workbench.ui.sentences import in_words, sentence
from ae_workbench.ui.wording import class_title, data_word, option_title, said
from ae_workbench.variants import VARIANTS
from tests.gui.windows import open_window

ROOT = Path(__file__).resolve().parents[2]
KEY = "zh_CN"
GAP = re.compile(r"\{[^}]*\}|%\d")
CHINESE = re.compile(r"[\u4e00-\u9fff]")
OTHER_WORDS = re.compile(r"重建|数据特定|按原文|(?<![a-zA-Z-])nats?(?![a-zA-Z])")
"""For reconstruction, data-specific, as published and nat."""
AGAIN = "run: python3 packaging/dev.py translate"


def load_tool() -> ModuleType:
    found = importlib.util.spec_from_file_location("translate", ROOT / "packaging" / "translate.py")
    module = importlib.util.module_from_spec(found)
    found.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def wanted():
    return {(context, text) for context, texts in load_tool().all_texts().items() for text in texts}


@pytest.fixture(scope="module")
def catalogue():
    found = {}
    for context in ET.parse(resource("i18n", f"ae_workbench_{KEY}.ts")).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            finished = translation.get("type") is None
            found[context.findtext("name"), message.findtext("source")] = (translation.text or "") if finished else ""
    return found


def test_every_text_of_the_program_is_in_the_catalogue_and_no_other(wanted, catalogue):
    assert wanted - set(catalogue) == set(), AGAIN
    assert set(catalogue) - wanted == set(), AGAIN


def test_every_text_is_translated(catalogue):
    assert [source for source, text in catalogue.items() if not text.strip()] == []


def test_a_translation_keeps_the_gaps_and_the_mnemonic(catalogue):
    for (context, source), text in catalogue.items():
        assert Counter(GAP.findall(source)) == Counter(GAP.findall(text)), (context, source)
        assert source.count("&") == text.count("&"), (context, source)


def test_the_compiled_file_says_what_the_catalogue_says(qapp, catalogue):
    translator = QTranslator()
    assert translator.load(f"ae_workbench_{KEY}", str(resource("i18n")))
    stale = [source for source, text in catalogue.items() if translator.translate(*source) != text]
    assert stale == [], AGAIN


def test_the_list_of_sentences_is_up_to_date():
    stored = json.loads(resource("i18n", "sentences.json").read_text(encoding="utf-8"))
    assert stored == sorted(load_tool().sentences()), AGAIN


# In the window


def test_errors_of_the_other_rooms_are_said_in_chinese(chinese, tmp_path):
    error = DataError("There is no file /tmp/a: b.npy: choose one that exists.")
    assert sentence(error) == "没有文件 /tmp/a: b.npy：请选择存在的文件。"
    kind = VARIANTS["simple"].parameters
    with pytest.raises(ParameterError) as caught:
        kind(code_size=0)
    assert sentence(caught.value) == f"{said('Code size')}必须是从 1 到 4096 的整数，而不是 0。"


def test_what_nobody_translated_stays_as_it_is(chinese):
    assert in_words("A sentence of some library, in English.") == "A sentence of some library, in English."
    assert in_words("") == ""


def test_data_are_called_by_what_they_are_not_by_how_many(chinese):
    assert [data_word(SOURCES[key].title) for key in ("pages", "sounds")] == ["页面", "声音"]
    assert [said(specs(SOURCES[key].parameters)[key].label) for key in ("pages", "sounds")] == ["页数", "声音数"]


@pytest.mark.parametrize("names", [FAMILIES, CLASS_NAMES["fashion_mnist"]])
def test_classes_of_the_programs_own_data_are_said_in_chinese(chinese, names):
    assert [name for place, name in enumerate(names) if not CHINESE.search(class_title(names, place))] == []


def every_choice() -> list[Choice]:
    kinds = (*(variant.parameters for variant in VARIANTS), *(source.parameters for source in SOURCES), Training)
    return [spec for kind in kinds for spec in specs(kind).values() if isinstance(spec, Choice)]


def test_help_calls_options_as_their_lists_do(chinese):
    named = {
        (spec.label, option, said(spec.help)) for spec in every_choice() for option in spec.options if CHINESE.search(option_title(option))
    }
    assert [each for each in named if re.search(rf"(?<![a-z]){each[1]}(?![a-z])", each[2])] == []


def test_each_term_has_one_chinese_word(catalogue):
    pages = {page.key: page.text for page in Library(KEY)}
    texts = {source: text for (_, source), text in catalogue.items() if "rebuilds" not in source} | pages
    assert [source for source, text in texts.items() if OTHER_WORDS.search(text)] == []


SAID_BY_FAKES = {"Halfway there"}


def in_menu(widget: QWidget) -> bool:
    """Whether it is in a menu, such as pyqtgraph's, which nobody can open here."""
    above = widget
    while above is not None and not isinstance(above, QMenu):
        above = above.parentWidget()
    return above is not None


def english_words(text: str) -> bool:
    """Whether a text is prose that isn't Chinese; names, numbers and formulas are the same in every language."""
    return bool(re.search(r"[a-z]{3,} [a-z]{2,}", re.sub(r"<[^>]+>", " ", text))) and not CHINESE.search(text)


def test_a_window_in_chinese_says_nothing_in_english(qtbot, chinese):
    with open_window(qtbot, viewers=True) as window:
        window.comfort.open_keys()
        window.actions_["about"].trigger()
        left = set()
        for thing in (each for each in window.findChildren(QWidget) if not in_menu(each)):
            texts = [thing.toolTip(), thing.accessibleName(), thing.accessibleDescription(), thing.windowTitle()]
            texts += [thing.text()] if isinstance(thing, QLabel | QAbstractButton) else []
            left |= {text for text in texts if english_words(text)}
        for action in window.findChildren(QAction):
            left |= {text for text in (action.text(), action.toolTip()) if english_words(text)}
        for dialog in ("shortcut_sheet", "about_dialog"):
            window.findChild(QWidget, dialog).close()
        assert left - SAID_BY_FAKES == set()


def test_the_menus_and_the_designer_are_in_chinese(qtbot, chinese):
    with open_window(qtbot) as window:
        titles = [action.text() for action in window.menuBar().actions()]
        assert all(CHINESE.search(title) for title in titles)
        card = window.designer.variant_cards.card("variational")
        assert card.text() == "变分"
        assert CHINESE.search(window.designer.training_form.editor("learning_rate").toolTip())


def test_the_help_in_chinese_has_the_same_pages_and_formulas():
    english, translated = Library(), Library(KEY)
    assert {page.key for page in translated} == {page.key for page in english}
    for page in translated:
        if page.language == KEY:
            original = english[page.key]
            assert page.text.count("$$") == original.text.count("$$"), page.key
            assert set(page.links) == set(original.links), page.key
            assert page.parameters == original.parameters, page.key
            assert len(CHINESE.findall(page.words)) > 60, page.key

"""The languages of the window: which there are, and putting one on."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from ae_workbench.core.resources import resource

SYSTEM, ENGLISH = "system", "en"
CATALOGUE = "ae_workbench"


@dataclass(frozen=True)
class Language:
    """``title`` is its own name for itself, which is never translated."""

    key: str
    title: str


LANGUAGES = (Language(ENGLISH, "English"), Language("zh_CN", "简体中文"))
KEYS = (SYSTEM, *(language.key for language in LANGUAGES))


class _State:
    key = ENGLISH
    translators: tuple[QTranslator, ...] = ()


_state = _State()


def current() -> str:
    """Key of the language in use."""
    return _state.key


def resolve(wanted: str, locale: QLocale | None = None) -> str:
    """The language for a wish; "system" is the first of the person's languages that is there, or English."""
    if wanted != SYSTEM:
        return wanted if wanted in KEYS else ENGLISH
    names = (locale or QLocale.system()).uiLanguages()
    for name in names:
        for language in LANGUAGES:
            if name.replace("-", "_").split("_")[0] == language.key.split("_")[0]:
                return language.key
    return ENGLISH


def put_on(app: QCoreApplication, wanted: str) -> str:
    """Translate every text made from now on; gives the language's key."""
    for translator in _state.translators:
        QCoreApplication.removeTranslator(translator)
    _state.key = resolve(wanted)
    _state.translators = tuple(_translators(_state.key, app))
    for translator in _state.translators:
        QCoreApplication.installTranslator(translator)
    QLocale.setDefault(QLocale(_state.key) if wanted != SYSTEM else QLocale.system())
    return _state.key


def _translators(key: str, app: QCoreApplication) -> list[QTranslator]:
    """Qt's own texts, then the program's. English needs none."""
    if key == ENGLISH:
        return []
    made = []
    for name, folder in (("qtbase", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)), (CATALOGUE, str(resource("i18n")))):
        translator = QTranslator(app)
        if translator.load(f"{name}_{key}", folder):
            made.append(translator)
    return made

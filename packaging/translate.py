"""Bring the translations up to date: gather every text, merge it into the ``.ts`` files, and compile them to ``.qm``.

Run it with the project's Python (``dev.py translate`` does). Texts come from ``tr``, ``translate`` and ``QT_TRANSLATE_NOOP`` in
the window's code, from the registries (labels, help and options of parameters, titles of variants and data), and from the sentences
that the other rooms raise or report, whose gaps are numbered: ``There is no file {0}: choose one that exists.``
"""

import ast
import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
I18N = ROOT / "resources" / "i18n"
SENTENCES = I18N / "sentences.json"
LANGUAGES = ("zh_CN",)
ROOMS = ("core", "data", "variants", "storage", "engine", "analysis", "export")
OUTSIDE = {"window": "MainWindow"}
"""Context of ``name.tr(…)`` outside a class."""
PROSE = re.compile(r"[a-z]{2,},? |[a-z]+\)?[.:] ")
WRITERS = (
    "export/script", "export/figures", "export/report/html.py", "export/report/pdf.py", "export/report/paper.py",
    "storage/reports.py", "storage/scrubbing.py",
)  # fmt: skip
"""What these write stays English; only what they refuse or report is said in the window."""
FINDINGS = ("analysis/experiments", "analysis/chapters", "analysis/diagnosis", "export/report/wording")
"""Every text of these is shown: titles and labels of plots and tables too, which are no sentences."""
LABEL = re.compile(r"[A-Z]?[a-z]{2}")
GAPS = re.compile(r"\{\d+\}")
SETTING = re.compile(r"[a-z0-9_{}]+|[a-z]+/[a-z0-9-]+|.*\w=.*")
"""Keys, also of help pages, and what a recipe is changed by."""
Texts = dict[str, dict[str, None]]


class _Module:
    """What one module of the window says about texts: its constants, and its functions that only look a text up."""

    def __init__(self, path: Path) -> None:
        self.tree = ast.parse(path.read_text(encoding="utf-8"))
        self.name = ".".join(path.relative_to(ROOT).with_suffix("").parts)
        pairs = [(node.targets[0], node.value) for node in self.tree.body if isinstance(node, ast.Assign)]
        self.constants = {target.id: text for target, value in pairs if isinstance(target, ast.Name) and (text := _literal(value, {}))}
        functions = [node for node in ast.walk(self.tree) if isinstance(node, ast.FunctionDef)]
        self.helpers = {function.name: context for function in functions if (context := self._context_of(function))}

    def _context_of(self, function: ast.FunctionDef) -> str:
        """The context in which it looks up what it is given; empty where it does something else."""
        given = {argument.arg for argument in function.args.args}
        for node in ast.walk(function):
            if isinstance(node, ast.Call) and _called(node) == "translate" and len(node.args) >= 2:
                context, text = node.args[:2]
                if isinstance(text, ast.Name) and text.id in given:
                    return _literal(context, self.constants)
        return ""

    def imported(self, others: dict[str, "_Module"]) -> dict[str, str]:
        """Contexts of the helpers that it takes from other modules."""
        found = {}
        for node in ast.walk(self.tree):
            if isinstance(node, ast.ImportFrom) and node.module in others:
                helpers = others[node.module].helpers
                found |= {(name.asname or name.name): helpers[name.name] for name in node.names if name.name in helpers}
        return found


def _called(node: ast.Call) -> str:
    return node.func.attr if isinstance(node.func, ast.Attribute) else node.func.id if isinstance(node.func, ast.Name) else ""


def _literal(node: ast.expr, constants: dict[str, str]) -> str:
    if isinstance(node, ast.Name):
        return constants.get(node.id, "")
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


class _Collector(ast.NodeVisitor):
    """Texts of one module of the window by context."""

    def __init__(self, texts: Texts, module: _Module, others: dict[str, _Module]) -> None:
        self._texts = texts
        self._constants = module.constants
        self._helpers = module.imported(others) | module.helpers
        self._classes: list[str] = []

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        self._classes.append(node.name)
        self.generic_visit(node)
        self._classes.pop()

    def visit_Call(self, node: ast.Call) -> None:
        name = _called(node)
        if name == "tr" and isinstance(node.func, ast.Attribute):
            self._take(self._context(node.func.value), node.args[:1])
        elif name in ("translate", "QT_TRANSLATE_NOOP") and len(node.args) >= 2:
            self._take(_literal(node.args[0], self._constants), node.args[1:2])
        elif name in self._helpers:
            self._take(self._helpers[name], node.args[:1])
        self.generic_visit(node)

    def _context(self, owner: ast.expr) -> str:
        if isinstance(owner, ast.Name) and owner.id in OUTSIDE and not self._classes:
            return OUTSIDE[owner.id]
        return self._classes[0] if self._classes else ""

    def _take(self, context: str, arguments: Iterable[ast.expr]) -> None:
        for argument in arguments:
            choices = (argument.body, argument.orelse) if isinstance(argument, ast.IfExp) else (argument,)
            for choice in choices:
                text = _literal(choice, self._constants)
                if text and context:
                    self._texts.setdefault(context, {})[text] = None


def window_texts() -> Texts:
    """Texts that the window's code marks."""
    texts: Texts = {}
    modules = [_Module(path) for path in sorted((ROOT / "ae_workbench" / "ui").rglob("*.py"))]
    others = {module.name: module for module in modules}
    for module in modules:
        _Collector(texts, module, others).visit(module.tree)
    return texts


def registry_texts() -> Iterator[str]:
    """Words of everything that is registered, as the window says them."""
    from ae_workbench.analysis.chapters.settings import OFF, ON
    from ae_workbench.core.parameters import Choice, specs
    from ae_workbench.core.recipe import Training
    from ae_workbench.core.wording import option_name
    from ae_workbench.data import SOURCES
    from ae_workbench.ui.panels.data_section import Limit
    from ae_workbench.variants import VARIANTS

    yield from (ON, OFF)
    for variant in VARIANTS:
        yield from (variant.title, variant.summary)
    for kind in (*(variant.parameters for variant in VARIANTS), *(source.parameters for source in SOURCES), Training, Limit):
        for spec in specs(kind).values():
            yield from (text for text in (spec.label, spec.help, spec.unit) if text)
            if isinstance(spec, Choice):
                yield from map(option_name, spec.options)


def data_texts() -> Iterator[str]:
    """What data are called, which may be what a parameter is called too: sources, the program's own data sets, and their classes."""
    from ae_workbench.data import SOURCES, digits, mnist, sequences

    for source in SOURCES:
        yield from (source.title, source.summary)
    yield from (digits.NAME, sequences.NAME)
    yield from (*sequences.FAMILIES, *mnist.CLASS_NAMES["fashion_mnist"])


def export_texts() -> Iterator[str]:
    """Words of exporters and figures, as the export dialog says them."""
    from ae_workbench.export.exporters import EXPORTERS
    from ae_workbench.export.figures import FIGURES

    for thing in (*EXPORTERS, *FIGURES):
        yield from (thing.label, thing.help)
    yield from (kind.count.label for kind in FIGURES if kind.count)


def sentences() -> list[str]:
    """What the other rooms say to people: errors, and what they are doing."""
    from ae_workbench.variants import VARIANTS

    found: dict[str, None] = {}
    for room in ROOMS:
        for path in sorted((ROOT / "ae_workbench" / room).rglob("*.py")):
            tree = ast.parse(path.read_text(encoding="utf-8"))
            is_writer = path.relative_to(ROOT / "ae_workbench").as_posix().startswith(WRITERS)
            for text in _prose(tree, _said if is_writer else _functions):
                found[text] = None
            if path.relative_to(ROOT / "ae_workbench").as_posix().startswith(FINDINGS):
                found |= dict.fromkeys(_labels(tree))
    found |= dict.fromkeys(f"{variant.title}, {{0}}" for variant in VARIANTS)  # as experiments call models: with their codes' sizes
    found |= dict.fromkeys(f"{way}, {{0}}" for way in ("PCA", "JPEG", "WebP"))
    found["{0} (as published)"] = None  # as presets are called
    return list(found)


def _functions(tree: ast.Module) -> Iterator[ast.AST]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef))


def _said(tree: ast.Module) -> Iterator[ast.AST]:
    """What is raised, and calls that tell how far something is."""
    for node in ast.walk(tree):
        is_progress = isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("progress", "doing", "report")
        if isinstance(node, ast.Raise) or is_progress:
            yield node


def _prose(tree: ast.Module, parts: Callable[[ast.Module], Iterator[ast.AST]]) -> Iterator[str]:
    for part in parts(tree):
        for text in _texts(part):
            if PROSE.search(text) and not text.startswith(("^", "\\")) and "%s" not in text:
                yield text


def _labels(tree: ast.Module) -> Iterator[str]:
    return (text for text in _texts(tree) if LABEL.search(GAPS.sub("", text)) and not SETTING.fullmatch(text))


def _texts(part: ast.AST) -> Iterator[str]:
    """All texts but docstrings and the pieces of longer ones."""
    inner = {id(piece) for node in ast.walk(part) if isinstance(node, ast.JoinedStr) for piece in node.values}
    skipped = {id(node.value) for node in ast.walk(part) if isinstance(node, ast.Expr)}
    for node in ast.walk(part):
        text = None if id(node) in inner or id(node) in skipped else _template(node)
        if text:
            yield text


def _template(node: ast.AST) -> str | None:
    """A text with its gaps numbered."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if not isinstance(node, ast.JoinedStr):
        return None
    gaps = iter(range(len(node.values)))
    return "".join(str(part.value) if isinstance(part, ast.Constant) else f"{{{next(gaps)}}}" for part in node.values)


def all_texts() -> Texts:
    """Every text by context."""
    texts = window_texts()
    for context, found in (("data", data_texts()), ("parameters", registry_texts()), ("exports", export_texts())):
        texts.setdefault(context, {}).update(dict.fromkeys(found))
    texts["sentences"] = dict.fromkeys(sentences())
    return {context: texts[context] for context in sorted(texts)}


def marked(texts: Texts) -> str:
    """A module for ``lupdate`` in which every text is marked once."""
    lines = ["from PySide6.QtCore import QCoreApplication", ""]
    for context, sources in texts.items():
        lines += [f"QCoreApplication.translate({context!r}, {json.dumps(source, ensure_ascii=False)})" for source in sorted(sources)]
    return "\n".join(lines) + "\n"


def write_sentences() -> None:
    """The list that the window looks sentences up in."""
    SENTENCES.write_text(json.dumps(sorted(sentences()), ensure_ascii=False, indent=0) + "\n", encoding="utf-8")


def main() -> int:
    """Merge, compile and count; exit code 1 where a text isn't translated yet."""
    sys.path.insert(0, str(ROOT))
    I18N.mkdir(exist_ok=True)
    write_sentences()
    tools = Path(sys.executable).parent
    unfinished = 0
    with tempfile.TemporaryDirectory() as folder:
        module = Path(folder) / "texts.py"
        module.write_text(marked(all_texts()), encoding="utf-8")
        for language in LANGUAGES:
            catalogue = I18N / f"ae_workbench_{language}.ts"
            options = ["-locations", "none", "-no-obsolete", "-no-ui-lines", "-target-language", language, "-source-language", "en_GB"]
            subprocess.run([tools / "pyside6-lupdate", module, *options, "-ts", catalogue], check=True)
            subprocess.run([tools / "pyside6-lrelease", catalogue, "-qm", catalogue.with_suffix(".qm")], check=True)
            unfinished += catalogue.read_text(encoding="utf-8").count('type="unfinished"')
    print(f"{unfinished} texts are not translated yet." if unfinished else "Every text is translated.")
    return 1 if unfinished else 0


if __name__ == "__main__":
    sys.exit(main())

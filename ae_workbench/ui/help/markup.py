"""Markdown to the HTML that Qt shows: headings, paragraphs, lists, tables, notes, links and formulas. Nothing here needs Qt.

A paragraph ``$$ … $$`` is a formula; it becomes an image whose address is ``formula:`` and its text.
"""

import html
import re
from urllib.parse import quote

FORMULA = "formula:"
HEADING = re.compile(r"(#{1,3}) (.*)")
ITEM = re.compile(r"(?:[-*]|\d+\.) +(.*)", re.DOTALL)


def to_html(text: str) -> str:
    """The page's HTML body."""
    return "\n".join(_block(block.strip("\n")) for block in re.split(r"\n\s*\n", text.strip()))


def formulas(text: str) -> list[str]:
    """Every formula of a page, in its order."""
    return [" ".join(found.split()) for found in re.findall(r"\$\$(.+?)\$\$", text, re.DOTALL)]


def _block(block: str) -> str:
    heading = HEADING.fullmatch(block)
    if heading:
        level = len(heading[1])
        return f"<h{level}>{_inline(heading[2])}</h{level}>"
    if block.startswith("$$"):
        drawn = "".join(f'<img src="{FORMULA}{quote(formula)}" alt="{html.escape(formula)}">' for formula in formulas(block))
        return f'<p class="formula">{drawn}</p>'
    if block.startswith("|"):
        return _table(block.splitlines())
    if block.startswith(">"):
        lines = " ".join(line.removeprefix(">").strip() for line in block.splitlines())
        return f'<table class="note" width="100%" cellpadding="9"><tr><td>{_inline(lines)}</td></tr></table>'
    if ITEM.match(block):
        return _list(block)
    return f"<p>{_inline(' '.join(block.split()))}</p>"


def _list(block: str) -> str:
    kind = "ol" if block[0].isdigit() else "ul"
    items = [" ".join(item.split()) for item in re.split(r"\n(?=(?:[-*]|\d+\.) )", block)]
    found = (ITEM.fullmatch(item) for item in items)
    return f"<{kind}>{''.join(f'<li>{_inline(item[1])}</li>' for item in found if item)}</{kind}>"


def _table(lines: list[str]) -> str:
    rows = [[cell.strip() for cell in line.strip().strip("|").split("|")] for line in lines]
    rows = [row for row in rows if not all(re.fullmatch(r":?-+:?", cell) for cell in row)]
    cells = [
        "".join(f"<{kind}>{_inline(cell)}</{kind}>" for cell in row) for row, kind in zip(rows, ["th", *["td"] * len(rows)], strict=False)
    ]
    return f'<table class="data" cellpadding="5">{"".join(f"<tr>{row}</tr>" for row in cells)}</table>'


def _inline(text: str) -> str:
    text = html.escape(text, quote=False)
    text = re.sub(r"`([^`]+)`", r"<code>\1</code>", text)
    text = re.sub(r"\*\*([^*]+)\*\*", r"<b>\1</b>", text)
    text = re.sub(r"\*([^*]+)\*", r"<i>\1</i>", text)
    text = re.sub(r"_\{([^}]+)\}", r"<sub>\1</sub>", text)
    text = re.sub(r"\^\{([^}]+)\}", r"<sup>\1</sup>", text)
    return re.sub(r"\[([^\]]+)\]\(([^)\s]+)\)", r'<a href="\2">\1</a>', text)

"""A4 pages to write a report on: running text, tables, callouts and figures, each where there is room for it."""

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from fpdf import FPDF, FontFace
from fpdf.enums import TableBordersLayout, XPos, YPos
from pypdf import PdfReader, PdfWriter, Transformation

from ae_workbench.export.report.chinese import has_chinese, lines
from ae_workbench.export.report.typeface import CHINESE, FILES, SANS, SERIF, Face, file_of

MARGIN_MM, TOP_MM, BOTTOM_MM = 23.0, 22.0, 24.0
BODY_PT, SMALL_PT, TABLE_PT = 11.0, 8.0, 8.2
FULL = 0.4
"""Of a page: beyond this no chapter begins on it."""
LINE = 1.38
"""Of the type size."""
POINTS_PER_MM = 72 / 25.4
INK, MUTED, LINE_COLOUR, ACCENT = (22, 25, 31), (93, 102, 117), (210, 214, 222), (61, 91, 217)
SOFT = {"holds": (231, 245, 239), "partly": (253, 241, 227), "fails": (252, 235, 235), "differs": (238, 241, 253)}
STRONG = {"holds": (15, 122, 85), "partly": (163, 82, 0), "fails": (180, 36, 42)}
PLAIN_SOFT, WHITE = (245, 246, 249), (255, 255, 255)
WIDEST_MM, TALLEST_MM = 140.0, 98.0
BETWEEN_MM = 6.0
CELL_LEFT_MM, CELL_RIGHT_MM = 0.8, 2.0
CAPTION_MM, SLACK_MM = 8.0, 2.2
"""What fpdf leaves free in a cell, and a hair."""
Colour = tuple[int, int, int]


@dataclass(frozen=True)
class Placed:
    """A figure's PDF that belongs onto a page: millimetres from its top left corner."""

    page: int
    x: float
    y: float
    width: float
    content: bytes


class Paper(FPDF):
    """``running`` stands at the head of each page but the first; ``chinese`` are fonts by style for what the others haven't."""

    def __init__(self, running: str, chinese: Mapping[str, Face]) -> None:
        super().__init__(format="A4")
        self.running = running
        self.placed: list[Placed] = []
        self.set_margins(MARGIN_MM, TOP_MM, MARGIN_MM)
        self.set_auto_page_break(True, BOTTOM_MM)
        for family, style in FILES:
            self.add_font(family, style, file_of(family, style))
        for style, face in chinese.items():
            self.add_font(CHINESE, style, face.path, collection_font_number=face.number)
        if chinese:
            self.set_fallback_fonts([CHINESE], exact_match=False)
        self.set_draw_color(*LINE_COLOUR)

    # Head and foot

    def header(self) -> None:
        if self.page_no() > 1:
            self.set_y(11)
            self._font(SANS, "", 7.2, MUTED)
            self.cell(0, 5, self.running)
        self.set_y(TOP_MM)

    def footer(self) -> None:
        self.set_y(-15)
        self._font(SANS, "", 7.2, MUTED)
        self.cell(0, 5, str(self.page_no()), align="C")

    # Text

    def words(
        self, text: str, size: float = BODY_PT, family: str = SERIF, style: str = "", colour: Colour = INK, after: float = 2.2,
        align: str = "L", indent: float = 0.0,
    ) -> None:  # fmt: skip
        """A paragraph."""
        self._font(family, style, size, colour)
        self.set_x(MARGIN_MM + indent)
        width = self.epw - indent
        self.multi_cell(width, _height(size), self.broken(text, width - SLACK_MM), align=align, new_x=XPos.LMARGIN, new_y=YPos.NEXT)
        self.ln(after)

    def heading(self, text: str, size: float, before: float, after: float, room: float = 40.0) -> None:
        """A title that never stands alone at the foot of a page: ``room`` millimetres follow it there."""
        if self.get_y() > TOP_MM + 1:
            self.ln(before)
        self.need(room)
        self.words(text, size, SANS, "B", after=after)

    def mark(self, title: str, level: int) -> None:
        """An entry of the document's outline."""
        self.start_section(title, level)

    def chapter(self) -> None:
        """Begin one: on a new page where this one is half full."""
        if self.get_y() > self.h * FULL:
            self.add_page()
        elif self.get_y() > TOP_MM + 1:
            self.ln(14)

    def need(self, millimetres: float) -> None:
        """Begin a page where there is less room than this."""
        if self.get_y() + millimetres > self.h - BOTTOM_MM:
            self.add_page()

    def callout(self, sentences: Sequence[str], verdict: str) -> None:
        """A verdict: its word, then its reasons, on a coloured ground that isn't broken by a page."""
        size, inner = 10.0, 4.0
        self._font(SERIF, "", size, INK)
        width = self.epw - 2 * inner
        text = "\n".join(self.broken(line, width - SLACK_MM) for line in sentences)
        height = float(self.multi_cell(width, _height(size), text, dry_run=True, output="HEIGHT", markdown=True)) + 2 * 2.6  # type: ignore[arg-type]
        self.need(height + 2)
        x, y = self.l_margin, self.get_y() + 1
        self.set_fill_color(*SOFT.get(verdict, PLAIN_SOFT))
        self.rect(x, y, self.epw, height, style="F")
        self.set_fill_color(*STRONG.get(verdict, LINE_COLOUR))
        self.rect(x, y, 0.9, height, style="F")
        self.set_xy(x + inner, y + 2.6)
        self.multi_cell(width, _height(size), text, new_x=XPos.LMARGIN, new_y=YPos.NEXT, markdown=True)
        self.set_y(y + height + 3.5)

    # Tables

    def column_widths(self, heads: Sequence[str], rows: Sequence[Sequence[str]]) -> list[float]:
        """Millimetres for the columns of a table, so that no word and no number is broken if there is room for them."""
        self._font(SANS, "", TABLE_PT, INK)
        padding = CELL_LEFT_MM + CELL_RIGHT_MM + SLACK_MM
        columns = list(zip(*rows, strict=True)) if rows else [() for _ in heads]
        words = [max(map(self.get_string_width, " ".join((head, *cells)).split())) for head, cells in zip(heads, columns, strict=True)]
        whole = [max(word, *map(self.get_string_width, cells), 0.0) for word, cells in zip(words, columns, strict=True)]
        return shared_width([word + padding for word in words], [width + padding for width in whole], self.epw)

    def grid(
        self, heads: Sequence[str], rows: Sequence[Sequence[str]], widths: Sequence[float], marked: Sequence[int] = (), title: str = ""
    ) -> None:  # fmt: skip
        """A table whose head is repeated on each page; ``widths`` are shares, ``marked`` the rows on a coloured ground."""
        self.need(26)
        if title:
            self.words(title, 8.6, SANS, "B", after=0.8)
        self._font(SANS, "", TABLE_PT, INK)
        self.set_fill_color(*WHITE)  # of cells that name no colour
        left, right = CELL_LEFT_MM, CELL_RIGHT_MM
        room = [self.epw * width / sum(widths) - left - right - SLACK_MM for width in widths]
        head = FontFace(emphasis="", color=MUTED, size_pt=7.4)
        with self.table(
            col_widths=tuple(widths), headings_style=head, line_height=_height(TABLE_PT), text_align="L", padding=(0.8, right, 0.8, left),
            borders_layout=TableBordersLayout.HORIZONTAL_LINES,
        ) as table:  # fmt: skip
            table.row([self.broken(cell, width) for cell, width in zip(heads, room, strict=True)])
            for number, cells in enumerate(rows):
                ground = FontFace(fill_color=SOFT["differs"]) if number in marked else None
                table.row([self.broken(cell, width) for cell, width in zip(cells, room, strict=True)], style=ground)
        self.ln(4)

    # Figures

    def figure(self, content: bytes, caption: str) -> None:
        """A drawing, as large as is good to look at, and its caption; drawn into the page by ``finished``."""
        wide, high = figure_size(content)
        self.need(high + CAPTION_MM)
        self.placed.append(Placed(self.page_no() - 1, self.l_margin + (self.epw - wide) / 2, self.get_y(), wide, content))
        self.set_y(self.get_y() + high + 0.5)
        if caption:
            self.words(caption, SMALL_PT, SANS, "", MUTED, align="C")
        self.ln(2.5)

    def figures(self, contents: Sequence[bytes]) -> None:
        """Drawings two in a row."""
        room = (self.epw - BETWEEN_MM) / 2
        for first in range(0, len(contents), 2):
            row = [(content, *figure_size(content)) for content in contents[first : first + 2]]
            self.need(max(high for _, _, high in row) + CAPTION_MM)
            for place, (content, wide, _) in enumerate(row):
                x = self.l_margin + place * (room + BETWEEN_MM)
                self.placed.append(Placed(self.page_no() - 1, x, self.get_y(), min(wide, room), content))
            self.set_y(self.get_y() + max(high for _, _, high in row) + 3)

    # The end

    def finished(self) -> bytes:
        """The document with its figures, which stay drawings."""
        writer = PdfWriter(clone_from=PdfReader(io.BytesIO(bytes(self.output()))))
        for placed in self.placed:
            page, figure = writer.pages[placed.page], PdfReader(io.BytesIO(placed.content)).pages[0]
            scale = placed.width * POINTS_PER_MM / float(figure.mediabox.width)
            bottom = float(page.mediabox.height) - placed.y * POINTS_PER_MM - scale * float(figure.mediabox.height)
            page.merge_transformed_page(figure, Transformation().scale(scale).translate(placed.x * POINTS_PER_MM, bottom))
        writer.compress_identical_objects()
        content = io.BytesIO()
        writer.write(content)
        return content.getvalue()

    def broken(self, text: str, width: float) -> str:
        """Chinese text with its lines broken: it has no spaces, at which fpdf breaks others."""
        return "\n".join(lines(text, width, self.get_string_width)) if has_chinese(text) else text

    def _render_styled_text_line(self, *line: Any, **options: Any) -> bool:
        """A line whose font isn't taken for that of the page.

        fpdf2 (2.8.9) sets fonts inside a line of two scripts, believes that they last, and sets none for the next line.
        """
        began_page = bool(super()._render_styled_text_line(*line, **options))
        self.current_font_is_set_on_page = False
        return began_page

    def _font(self, family: str, style: str, size: float, colour: Colour) -> None:
        self.set_font(family, style, size)
        self.set_text_color(*colour)


def figure_size(content: bytes) -> tuple[float, float]:
    """Width and height in millimetres at which a figure's PDF is put onto a page."""
    box = PdfReader(io.BytesIO(content)).pages[0].mediabox
    width, height = float(box.width), float(box.height)
    wide = min(WIDEST_MM, width / POINTS_PER_MM, TALLEST_MM * width / height)
    return wide, wide * height / width


def _height(points: float) -> float:
    return points * LINE / POINTS_PER_MM


def shared_width(least: Sequence[float], wished: Sequence[float], room: float) -> list[float]:
    """Widths of columns: what each wishes and a share of what is left, or where that is too much its least and a share."""
    low, high = sum(least), sum(wished)
    if high <= room or high <= low:
        return [width * room / high for width in wished]
    part = max(0.0, (room - low) / (high - low))
    return [narrow + part * (wide - narrow) for narrow, wide in zip(least, wished, strict=True)]

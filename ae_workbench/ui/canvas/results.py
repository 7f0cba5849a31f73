"""What a run makes of the drawing: input, output, code, error, and where that stands; and the same through compared runs."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from ae_workbench.analysis.errors import share_below
from ae_workbench.core.shape import Shape, format_dims
from ae_workbench.ui import theme
from ae_workbench.ui.canvas.compared_rows import ComparedRows
from ae_workbench.ui.canvas.jobs import Answer, Row
from ae_workbench.ui.canvas.result_widgets import CodeStrip, ErrorStrip, Panel, PictureRow
from ae_workbench.ui.colour_maps import paint, tinted
from ae_workbench.ui.still_row import StillRow
from ae_workbench.ui.wording import count_text, signed_text

FEW_NUMBERS = 4


class CanvasResults(QWidget):
    """Everything below the drawing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, objectName="canvas_results")
        self.answer: Answer | None = None
        self.pictures = PictureRow("canvas_pictures")
        self.pictures.setAccessibleName(self.tr("What the model sees, and what it makes of it"))
        self.code_label = _line("canvas_code_label", "muted")
        self.code = CodeStrip("canvas_code")
        self.code.setAccessibleName(self.tr("Code of the drawing"))
        self.code.setToolTip(self.tr("The code: the few numbers through which the model passes the drawing"))
        self.error_label = _line("canvas_error_label")
        self.error_label.setToolTip(
            self.tr("How far the output is from the clean drawing. BCE: binary cross-entropy per pixel; "
                    "MSE: mean squared error, both small\n"
                    "when alike. PSNR: peak signal-to-noise ratio in decibels, large when alike.")
        )  # fmt: skip
        self.standing_label = _line("canvas_standing_label", "muted")
        self.errors = ErrorStrip("canvas_errors")
        self.errors.setAccessibleName(self.tr("The drawing's error among those of the test examples"))
        self.errors.setToolTip(
            self.tr("How the errors of the test examples are spread, small ones left; the line is the drawing.\n"
                    "An autoencoder is data-specific: what is unlike its data it can't pass on.")
        )  # fmt: skip
        self.note = QLabel(objectName="canvas_note", wordWrap=True)
        theme.set_role(self.note, "muted")
        self.compared = ComparedRows()
        layout = QVBoxLayout(self, spacing=4)
        layout.setContentsMargins(0, 0, 0, 0)
        for widget in (self.pictures, self.note):
            layout.addWidget(widget)
        code_line, error_line, standing_line = map(StillRow, (self.code_label, self.error_label, self.standing_label))
        self.parts = (code_line, self.code, error_line, standing_line, self.errors)
        for part in self.parts:
            layout.addWidget(part)
        layout.addWidget(self.compared)
        self.show_nothing("")

    def show_nothing(self, note: str) -> None:
        """No drawing, or nothing that could look at it."""
        self.answer = None
        self.pictures.hide()
        self._show_parts(False)
        self.say(note)

    def say(self, note: str) -> None:
        """What to do to see more."""
        self.note.setText(note)
        self.note.setVisible(bool(note))

    def show_answer(self, answer: Answer, errors: NDArray | None, count: int) -> None:
        """Show what came back; ``errors`` (ascending) are those of ``count`` test examples where they are known."""
        self.answer = answer
        self.pictures.show_panels(self._panels(answer))
        self.pictures.show()
        self._show_parts(answer.code is not None)
        if answer.code is None or answer.error is None:
            return
        self.code.show_code(answer.code)
        self.code_label.setText(self._code_text(answer.code))
        self.error_label.setText(self._error_text(answer))
        self.show_standing(errors, count)

    def show_standing(self, errors: NDArray | None, count: int) -> None:
        """Where the error stands among those of the test examples."""
        if self.answer is None or self.answer.error is None:
            return
        self.errors.show_error(self.answer.error, errors)
        if errors is None or not len(errors):
            self.standing_label.setText(self.tr("Measuring the test examples…") if count else "")
            return
        self.standing_label.setText(self._standing_text(share_below(errors, self.answer.error), self.answer.shape))

    def show_rows(self, rows: Sequence[Row], shape: Shape | None) -> None:
        """The drawing through the compared runs."""
        self.compared.show_rows(rows, shape)

    def images(self) -> list[tuple[str, QImage]]:
        """What is shown of the drawing, each with its title."""
        panels = self.pictures.panels
        if any(panel.curves for panel in panels):
            return [(", ".join(panel.title for panel in panels), self.pictures.grab().toImage())]
        return [(panel.title, tinted(panel.image, self.pictures.colour_map)) for panel in panels if panel.image is not None]

    def set_colour_map(self, name: str) -> None:
        """How grey pictures are painted."""
        for widget in (self.pictures, self.code, self.compared):
            widget.set_colour_map(name)

    def _show_parts(self, shown: bool) -> None:
        for part in self.parts:
            part.setVisible(shown)

    # Pictures and words

    def _panels(self, answer: Answer) -> list[Panel]:
        denoises = answer.noisy is not None
        out = self.tr("Denoised") if denoises else self.tr("Output")
        if not answer.shape.is_image:
            return self._curves(answer, out)
        panels = [Panel(self.tr("Model sees"), paint(answer.seen), tip=self.tr("The drawing as the model sees it, framed like the data"))]
        if answer.noisy is not None:
            panels.append(Panel(self._noisy(answer), paint(answer.noisy), tip=self.tr("The same with noise, which is what goes in")))
        if answer.output is not None:
            panels.append(Panel(out, paint(answer.output), tip=self.tr("What the decoder makes of the code")))
            if answer.noisy is None:
                difference = np.abs(answer.output - answer.seen)
                panels.append(Panel(self.tr("Difference"), paint(difference), tip=self.tr("How far the output is off, bright where it is")))
        return panels

    def _curves(self, answer: Answer, out: str) -> list[Panel]:
        panels = [Panel(self._noisy(answer), curves=(answer.noisy,))] if answer.noisy is not None else []
        if answer.output is None:
            return panels or [Panel(self.tr("Model sees"), curves=(answer.seen,))]
        tip = self.tr("What the decoder makes of the code, over the drawing")
        return [*panels, Panel(out, curves=(answer.seen, answer.output), tip=tip)]

    def _noisy(self, answer: Answer) -> str:
        return self.tr("Noisy {amount}").format(amount=f"{answer.corruption.amount:.2f}")

    def _code_text(self, code: NDArray) -> str:
        if code.size <= FEW_NUMBERS:
            return self.tr("Code: {numbers}").format(numbers=",  ".join(signed_text(value, ".2f") for value in code.reshape(-1)))
        if code.ndim > 1:
            return self.tr("Code: {count} numbers ({dims})").format(count=count_text(code.size), dims=format_dims(code.shape))
        return self.tr("Code: {count} numbers").format(count=count_text(code.size))

    def _error_text(self, answer: Answer) -> str:
        name = self.tr("BCE") if answer.loss == "bce" else self.tr("MSE")
        text = f"{name} {answer.error:.4f}"
        return text if answer.psnr is None else self.tr("{text}  ·  PSNR {psnr} dB").format(text=text, psnr=f"{answer.psnr:.1f}")

    def _standing_text(self, share: float, shape: Shape) -> str:
        what = self.tr("test images") if shape.is_image else self.tr("test sequences")
        percent = min(100, max(0, round(100 * share)))
        return self.tr("{percent} % of the {what} are easier").format(percent=percent, what=what)


def _line(name: str, role: str = "") -> QLabel:
    """Text that changes while one draws and mustn't move anything else."""
    label = QLabel(objectName=name)
    label.setFont(theme.number_font(label.font()))
    if role:
        theme.set_role(label, role)
    return label

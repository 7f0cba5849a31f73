"""The card of the layers: a form for the parameters of the variant and form that are chosen."""

from functools import partial

from PySide6.QtCore import Signal
from shiboken6 import isValid

from ae_workbench.core.parameters import Parameters, specs
from ae_workbench.ui.forms import SpecForm
from ae_workbench.ui.panels.section import Section
from ae_workbench.variants import VARIANTS


class ParametersSection(Section):
    """Its signals are those of its form. The forms of other kinds of parameters are kept for when they are chosen again."""

    edited = Signal(str, object, str)
    refused = Signal(str, object)
    vary_requested = Signal(str)

    def __init__(self) -> None:
        super().__init__("parameters", self.tr("Layers"), "panels/designer")
        self.form: SpecForm | None = None
        self._forms: dict[type[Parameters], SpecForm] = {}
        self.destroyed.connect(partial(_let_go, self._forms))

    def show_values(self, parameters: Parameters) -> None:
        kind = type(parameters)
        form = self._forms[kind] if kind in self._forms else self._make_form(kind)
        if form is not self.form:
            self.swap(self.form, form)
            self.form = form
        form.show_values(parameters)

    def show_problem(self, name: str, text: str) -> None:
        """Say what is wrong under a parameter; nothing is wrong where both are empty."""
        if self.form is not None:
            self.form.show_problem(name, text)

    def _make_form(self, kind: type[Parameters]) -> SpecForm:
        owner = next((variant.key for variant in VARIANTS if variant.parameters is kind), "")
        form = self._forms[kind] = SpecForm("parameters", kind, owner)
        form.edited.connect(self.edited)
        form.refused.connect(self.refused)
        form.vary_requested.connect(self.vary_requested)
        form.offer_sweeps(list(specs(kind)))
        return form


def _let_go(forms: dict[type[Parameters], SpecForm]) -> None:
    """Forms that aren't shown have no parent that would take them along."""
    for form in forms.values():
        if isValid(form):
            form.deleteLater()

"""The README's worked example does what it says."""

import re
from pathlib import Path

from ae_workbench.core.shape import Shape
from ae_workbench.variants.recipes import presets_in
from ae_workbench.variants.variant import Variant

README = Path(__file__).resolve().parents[2] / "README.md"


def test_the_variant_of_the_readme_plans_and_has_a_preset(tmp_path: Path) -> None:
    [source] = re.findall(r"```python\n(.*?)```", README.read_text(encoding="utf-8"), re.DOTALL)
    module: dict[str, object] = {"__name__": "bounded"}
    exec(compile(source, "bounded.py", "exec"), module)
    variant = module["VARIANT"]
    assert isinstance(variant, Variant)
    preset = presets_in(tmp_path, [variant])["bounded"]
    plan = variant.plan(preset.recipe.parameters, Shape((28, 28, 1)))
    assert (plan.code_size, plan.parameter_count) == (16, 410_912)

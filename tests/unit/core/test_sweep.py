"""What a sweep is, as data: values as people write them, limits, and its file."""

import json
from dataclasses import replace

import pytest

from ae_workbench.core.errors import ParameterError, RecipeError
from ae_workbench.core.sweep import Sweep, sweep_from_text, sweep_text, sweep_to_json
from ae_workbench.core.varying import Varied, default_varied, parse_varied, suggested, value_of, variable_names, varied_spec, varied_text
from ae_workbench.variants import VARIANTS
from ae_workbench.variants.recipes import find_recipe

KINDS = {variant.key: variant.parameters for variant in VARIANTS}
DEEP = find_recipe("deep")


def varied(text, recipe=DEEP):
    return parse_varied(recipe, text)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("code_size=2,4, 8", (2, 4, 8)),
        ("parameters.code_size=2", (2,)),
        ("learning_rate=log:1e-4:1e-2:3", (0.0001, 0.001, 0.01)),
        ("learning_rate=lin:0.1:0.3:3", (0.1, 0.2, 0.3)),
        ("code_size=log:1:8:4", (1, 2, 4, 8)),
        ("code_size=log:1:3:9", (1, 2, 3)),
        ("hidden=128-64,256,none", ((128, 64), (256,), ())),
        ("hidden=128,64;32", ((128, 64), (32,))),
        ("optimizer=adam,sgd", ("adam", "sgd")),
        ("code_size", (2, 4, 8, 16, 32)),
    ],
)
def test_values_are_read_as_people_write_them(text, values):
    found = varied(text)
    assert found.values == values
    assert varied(f"{found.parameter}={varied_text(found)}") == found


def test_a_range_without_steps_is_for_samplers():
    found = varied("learning_rate=log:1e-4:0.1")
    assert (found.values, found.low, found.high, found.log) == ((), 1e-4, 0.1, True)
    assert varied(f"learning_rate={varied_text(found)}") == found


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("code_sise=2", "did you mean “code_size”"),
        ("seed=1,2", "list the seeds beside it"),
        ("code_size=0", "from 1 to 4096"),
        ("code_size=2,2", "have one twice"),
        ("code_size=log:0:8:3", "from 1 to 4096"),
        ("code_size=lin:8:2:3", "from a smaller number to a larger one"),
        ("learning_rate=log:1e-3", "write it as log:LOW:HIGH"),
        ("learning_rate=log:1e-4:1e-2:1", "from 2 to 1,000 steps"),
        ("learning_rate=log:a:1:3", "needs numbers, not “a”"),
        ("optimizer=lin:1:2:3", "list its values, such as adam,nadam"),
        ("hidden=log:1:2:3", "list its values, such as 128-64"),
        ("optimizer=atom", "must be one of"),
    ],
)
def test_values_that_cannot_be_are_refused_in_a_sentence(text, words):
    with pytest.raises((RecipeError, ParameterError), match=words):
        varied(text)


@pytest.mark.parametrize("key", VARIANTS.keys)
def test_every_parameter_of_every_variant_has_suggestions_that_it_can_have(key):
    recipe = find_recipe(key)
    names = variable_names(recipe)
    assert "seed" not in names and "learning_rate" in names
    for name in names:
        values = suggested(recipe, name)
        Varied(name, values).check(varied_spec(recipe, name))
        assert len(values) >= 2, name


def test_the_bottleneck_is_what_is_varied_by_default():
    assert default_varied(DEEP) == Varied("code_size", (2, 4, 8, 16, 32))
    convolutional = default_varied(find_recipe("convolutional"))
    assert convolutional.parameter == "filters" and len({filters[:-1] for filters in convolutional.values}) == 1


def test_layers_are_suggested_around_those_of_the_recipe():
    assert value_of(DEEP, "hidden") == (128, 64)
    assert suggested(DEEP, "hidden") == ((128, 16), (128, 32), (128, 64), (128, 128), (128, 256))


def test_trainings_are_counted():
    sweep = Sweep(DEEP, (varied("code_size=2,4,8"), varied("optimizer=adam,sgd")), (1, 2))
    assert (sweep.point_count, sweep.trial_count, sweep.names) == (6, 12, ("code_size", "optimizer"))
    assert Sweep(DEEP, (varied("learning_rate=log:1e-4:1e-2"),), (1, 2), "tpe", 7).trial_count == 14


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"varied": ()}, "one or two parameters"),
        ({"varied": (Varied("code_size", (2,)), Varied("code_size", (4,)))}, "code_size twice"),
        ({"seeds": ()}, "from 1 to 100 seeds"),
        ({"seeds": (1, 1)}, "each a different one"),
        ({"seeds": (-1,)}, "whole numbers from 0"),
        ({"sampler": "magic"}, "no sampler “magic”"),
        ({"sampler": "tpe"}, "Say how many combinations the sampler tpe"),
        ({"trials": 5}, "leave the number of trials out"),
        ({"objective": "beauty"}, "judged by “beauty”"),
        ({"varied": (Varied("code_size", (), 2, 8),)}, "A grid needs the values of code_size"),
        ({"varied": (Varied("code_size", tuple(range(1, 600))),), "seeds": (1, 2)}, "would be 1,198 trainings"),
    ],
)
def test_what_is_no_sweep_is_refused(changes, words):
    sweep = Sweep(DEEP, (Varied("code_size", (2, 4)),))
    with pytest.raises(RecipeError, match=words):
        replace(sweep, **changes)


def test_the_file_gives_the_same_sweep_again():
    sweep = Sweep(DEEP, (varied("hidden=128-64,none"), varied("learning_rate=log:1e-4:1e-2:3")), (1, 5), prunes=True)
    assert sweep_from_text(sweep_text(sweep), KINDS) == sweep
    sampled = Sweep(DEEP, (varied("learning_rate=log:1e-4:1e-2"), varied("activation=relu,elu")), (3,), "tpe", 20, "val_loss")
    assert sweep_from_text(sweep_text(sampled), KINDS) == sampled


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"format": "something"}, "lacks the line that says so"),
        ({"version": 2}, "please update"),
        ({"colour": "red"}, "unknown key “colour”"),
        ({"vary": 3}, "must list what it varies"),
        ({"vary": [3]}, "must be an object with a parameter"),
        ({"vary": [{"parameter": "code_size"}]}, "needs values, or low, high and scale"),
        ({"vary": [{"parameter": "code_size", "values": ["2"]}]}, "whole number"),
        ({"trials": -1}, "must be a whole number"),
        ({"prune": 1}, "true or false for prune"),
        ({"seeds": ["1"]}, "seeds of a sweep must be whole numbers"),
        ({"recipe": 1}, "not a recipe"),
    ],
)
def test_a_file_that_is_wrong_is_refused(changes, words):
    values = sweep_to_json(Sweep(DEEP, (Varied("code_size", (2, 4)),))) | changes
    with pytest.raises((RecipeError, ParameterError), match=words):
        sweep_from_text(json.dumps(values), KINDS)


def test_what_is_not_json_is_refused():
    with pytest.raises(RecipeError, match="not valid JSON"):
        sweep_from_text("{", KINDS)

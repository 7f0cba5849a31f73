"""Each malady is found in facts that have it, at the severity it deserves, and in none that don't. The figures are of real runs."""

from dataclasses import replace

import numpy as np
import pytest

from ae_workbench.analysis.diagnosis import MALADIES, diagnose
from ae_workbench.analysis.diagnosis.diagnosis import Change, ChooseData, GoOn, ShowEpoch
from ae_workbench.analysis.diagnosis.facts import Codes, Hidden, Inputs, Range, swings_of
from ae_workbench.core.shape import Shape
from ae_workbench.variants.recipes import make_plan
from tests.unit.analysis.diagnosis.cases import HEALTHY, PIXELS, PLAIN, STANDARD, facts, found


def only(made):
    """The one diagnosis."""
    [diagnosis] = diagnose(made)
    return diagnosis


def noisy(values, by, seed=0):
    return [float(value) for value in np.array(values) * (1 + by * np.random.default_rng(seed).standard_normal(len(values)))]


# Healthy runs


@pytest.mark.parametrize(
    "made",
    [
        facts(),
        facts("sparse", dead=14),
        facts("variational", kl=(3.1, 2.6), hidden=[Hidden((256,), 256, 212)]),
        facts("variational", "code_size=16", kl=[1.5] * 14 + [0.11, 0.09]),
        facts("variational", "code_size=16", "kl_weight=4", kl=[1.0] * 9 + [0.05] * 7),
        facts("convolutional", dead=2, hidden=[Hidden((28, 28, 16), 16, 3)]),
        facts("sequence", errors=[0.995] * 18 + [0.8, 0.6, 0.4, 0.3, 0.25, 0.24] + [0.23] * 10, inputs=Inputs(STANDARD, STANDARD, 1.0)),
        facts(errors=noisy(HEALTHY, 0.03), losses=HEALTHY),
        facts(inputs=None, has_codes=False),
    ],
    ids=["simple", "some dead units", "dead hidden units", "two faint latents", "beta 4", "maps", "plateau", "noisy validation", "no data"],
)
def test_healthy_runs_have_nothing(made):
    assert found(made) == {}


@pytest.mark.parametrize("epochs", range(1, 40))
def test_nothing_is_found_while_a_healthy_run_is_under_way(epochs):
    assert found(facts(errors=HEALTHY[:epochs], outcome="")) == {}


@pytest.mark.parametrize(("epochs", "examples"), [(2, 1437), (8, 100)])
def test_too_little_training_is_not_judged(epochs, examples):
    made = facts("simple-article", "learning_rate=0.001", errors=[0.696] * epochs, train_count=examples, dead=32)
    assert not made.is_judgeable
    assert found(made) == {}


# Stalled


def test_adadelta_at_a_thousandth_stalls_and_may_be_given_its_own_rate():
    diagnosis = only(facts("simple-article", "learning_rate=0.001", errors=np.linspace(0.6965, 0.6958, 50)))
    assert (diagnosis.key, diagnosis.severity) == ("stalled", "problem")
    assert "2.7 times as large" in diagnosis.words[0]
    assert "which is Keras 3's default" in diagnosis.words[2]
    adam, own = diagnosis.remedies
    assert adam.settings == ("optimizer=adam", "learning_rate=0.001")
    assert own.settings == ("learning_rate=1.0",)


def test_a_hopeless_pace_is_said_in_epochs():
    diagnosis = only(facts("simple", "learning_rate=1e-5", "schedule=constant", errors=np.linspace(0.69, 0.65, 50), outcome=""))
    assert "more epochs" in diagnosis.words[1]
    assert diagnosis.remedies == (Change("Use Adam at 0.001", ("optimizer=adam", "learning_rate=0.001")),)


def test_an_lstm_that_never_leaves_the_mean_has_learned_nothing():
    flat = [0.996] * 50
    made = facts("sequence-article", "learning_rate=0.001", errors=flat, inputs=Inputs(STANDARD, STANDARD, 1.0), train_count=1600)
    assert only(made).title == "The model has learned nothing yet"
    assert found(replace(made, outcome="", history=made.history[:20])) == {}, "an LSTM may need long to begin"


# Too high a learning rate


def test_divergence_is_told_whatever_the_history_says():
    diagnosis = only(facts("simple", "learning_rate=1.0", errors=HEALTHY[:1], outcome="diverged"))
    assert (diagnosis.key, diagnosis.severity) == ("unstable", "problem")
    assert diagnosis.remedies == (Change("Learning rate 0.002", ("learning_rate=0.002",)),)


def test_a_loss_that_rises_again_is_a_problem_unless_the_schedule_may_mend_it():
    errors = [*HEALTHY[:15], *(0.3 for _ in range(10))]
    assert found(facts("simple", "schedule=constant", errors=errors, outcome="")) == {"unstable": "problem"}
    assert found(facts("simple", errors=errors, outcome="")) == {"unstable": "warning"}
    assert found(facts("simple", errors=errors)) == {"unstable": "problem"}


def test_a_restart_of_the_schedule_raises_the_loss_on_purpose():
    settings = ("variational", "epochs=63", "schedule=restarts")
    down = [170 - epoch / 2 for epoch in range(27)]
    for after in ([185.0], [185.0, 170.0], [185.0, 170.0, 160.0, 152.0]):
        assert "unstable" not in found(facts(*settings, errors=[*down, *after], outcome=""))
    assert found(facts("variational", "epochs=63", "schedule=cosine", errors=[*down, 185.0], outcome="")) == {"unstable": "warning"}
    rising = [*down, 185.0, *(150 + 3.0 * epoch for epoch in range(12))]
    assert found(facts(*settings, errors=rising, outcome="")) == {"unstable": "warning"}
    assert "after epoch 29" in only(facts(*settings, errors=rising, outcome="")).words[0]


def test_a_loss_that_jumps_is_a_warning():
    jumping = [value * (1.2 if place % 2 else 1.0) for place, value in enumerate(HEALTHY)]
    assert found(facts(errors=[*jumping, 0.11])) == {"unstable": "warning"}


def test_the_schedule_restarts_at_the_plan_s_end_too_for_those_who_go_on():
    settings = ("variational", "epochs=63", "schedule=restarts")
    down = [170 - epoch / 2 for epoch in range(63)]
    assert facts(*settings, errors=down).restarted_after == 27
    for after in ([185.0], [185.0, 170.0], [185.0, 170.0, 160.0, 150.0]):
        assert "unstable" not in found(facts(*settings, errors=[*down, *after], outcome=""))
    assert facts(*settings, errors=[170.0] * 136).restarted_after == 135
    assert facts(*settings, errors=down, train_count=0).restarted_after == 0, "a run that doesn't say how many examples it had"


def test_a_restart_within_an_epoch_is_by_design_from_that_epoch_on():
    settings = ("variational", "epochs=64", "schedule=restarts")  # the second in epoch 28
    down = [170 - epoch / 2 for epoch in range(27)]
    assert facts(*settings, errors=down).restarted_after == 10
    for after in ([185.0], [185.0, 190.0]):
        assert "unstable" not in found(facts(*settings, errors=[*down, *after], outcome=""))


@pytest.mark.parametrize(("epochs", "looked_at"), [(3, 3), (6, 4), (14, 4), (15, 5), (41, 13)])
def test_it_is_said_over_how_many_epochs_the_loss_jumps(epochs, looked_at):
    jumping = [0.3 * 0.98**place * (1.2 if place % 2 else 1.0) for place in range(epochs)]
    smooth = 0.9 * min(jumping)
    [diagnosis] = [each for each in diagnose(facts(errors=[*jumping[:-1], smooth], train_count=60_000)) if each.key == "unstable"]
    assert diagnosis.words[0].startswith(f"The training loss jumps up and down: in the last {looked_at} epochs by ")


def test_a_loss_that_leapt_up_on_the_way_is_a_warning_unless_it_has_recovered_well():
    before, after = [0.4, 0.3, 0.25], [*np.linspace(0.3, 0.2, 20)]
    assert "unstable" not in found(facts(errors=[*before, 0.49, *after]))
    diagnosis = only(facts(errors=[*before, 0.9, *after]))
    assert (diagnosis.key, diagnosis.severity) == ("unstable", "warning")
    assert "down to 0.25, leapt up to 0.9 in epoch 4 and is now at 0.2." in diagnosis.words[0]
    assert "unstable" not in found(facts(errors=[*before, 0.9, *after, *np.linspace(0.2, 0.12, 10)]))


@pytest.mark.parametrize(
    ("settings", "rate"),
    [
        (("learning_rate=0.5",), "0.002"),
        (("learning_rate=0.005",), "0.0005"),
        (("optimizer=sgd", "learning_rate=30"), "3"),
        (("optimizer=adadelta", "learning_rate=30"), "1"),
    ],
)
def test_the_rate_to_try_suits_the_optimizer(settings, rate):
    assert only(facts("simple", *settings, outcome="diverged")).remedies[0].settings == (f"learning_rate={rate}",)


def test_the_rate_that_is_offered_is_lower_for_large_examples():
    photos = facts("variational", outcome="diverged")
    large = replace(photos, plan=make_plan(photos.recipe, Shape((64, 64, 3))))
    assert (photos.lower_rate, large.lower_rate) == (0.0014, 0.00035)
    assert only(large).remedies[0].settings[-1] == "learning_rate=0.00035"


# Dead units


def test_most_units_dead_after_large_steps_want_smaller_ones_and_then_others():
    diagnosis = only(facts("simple", "learning_rate=0.02", dead=24))
    assert (diagnosis.key, diagnosis.severity) == ("dead_units", "warning")
    assert diagnosis.words[0] == "24 of 32 code units stay 0, or at one value, for all of 360 examples."
    assert [remedy.settings for remedy in diagnosis.remedies] == [("learning_rate=0.002",), ("activation=leaky_relu",), ("code_size=8",)]


def test_a_wholly_dead_code_or_hidden_layer_lets_nothing_through():
    level = [PLAIN] * 60
    assert found(facts("simple", "learning_rate=0.1", errors=level, dead=32)) == {"dead_units": "problem"}
    layer = Hidden((128,), 128, 128)
    diagnosis = only(facts("variational", errors=level, kl=(0.0, 0.0), hidden=[Hidden((256,), 256, 4), layer]))
    assert diagnosis.key == "dead_units"
    assert "All 128 units of the hidden layer of 128" in diagnosis.words[0]


def test_maps_of_a_convolution_are_counted_as_maps():
    diagnosis = only(facts("convolutional", "learning_rate=0.001", dead=6))
    assert "6 of 8 maps of the code" in diagnosis.words[0]
    assert [remedy.settings for remedy in diagnosis.remedies] == [("activation=leaky_relu",)]


def test_a_map_swings_where_any_of_its_places_does():
    codes = np.zeros((5, 3, 3, 2), np.float32)
    codes[:, 1, 2, 1] = range(5)
    np.testing.assert_allclose(swings_of(codes), [0, np.sqrt(2)])


# Collapse and penalties


def test_all_latents_collapsed_is_a_problem_of_beta():
    diagnosis = only(facts("variational", "kl_weight=30", errors=[PLAIN] * 60, kl=(0.003, 0.003)))
    assert (diagnosis.key, diagnosis.severity) == ("collapsed_latents", "problem")
    assert diagnosis.remedies[0].settings == ("kl_weight=1",)
    usual = only(facts("variational", errors=[PLAIN] * 60, kl=(0.003, 0.003)))
    assert usual.remedies[0].settings == ("kl_weight=0.1",)


def test_many_unused_latents_are_a_hint():
    diagnosis = only(facts("variational", "code_size=32", kl=[1.5] * 13 + [0.001] * 19))
    assert (diagnosis.key, diagnosis.severity) == ("collapsed_latents", "hint")
    assert diagnosis.remedies[0].settings == ("code_size=13",)


def test_beta_that_silences_most_latents_is_too_high():
    kl = [0.83, 0.79, 0.74, *(0.03 for _ in range(8)), *(0.004 for _ in range(5))]
    diagnosis = only(facts("variational", "code_size=16", "kl_weight=10", kl=kl))
    assert (diagnosis.key, diagnosis.severity) == ("strong_penalty", "warning")
    assert diagnosis.words[0] == "13 of 16 latents carry less than 0.1 nats each at β = 10."


def test_beta_that_leaves_every_latent_nearly_silent_is_to_blame_and_not_the_data():
    diagnosis = only(facts("variational", "kl_weight=50", errors=[PLAIN] * 60, kl=(0.0037, 0.0109)))
    assert (diagnosis.key, diagnosis.severity) == ("strong_penalty", "problem")
    assert diagnosis.remedies[0].settings == ("kl_weight=1",)


@pytest.mark.parametrize(("dead", "severity"), [(19, "warning"), (32, "problem")])
def test_l1_that_kills_the_code_is_too_strong(dead, severity):
    diagnosis = only(facts("sparse", "activity_l1=0.001", dead=dead))
    assert (diagnosis.key, diagnosis.severity) == ("strong_penalty", severity)
    assert diagnosis.remedies[0].settings == ("activity_l1=0.0001",)


def test_the_article_s_own_l1_isn_t_blamed_for_what_large_steps_do():
    assert only(facts("sparse", "learning_rate=0.05", dead=24)).key == "dead_units"
    assert only(facts("sparse", "learning_rate=0.05", "activity_l1=0.0005", dead=24)).key == "dead_units"
    assert only(facts("sparse", "learning_rate=0.05", "activity_l1=0.05", dead=24)).key == "strong_penalty"


# Overfitting


def overfitted(last, **rest):
    rise = np.concatenate([np.linspace(0.3, 0.12, 20), np.linspace(0.12, last, 30)])
    return facts("deep", "epochs=50", errors=rise, losses=np.linspace(0.3, 0.08, 50), **rest)


@pytest.mark.parametrize(("last", "severity"), [(0.127, "warning"), (0.15, "problem")])
def test_validation_that_rises_while_training_falls_is_overfitting(last, severity):
    diagnosis = only(overfitted(last))
    assert (diagnosis.key, diagnosis.severity) == ("overfitting", severity)
    assert diagnosis.remedies == (ShowEpoch("Show epoch 20", 20), Change("Stop early, after 10 epochs", ("patience=10",)))


def test_examples_learned_by_heart_are_overfitting_however_bad_validation_gets():
    rise = [*np.linspace(0.3, 0.23, 80), *np.linspace(0.23, 2 * PLAIN, 200)]
    diagnosis = only(facts("deep", "epochs=280", errors=rise, losses=np.linspace(0.3, 0.08, 280)))
    assert (diagnosis.key, diagnosis.severity) == ("overfitting", "problem")


def test_where_examples_were_left_out_they_are_the_remedy():
    assert only(overfitted(0.15, limit=100)).remedies[1] == Change("Use all examples", ("data.limit=0",))


def test_the_best_epoch_that_is_stored_is_shown():
    made = overfitted(0.15)
    assert only(replace(made, stored=(0, 10, 28, 50))).remedies[0] == ShowEpoch("Show epoch 28", 28)
    assert not [remedy for remedy in only(replace(made, stored=(50,))).remedies if isinstance(remedy, ShowEpoch)]


def test_a_training_that_stopped_early_by_itself_is_no_problem():
    assert found(overfitted(0.15, outcome="early_stopped")) == {"overfitting": "warning"}


# Inputs


def images(low, high):
    return Inputs(Range(low, high, (low + high) / 2, (high - low) / 4), PIXELS, PLAIN)


def test_pixels_outside_0_to_1_are_a_problem_before_any_training():
    diagnosis = only(facts(errors=[0.4], inputs=Inputs(Range(-1.0, 1.0, -0.7, 0.5), Range(-1.0, 1.0, -0.7, 0.5), None), has_codes=False))
    assert (diagnosis.key, diagnosis.severity) == ("input_range", "problem")
    assert "from -1 to 1" in diagnosis.words[0]


@pytest.mark.parametrize(("high", "severity"), [(1 / 255, "problem"), (16 / 255, "problem"), (0.4, "warning")])
def test_pixels_that_use_little_of_their_range_may_be_stretched(high, severity):
    made = facts(inputs=images(0.0, high))
    assert found(made)["input_range"] == severity
    assert all(isinstance(remedy, ChooseData) for remedy in diagnose(made)[0].remedies), "the built-in digits can't be"
    own = replace(made, recipe=replace(made.recipe, data=replace(made.recipe.data, key="array")))
    assert diagnose(own)[0].remedies[0] == Change("Stretch the pixels", ("data.pixel_range=full",))
    quiet = replace(made, recipe=replace(made.recipe, data=replace(made.recipe.data, key="sounds")))
    assert "input_range" not in found(quiet)


def test_outliers_and_test_data_of_another_range_are_told_for_sequences():
    wild, other = Range(-2.0, 45.0, 0.0, 1.0), Range(1.0, 6.0, 3.5, 1.0)
    calm = [0.9, *(0.9 * 0.9**epoch for epoch in range(40))]
    for inputs, title in ((Inputs(wild, STANDARD, 1.0), "A few values are far off"), (Inputs(STANDARD, other, 1.0), "of another range")):
        diagnosis = only(facts("sequence", errors=calm, inputs=inputs))
        assert (diagnosis.key, diagnosis.severity) == ("input_range", "warning")
        assert title in diagnosis.title


# Too short


def test_a_run_that_was_still_learning_gets_a_friendly_hint():
    errors = np.linspace(0.27, 0.2, 50)
    constant = only(facts("simple-article", errors=errors))
    assert (constant.key, constant.severity, constant.remedies) == ("unfinished", "hint", (GoOn("Go on for 50 epochs", 50),))
    assert only(facts("simple", errors=errors)).remedies == (Change("Train 120 epochs", ("epochs=120",)),), "a cosine has come to its end"
    assert found(facts("simple-article", errors=errors, outcome="stopped")) == {}


def test_all_epochs_on_hardly_any_examples_are_hardly_any_steps():
    few = facts("simple", train_count=60, errors=HEALTHY[:1] * 60)
    found = only(few)
    assert (found.severity, found.title) == ("hint", "Very few steps") and "60 steps" in found.words[0]
    assert found.remedies == (Change("Train 1000 epochs", ("epochs=1000",)),)
    going_on = only(facts("simple-article", train_count=60, errors=HEALTHY[:1] * 50))
    assert going_on.remedies == (GoOn("Go on for 950 epochs", 950),)
    assert diagnose(replace(few, outcome="stopped")) == () and diagnose(facts("simple", train_count=60, errors=HEALTHY[:5])) == ()


# All together


def test_a_cause_takes_its_consequences_off_the_list():
    made = facts("sparse", "activity_l1=0.1", errors=[PLAIN] * 60, dead=32)
    assert {malady.key for malady in MALADIES if malady.look(made)} >= {"strong_penalty", "dead_units", "stalled"}
    assert found(made) == {"strong_penalty": "problem"}


def test_the_worst_comes_first():
    made = facts("sparse", dead=24, inputs=images(0.0, 16 / 255))
    assert [diagnosis.severity for diagnosis in diagnose(replace(made, codes=Codes(9, np.ones(32), np.array([]), ())))] == ["problem"]
    both = facts("variational", "code_size=32", kl=[1.5] * 13 + [0.001] * 19, inputs=images(0.0, 0.4))
    assert [diagnosis.severity for diagnosis in diagnose(both)] == ["warning", "hint"]

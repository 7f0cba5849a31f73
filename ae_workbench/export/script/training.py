"""The training's part of the program: settings, noise, batches, loss, optimizer and fit."""

from ae_workbench.core.corruption import Corruption
from ae_workbench.core.layers import LSTM, Conv2D
from ae_workbench.core.plan import Plan
from ae_workbench.core.recipe import FINAL_RATE_SHARE, RESTART_PARTS, RESTART_SHARE, Recipe, Training
from ae_workbench.export.script.data import is_paired
from ae_workbench.export.script.words import call, number

OPTIMIZERS = {"adam": "Adam", "nadam": "Nadam", "adadelta": "Adadelta", "rmsprop": "RMSprop", "sgd": "SGD"}
LOSSES = {"bce": "binary_crossentropy", "mse": "mean_squared_error"}
LARGEST_SEED = 0x7FFFFFFF
SAMPLING_STREAM, GAUSSIAN_STREAM, HIT_STREAM = range(3)  # as the program's own training draws them
TEST_STREAM = 3
NOISE = {
    "gaussian": (
        "Gaussian noise of standard deviation NOISE, clipped to [0, 1].",
        """    noise = keras.random.normal(x.shape, seed=seeds)
    noise = keras.ops.convert_to_numpy(noise)
    return np.clip(x + np.float32(NOISE) * noise, 0, 1)""",
    ),
    "salt_and_pepper": (
        "A share NOISE of the pixels becomes 0 or 1, half each.",
        """    hit = keras.random.uniform(x.shape, seed=seeds)
    hit = keras.ops.convert_to_numpy(hit)
    salted = np.where(hit < NOISE, np.float32(1), x)
    return np.where(hit < NOISE / 2, np.float32(0), salted)""",
    ),
    "masking": (
        "A share NOISE of the pixels becomes 0.",
        """    hit = keras.random.uniform(x.shape, seed=seeds)
    hit = keras.ops.convert_to_numpy(hit)
    return np.where(hit < NOISE, np.float32(0), x)""",
    ),
}


def sees_noise(recipe: Recipe, plan: Plan) -> bool:
    """Whether what goes in differs from what is asked for."""
    return is_paired(recipe) or is_noisy(plan)


def is_noisy(plan: Plan) -> bool:
    """Whether noise is put on what goes in."""
    return plan.corruption.kind != "none" and plan.corruption.amount > 0


def settings(recipe: Recipe, plan: Plan) -> str:
    training = recipe.training
    lines = [
        f"SEED = {training.seed}",
        f"SHAPE = {plan.shape.dims}",
        f"BATCH_SIZE = {training.batch_size}",
        f"EPOCHS = {training.epochs}",
        f"LEARNING_RATE = {number(training.learning_rate)}",
    ]
    if is_noisy(plan):
        stream = GAUSSIAN_STREAM if plan.corruption.kind == "gaussian" else HIT_STREAM
        lines += [f"NOISE = {number(plan.corruption.amount)}", f"NOISE_SEED = {_seed(training, stream)}"]
        lines.append(f"TEST_NOISE_SEED = {_seed(training, TEST_STREAM)}")
    if plan.is_variational:
        lines += [f"KL_WEIGHT = {number(plan.kl_weight)}", f"SAMPLING_SEED = {_seed(training, SAMPLING_STREAM)}"]
    return "\n".join(lines)


def _seed(training: Training, stream: int) -> int:
    return training.seed * 3 + stream & LARGEST_SEED


def text(recipe: Recipe, plan: Plan) -> str:
    sentences = ["Examples are shuffled anew in each epoch, from the seed alone."]
    if is_paired(recipe):
        fresh = ", with fresh noise on top" if is_noisy(plan) else ""
        sentences.append(f"The encoder sees the noisy half of each pair{fresh}; the loss asks for the clean one.")
    elif is_noisy(plan):
        sentences.append("The encoder sees them with fresh noise; the loss asks for the clean ones.")
    if plan.is_variational:
        sentences.append("The reconstruction's error is summed over an example, so that it and the KL term are both in nats.")
    if plan.activity_l1:
        sentences.append("The loss that is shown contains the penalty on the code.")
    if not plan.has(Conv2D, LSTM):
        sentences.append("Compiling with XLA makes dense layers faster.")
    if recipe.training.schedule == "cosine":
        sentences.append("The learning rate falls along a cosine to a hundredth.")
    if recipe.training.schedule == "restarts":
        sentences.append("The learning rate falls along three cosines, each twice as long as the one before.")
    return " ".join(sentences)


def code(recipe: Recipe, plan: Plan) -> str:
    parts = [_noise(plan.corruption, is_paired(recipe))] if is_noisy(plan) else []
    parts.append(_batches(plan, is_paired(recipe)))
    if plan.is_variational:
        parts.append(_nats(plan))
    body = "\n\n\n".join(parts)
    return f"{body}\n\n\n{_fit(recipe, plan)}"


def _noise(corruption: Corruption, paired: bool) -> str:
    meaning, lines = NOISE[corruption.kind]
    given = "x_test_seen" if paired else "x_test"
    test = f"test_noise = keras.random.SeedGenerator(TEST_NOISE_SEED)\nx_test_seen = add_noise({given}, test_noise)"
    return f'def add_noise(x, seeds):\n    """{meaning}"""\n{lines}\n\n\n{test}'


def _batches(plan: Plan, paired: bool) -> str:
    noisy, seen = is_noisy(plan), "x_train_seen[rows]" if paired else "x_train[rows]"
    seeds = ["    noise_seeds = keras.random.SeedGenerator(NOISE_SEED)"] if noisy else []
    lines = [
        "def batches():",
        '    """Batches without end: what goes in and what shall come out."""',
        *seeds,
        "    for epoch in itertools.count(1):",
        "        shuffled = np.random.default_rng((SEED, epoch))",
        "        order = shuffled.permutation(len(x_train))",
        "        for start in range(0, len(order), BATCH_SIZE):",
        "            rows = order[start : start + BATCH_SIZE]",
        f"            yield {f'add_noise({seen}, noise_seeds)' if noisy else seen}, x_train[rows]",
    ]
    return "\n".join(lines)


def _nats(plan: Plan) -> str:
    axes = tuple(range(1, len(plan.shape.dims)))
    return (
        "def error_in_nats(x, reconstruction):\n"
        f"    errors = keras.losses.{LOSSES[plan.loss]}(x, reconstruction)\n"
        f"    return math.prod(SHAPE) * keras.ops.mean(errors, axis={axes})"
    )


def _fit(recipe: Recipe, plan: Plan) -> str:
    training = recipe.training
    loss = "error_in_nats" if plan.is_variational else f'"{LOSSES[plan.loss]}"'
    lines = ["steps = math.ceil(len(x_train) / BATCH_SIZE)"]
    rate = "LEARNING_RATE"
    if training.schedule == "cosine":
        rate = "rate"
        made = call(
            "rate = keras.optimizers.schedules.CosineDecay", "LEARNING_RATE", "EPOCHS * steps", f"alpha={number(FINAL_RATE_SHARE)}"
        )  # fmt: skip
        lines.append(made)
    elif training.schedule == "restarts":
        rate = "rate"
        made = call(
            "rate = keras.optimizers.schedules.CosineDecayRestarts", "LEARNING_RATE", f"math.ceil(EPOCHS * steps / {RESTART_PARTS})",
            f"m_mul={number(RESTART_SHARE)}", f"alpha={number(FINAL_RATE_SHARE)}",
        )  # fmt: skip
        lines.append(made)
    lines.append(f"optimizer = keras.optimizers.{OPTIMIZERS[training.optimizer]}({rate})")
    dense = not plan.has(Conv2D, LSTM)
    lines.append(call("autoencoder.compile", "optimizer", f"loss={loss}", *(["jit_compile=True"] if dense else [])))
    seen = "x_test_seen" if sees_noise(recipe, plan) else "x_test"
    arguments = ["batches()", "steps_per_epoch=steps", "epochs=EPOCHS", f"validation_data=({seen}, x_test)", "validation_batch_size=256"]
    if training.patience:
        lines.append(call("stopping = keras.callbacks.EarlyStopping", f"patience={training.patience}"))
        arguments.append("callbacks=[stopping]")
    lines.append(call("history = autoencoder.fit", *arguments))
    return "\n".join(lines)

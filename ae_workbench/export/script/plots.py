"""The pictures' part of the program: losses, examples over their reconstructions, and the plane of a two-dimensional code."""

from ae_workbench.core.plan import Plan
from ae_workbench.core.recipe import Recipe
from ae_workbench.export.script.training import sees_noise
from ae_workbench.export.script.words import call

LOSSES = """epochs = np.array(history.epoch) + 1
plt.figure(figsize=(6, 4))
plt.plot(epochs, history.history["loss"], label="training")
plt.plot(epochs, history.history["val_loss"], label="test")
plt.xlabel("Epoch")
plt.ylabel("Loss")
plt.legend()"""
MANIFOLD = """ticks = np.linspace(-2, 2, 15)
grid = np.array([(x, y) for y in ticks[::-1] for x in ticks])
tiles = decoder.predict(grid, verbose=0).reshape(15, 15, *SHAPE)
manifold = np.concatenate(np.concatenate(tiles, axis=1), axis=1)
plt.figure(figsize=(6, 6))"""
SHOWN = 10


def text(recipe: Recipe, plan: Plan) -> str:
    noisy = sees_noise(recipe, plan)
    rows = "examples, what the encoder sees and what the decoder makes of it" if noisy else "examples over their reconstructions"
    if plan.code_dims != (2,):
        return f"Loss in each epoch, then test {rows}."
    return f"Loss in each epoch, test {rows}, and the plane of codes."


def code(recipe: Recipe, plan: Plan, has_labels: bool) -> str:
    seen = "x_test_seen" if sees_noise(recipe, plan) else "x_test"
    parts = [LOSSES, _rows(plan, seen)]
    if plan.code_dims == (2,):
        parts.append(_scatter(plan, seen, has_labels))
        if plan.is_variational and plan.shape.is_image:
            parts.append(f"{MANIFOLD}\n{_picture(plan, 'plt', 'manifold', 'extent=(-2, 2, -2, 2)')}")
    return "\n\n".join([*parts, "plt.show()"])


def _rows(plan: Plan, seen: str) -> str:
    encoded = f"encoder.predict({seen}[:{SHOWN}], verbose=0)"
    lines = [
        f"codes, _ = {encoded}" if plan.is_variational else f"codes = {encoded}",
        f"rows = [x_test[:{SHOWN}]{f', {seen}[:{SHOWN}]' if seen != 'x_test' else ''}, decoder.predict(codes, verbose=0)]",
    ]
    if not plan.shape.is_image:
        return "\n".join([*lines, *_curves()])
    lines += [
        call("figure, axes = plt.subplots", "len(rows)", "len(codes)", "figsize=(len(codes), len(rows))", "squeeze=False"),
        "for line, images in zip(axes, rows):",
        "    for axis, image in zip(line, images):",
        f"        {_picture(plan, 'axis', 'image')}",
        '        axis.axis("off")',
    ]
    return "\n".join(lines)


def _curves() -> list[str]:
    return [
        "figure, axes = plt.subplots(len(codes), 1, figsize=(8, 10), squeeze=False)",
        "for axis, x, reconstruction in zip(axes[:, 0], *rows):",
        '    axis.plot(x, color="gray")',
        "    axis.plot(reconstruction)",
        '    axis.axis("off")',
    ]


def _scatter(plan: Plan, seen: str, has_labels: bool) -> str:
    encoded = f"encoder.predict({seen}, verbose=0)"
    lines = [f"codes, _ = {encoded}" if plan.is_variational else f"codes = {encoded}", "plt.figure(figsize=(6, 5))"]
    if has_labels:
        lines += ['plt.scatter(*codes.T, c=y_test, cmap="tab10", s=4)', 'plt.colorbar(label="Class")']
    else:
        lines.append("plt.scatter(*codes.T, s=4)")
    return "\n".join(lines)


def _picture(plan: Plan, axis: str, image: str, *more: str) -> str:
    if plan.shape.dims[-1] == 1:
        return call(f"{axis}.imshow", f"{image}[..., 0]", 'cmap="gray"', "vmin=0", "vmax=1", *more, indent=8 if axis == "axis" else 0)
    return call(f"{axis}.imshow", image, *more)

"""Run in a process of its own, away from the project: opens exported models in their own runtimes and tells how far they are off.

Usage: ``python -I open_exports.py FOLDER FORMAT…``. The folder has ``NAME.npz`` with ``inputs`` and ``outputs`` for each export; one
JSON object with the largest differences by the export's name goes to the standard output.
"""

import json
import sys
from pathlib import Path

import numpy as np

sys.modules["ae_workbench"] = None  # importing it is an error from here on


def open_keras(path):
    import keras

    model = keras.saving.load_model(path)
    assert all(type(layer).__module__.startswith("keras.") for layer in model.layers)
    return lambda inputs: model(inputs)


def open_savedmodel(path):
    import tensorflow as tf

    model = tf.saved_model.load(str(path))
    served = model.signatures["serving_default"]
    [name] = served.structured_input_signature[1]

    def run(inputs):
        direct = model.serve(inputs).numpy()
        [named] = served(**{name: tf.constant(inputs)}).values()
        assert np.array_equal(direct, named)
        return direct

    return run


def open_tflite(path):
    import tensorflow as tf

    interpreter = tf.lite.Interpreter(str(path))
    names = {operation["op_name"] for operation in interpreter._get_ops_details()}
    assert not any(name.startswith(("Flex", "CUSTOM")) for name in names), names
    [signature] = interpreter.get_signature_list().values()
    [name], [result] = signature["inputs"], signature["outputs"]
    runner = interpreter.get_signature_runner()
    return lambda inputs: runner(**{name: inputs})[result]


def open_onnx(path):
    import onnxruntime

    session = onnxruntime.InferenceSession(path)
    [given], [result] = session.get_inputs(), session.get_outputs()

    def run(inputs):
        outputs = session.run([result.name], {given.name: inputs})[0]
        assert given.shape == ["batch", *inputs.shape[1:]] and result.shape == ["batch", *outputs.shape[1:]]
        return outputs

    return run


SUFFIXES = {"keras": ".keras", "savedmodel": "", "tflite": ".tflite", "onnx": ".onnx"}
OPENERS = {"keras": open_keras, "savedmodel": open_savedmodel, "tflite": open_tflite, "onnx": open_onnx}


def main(folder, formats):
    differences = {}
    for wanted in sorted(folder.glob("*.npz")):
        arrays = np.load(wanted)
        inputs, outputs = arrays["inputs"], arrays["outputs"]
        for key in formats:
            path = wanted.with_suffix(SUFFIXES[key])
            if not path.exists():
                continue
            run = OPENERS[key](path)
            found = np.asarray(run(inputs))
            assert found.shape == outputs.shape and found.dtype == np.float32
            one = np.asarray(run(inputs[:1]))  # a batch of another size
            assert one.shape == outputs[:1].shape
            differences[f"{key} {wanted.stem}"] = float(max(abs(found - outputs).max(), abs(one - outputs[:1]).max()))
    assert formats != ["onnx"] or "tensorflow" not in sys.modules
    print(json.dumps(differences))


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])

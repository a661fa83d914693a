"""Writes layers_masks_keras_3.15.1.json: what Keras 3.15.1 makes of recurrent
layers with options, of masks, of layers in a row, of summaries.

    python3 -m venv keras && keras/bin/pip install keras==3.15.1 jax
    keras/bin/python layers_masks.py
"""
import io, json, os, warnings
os.environ["KERAS_BACKEND"] = "jax"
os.environ["JAX_PLATFORMS"] = "cpu"
warnings.filterwarnings("ignore")
import jax
jax.config.update("jax_enable_x64", True)
import keras
import numpy as np
from keras import layers
from keras.src.backend.common import dtypes

keras.backend.set_floatx("float64")
keras.config.set_dtype_policy("float64")
dtypes.BIT64_TO_BIT32_DTYPE.clear()
out = {"_doc": "keras %s, jax, float64. Weight k of a layer or model is "
               "0.5 sin(1 + 100 k + i); the loss is the sum of the output "
               "times cos(i)." % keras.__version__}

B, T, D, U = 2, 5, 3, 4


def fill(shape, a=0.5, o=1.0):
    n = int(np.prod(shape))
    return (a * np.sin(o + np.arange(n))).reshape(shape)


def fill_weights(weights):
    for k, w in enumerate(weights):
        w.assign(fill(w.shape, o=1.0 + 100 * k))


x = np.cos(0.7 * np.arange(B * T * D)).reshape(B, T, D)
masks = {
    "none": None,
    "pre": np.array([[0, 0, 1, 1, 1], [0, 1, 1, 1, 1]], bool),
    "post": np.array([[1, 1, 1, 0, 0], [1, 1, 1, 1, 0]], bool),
    "gaps": np.array([[0, 1, 0, 1, 0], [1, 0, 0, 1, 1]], bool),
    "empty": np.array([[0, 0, 0, 0, 0], [1, 1, 0, 0, 1]], bool),
}
out["x"] = x.tolist()
out["masks"] = {k: None if m is None else m.astype(int).tolist()
                for k, m in masks.items()}

# Layers, their states, and all gradients -----------------------------------


def case(layer, mask=None, start=None, dropout=None):
    """Output, last states, and the gradients of the loss."""
    if not layer.built:
        layer.build((B, T, D))
    fill_weights(layer.weights)
    fixed = {} if dropout is None else dropout

    def f(weights, x, start):
        cell = getattr(layer, "cell", None)
        kwargs = {} if mask is None else {"mask": mask}
        if start is not None:
            kwargs["initial_state"] = list(start)
        if fixed:
            # The masks a call would draw are given.
            cell.get_dropout_mask = lambda _: fixed["input"]
            cell.get_recurrent_dropout_mask = lambda _: fixed["recurrent"]
            kwargs["training"] = True
        y, _ = layer.stateless_call(
            weights, [v.value for v in layer.non_trainable_variables], x,
            **kwargs)
        y = list(y) if isinstance(y, (tuple, list)) else [y]
        loss = sum((part * np.cos(np.arange(part.size)).reshape(part.shape))
                   .sum() for part in y)
        return loss, y

    weights = [v.value for v in layer.trainable_variables]
    start = None if start is None else tuple(start)
    arguments = (0, 1) if start is None else (0, 1, 2)
    (_, y), gradients = jax.value_and_grad(
        f, argnums=arguments, has_aux=True)(weights, x, start)
    result = {
        "output": [np.asarray(part).tolist() for part in y],
        "grad_w": [np.asarray(g).tolist() for g in gradients[0]],
        "grad_x": np.asarray(gradients[1]).tolist(),
    }
    if start is not None:
        result["grad_start"] = [np.asarray(g).tolist() for g in gradients[2]]
    return result


kinds = {
    "SimpleRNN": (layers.SimpleRNN, {}, 1),
    "LSTM": (layers.LSTM, {}, 2),
    "GRU": (layers.GRU, {}, 1),
    "GRU_before": (layers.GRU, {"reset_after": False}, 1),
}
readings = {
    "last": {},
    "seq": {"return_sequences": True},
    "seq_zero": {"return_sequences": True, "zero_output_for_mask": True},
    "last_zero": {"zero_output_for_mask": True},
    "seq_back": {"return_sequences": True, "go_backwards": True},
    "last_back": {"go_backwards": True},
}
recurrent = {}
for kind, (make, options, states) in kinds.items():
    for reading, more in readings.items():
        for name in ("none", "post", "gaps", "empty"):
            # Last states are used too, and the pass starts from states that
            # are not zeros; on JAX a leading masked step then puts out the
            # state it starts from.
            layer = make(U, return_state=True, **options, **more)
            start = [fill((B, U), 0.5, 20 + 5 * s) for s in range(states)]
            recurrent["%s %s %s" % (kind, reading, name)] = case(
                layer, masks[name], start)
out["recurrent"] = recurrent

# Options ---------------------------------------------------------------------

options = {}
for kind, (make, more, _) in kinds.items():
    options[kind + " relu"] = case(
        make(U, activation="relu", return_sequences=True, **more))
    options[kind + " no bias"] = case(
        make(U, use_bias=False, return_sequences=True, **more))
    if kind != "SimpleRNN":
        options[kind + " tanh gates"] = case(
            make(U, recurrent_activation="tanh", activation="sigmoid",
                 **more))
    gates = {"SimpleRNN": None, "LSTM": 4}.get(kind, 3)

    def factors(width, o):
        m = [2.0 * (fill((B, width), 1, o + 3 * g) > 0)
             for g in range(gates or 1)]
        return m if gates else m[0]

    options[kind + " dropout"] = case(
        make(U, dropout=0.5, recurrent_dropout=0.5, return_sequences=True,
             **more),
        masks["gaps"],
        dropout={"input": factors(D, 2), "recurrent": factors(U, 7)})
    one = 2.0 * (fill((B, D), 1, 2) > 0)
    options[kind + " input dropout"] = case(
        make(U, dropout=0.5, return_sequences=True, **more),
        dropout={"input": one, "recurrent": None})
out["options"] = options

both = {}
for kind, (make, more, _) in kinds.items():
    merges = ("concat", "sum", "mul", "ave")
    for merge in merges if kind == "LSTM" else ("concat",):
        for sequences in (False, True):
            for name in ("none", "gaps", "empty"):
                both["%s %s %s %s" % (
                    kind, merge, "seq" if sequences else "last", name)] = case(
                    layers.Bidirectional(
                        make(U, return_sequences=sequences, **more),
                        merge_mode=merge), masks[name])
    y = layers.Bidirectional(make(U, **more), merge_mode=None)
    both[kind + " none"] = case(y)
out["bidirectional"] = both

# Pooling, masking, dense -----------------------------------------------------

out["pooling"] = {name: case(layers.GlobalAveragePooling1D(), mask)
                  for name, mask in masks.items() if name != "empty"}
odd = x.copy()
odd[0, 1] = 0
odd[1, 3:] = 0
odd[1, 0, 1] = 0
layer = layers.Masking()
out["masking"] = {
    "x": odd.tolist(), "output": np.asarray(layer(odd)).tolist(),
    "mask": np.asarray(layer.compute_mask(odd)).astype(int).tolist(),
    "value_mask": np.asarray(layers.Masking(mask_value=odd[0, 0, 0])
                             .compute_mask(odd)).astype(int).tolist(),
}

# A layer that goes on where it stopped ---------------------------------------

out["stateful"] = {}
for kind, (make, more, _) in kinds.items():
    layer = make(U, stateful=True, return_sequences=True, **more)
    layer.build((B, T, D))
    fill_weights(layer.weights)
    first = np.asarray(layer(x))
    second = np.asarray(layer(x))
    layer.reset_state()
    third = np.asarray(layer(x))
    out["stateful"][kind] = {"outputs": [
        first.tolist(), second.tolist(), third.tolist()]}

# Models, masks on their way to the loss --------------------------------------

ids = np.array([[0, 0, 3, 1, 4], [2, 5, 1, 0, 0], [0, 4, 0, 2, 0]])
out["ids"] = ids.tolist()


def model(*parts):
    m = keras.Sequential([keras.Input((T,)), *parts])
    fill_weights(m.weights)
    return m


def embedded(*parts, mask_zero=True):
    return model(layers.Embedding(6, 3, mask_zero=mask_zero), *parts)


models = {
    "stacked": lambda: embedded(
        layers.LSTM(4, return_sequences=True), layers.GRU(2)),
    "stacked both": lambda: embedded(
        layers.Bidirectional(layers.GRU(4, return_sequences=True)),
        layers.Bidirectional(layers.LSTM(2), merge_mode="sum")),
    "every step": lambda: embedded(
        layers.LSTM(4, return_sequences=True), layers.Dense(2)),
    "mean": lambda: embedded(layers.GlobalAveragePooling1D(),
                             layers.Dense(2, activation="tanh")),
    "mean of states": lambda: embedded(
        layers.SimpleRNN(4, return_sequences=True),
        layers.Dropout(0.5), layers.GlobalAveragePooling1D()),
}
out["models"] = {}
for name, make in models.items():
    m = make()
    shape = m.output_shape[1:]

    def f(weights):
        y, _ = m.stateless_call(weights, [
            v.value for v in m.non_trainable_variables], ids)
        return (y * np.cos(np.arange(y.size)).reshape(y.shape)).sum(), y

    (_, y), g = jax.value_and_grad(f, has_aux=True)(
        [v.value for v in m.trainable_variables])
    out["models"][name] = {
        "output": np.asarray(y).tolist(),
        "grad_w": [np.asarray(part).tolist() for part in g]}

# Training on masked steps ----------------------------------------------------

target = 0.5 * np.sin(np.arange(3 * T * 2)).reshape(3, T, 2)
out["training"] = {"target": target.tolist()}
for name, optimizer in (("sgd", keras.optimizers.SGD(0.1)),
                        ("adam", keras.optimizers.Adam(0.01))):
    m = models["every step"]()
    m.compile(optimizer, "mean_squared_error")
    h = m.fit(ids, target, epochs=5, batch_size=2, shuffle=False, verbose=0)
    out["training"][name] = {
        "loss": h.history["loss"],
        "final": float(m.evaluate(ids, target, batch_size=2, verbose=0)),
        "prediction": m.predict(ids, verbose=0).tolist()}

# Summaries -------------------------------------------------------------------

keras.backend.set_floatx("float32")
keras.config.set_dtype_policy("float32")


def summary(make):
    keras.backend.clear_session()
    text = io.StringIO()
    keras.Sequential(make()).summary(
        print_fn=lambda line, **_: text.write(line + "\n"))
    return text.getvalue().rstrip("\n")


out["summaries"] = {
    "gates": summary(lambda: [
        keras.Input((200,)), layers.Embedding(10000, 32, mask_zero=True),
        layers.LSTM(64, return_sequences=True),
        layers.GRU(64, return_sequences=True),
        layers.GRU(64, reset_after=False), layers.Dropout(0.5),
        layers.Dense(1, use_bias=False)]),
    "both": summary(lambda: [
        keras.Input((None, 7)), layers.Masking(),
        layers.Bidirectional(layers.LSTM(5, return_sequences=True)),
        layers.Bidirectional(layers.SimpleRNN(5, return_sequences=True),
                             merge_mode="ave"),
        layers.GlobalAveragePooling1D(), layers.Dense(3)]),
}


def rounded(value):
    """Thirteen decimals are enough, and half as long."""
    if isinstance(value, dict):
        return {k: rounded(v) for k, v in value.items()}
    if isinstance(value, list):
        return [rounded(v) for v in value]
    return round(value, 13) if isinstance(value, float) else value


with open("layers_masks_keras_3.15.1.json", "w") as file:
    json.dump(rounded(out), file, separators=(",", ":"))

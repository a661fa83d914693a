"""Writes text_losses_summary_keras_3.15.1.json: what Keras 3.15.1 does with
words, padding, one-hot rows, losses, metrics, summaries and progress bars.

    python3 -m venv keras && keras/bin/pip install keras==3.15.1 jax
    keras/bin/python text_losses_summary.py
"""
import io, json, os, re, warnings
os.environ["KERAS_BACKEND"] = "jax"
os.environ["JAX_PLATFORMS"] = "cpu"
warnings.filterwarnings("ignore")
import jax
jax.config.update("jax_enable_x64", True)
import jax.numpy as jnp
import keras
import numpy as np
from keras import layers
from keras.src.backend.common import dtypes
from keras.src.legacy.preprocessing.text import Tokenizer
from keras.src.utils import io_utils, progbar
from keras.utils import pad_sequences, to_categorical

keras.backend.set_floatx("float64")
keras.config.set_dtype_policy("float64")
dtypes.BIT64_TO_BIT32_DTYPE.clear()
out = {"_doc": "keras %s, jax, float64" % keras.__version__}


# Words ---------------------------------------------------------------------

questions = [
    "What is your name?", "How are you?", "What is your profession?",
    "Where do you live?", "What is your favorite color?",
]
odd = [
    "It's a test; isn't it? A TEST!", "tab\tnew\nline\r\nreturn",
    "caf\u00e9 na\u00efve \u00c9T\u00c9 \u00fcber-cool \u4f60\u597d",
    "x_y x-y x.y `z` {w} |v| ~u~ \"t\" 'q'", "", "   ", "a a a b b c",
]
new = ["how is your color today?", "zebra", "", "IT'S a Test a a b"]


def words(texts, asked, **options):
    t = Tokenizer(**options)
    t.fit_on_texts(texts)
    return {
        "texts": texts, "asked": asked, "options": options,
        "counts": [[w, c] for w, c in t.word_counts.items()],
        "index": sorted(([w, i] for w, i in t.word_index.items()),
                        key=lambda p: p[1]),
        "sequences": t.texts_to_sequences(texts + asked),
    }


out["tokenizer"] = [
    words(questions, new),
    words(questions, new, oov_token="<OOV>"),
    words(questions, new, num_words=4),
    words(questions, new, num_words=4, oov_token="<OOV>"),
    words(odd, new),
    words(odd, new, lower=False),
    words(odd, new, filters="", lower=True),
    words(odd, new, split="a"),
    words(odd, new, oov_token="a"),
]

# Padding -------------------------------------------------------------------

rows = [[1, 2, 3, 4, 5], [6], [], [7, 8, 9]]
out["padding"] = []
for maxlen in (None, 2, 4, 7):
    for padding in ("pre", "post"):
        for truncating in ("pre", "post"):
            for value in (0, 9):
                padded = pad_sequences(
                    rows, maxlen=maxlen, padding=padding,
                    truncating=truncating, value=value)
                out["padding"].append({
                    "rows": rows, "maxlen": maxlen, "padding": padding,
                    "truncating": truncating, "value": value,
                    "result": padded.tolist()})
out["categorical"] = [
    {"ids": ids, "shape": list(np.shape(ids)), "classes": classes,
     "result_shape": list(to_categorical(ids, classes).shape),
     "result": to_categorical(ids, classes).ravel().tolist()}
    for ids, classes in (
        ([0, 2, 1], None), ([0, 2, 1], 5), ([[0], [2]], None),
        ([[0, 1], [3, 2], [1, 1]], 4))
]

# Losses --------------------------------------------------------------------

rng = np.random.default_rng(0)


def loss(name, prediction, target, function):
    prediction = np.asarray(prediction, "float64")
    target = np.asarray(target, "float64")
    values = function(jnp.array(target), jnp.array(prediction))
    slope = jax.grad(
        lambda p: jnp.mean(function(jnp.array(target), p)))(
            jnp.array(prediction))
    out["losses"].append({
        "name": name, "prediction": prediction.ravel().tolist(),
        "prediction_shape": list(prediction.shape),
        "target": target.ravel().tolist(),
        "target_shape": list(target.shape),
        "values": np.ravel(values).tolist(),
        "values_shape": list(values.shape),
        "gradient": np.ravel(slope).tolist()})


out["losses"] = []
shares = rng.dirichlet(np.ones(4), size=5)
unequal = rng.uniform(.1, 2, size=(3, 4))
sure = [[1 - 1e-9, 1e-9, 0, 0], [1e-9, 1 - 1e-9, 0, 0], [0, 0, .5, .5]]
steps = rng.dirichlet(np.ones(3), size=(2, 5))
sparse = keras.losses.sparse_categorical_crossentropy
dense = keras.losses.categorical_crossentropy
binary = keras.losses.binary_crossentropy
square = keras.losses.mean_squared_error
loss("sparse", shares, [0, 1, 0, 2, 3], sparse)
loss("sparse", unequal, [3, 0, 1], sparse)
loss("sparse", sure, [0, 0, 2], sparse)
loss("sparse", steps, rng.integers(0, 3, (2, 5)), sparse)
loss("categorical", shares, np.eye(4)[[0, 1, 0, 2, 3]], dense)
loss("categorical", shares, rng.dirichlet(np.ones(4), size=5), dense)
loss("categorical", unequal, np.eye(4)[[3, 0, 1]] * .9 + .025, dense)
loss("binary", rng.uniform(.01, .99, (6, 1)), rng.integers(0, 2, (6, 1)),
     binary)
loss("binary", rng.uniform(.01, .99, (3, 2)), rng.integers(0, 2, (3, 2)),
     binary)
loss("binary", [[1 - 1e-9], [1e-9], [1e-9]], [[1], [0], [1]], binary)
loss("square", rng.normal(size=(3, 2)), rng.normal(size=(3, 2)), square)


def accuracy(prediction, target):
    model = keras.Sequential([keras.Input(np.shape(prediction)[1:])])
    model.compile(loss="mse", metrics=["accuracy"])
    model.loss = None
    metric = keras.src.trainers.compile_utils.get_metric(
        "accuracy", np.asarray(target), np.asarray(prediction))
    metric.update_state(np.asarray(target), np.asarray(prediction))
    out["accuracies"].append({
        "prediction": np.ravel(prediction).tolist(),
        "prediction_shape": list(np.shape(prediction)),
        "target": np.ravel(target).tolist(),
        "target_shape": list(np.shape(target)),
        "value": float(metric.result())})


out["accuracies"] = []
accuracy([[.5], [.51], [.2], [.9]], [[0], [1], [1], [1]])
accuracy([[.1, .7, .2], [.4, .4, .2], [.2, .2, .6]], [1, 1, 2])
accuracy([[.1, .7, .2], [.4, .4, .2], [.2, .2, .6]],
         [[0, 1, 0], [0, 1, 0], [0, 0, 1]])

# Batches, validation, accuracy over an epoch -------------------------------


def fill(shape, a=.5, o=1.):
    return (a * np.sin(o + np.arange(int(np.prod(shape))))).reshape(shape)


def trained(optimizer, loss, mk, x, y, **options):
    keras.backend.clear_session()
    m = keras.Sequential(mk())
    for k, w in enumerate(m.weights):
        w.assign(fill(w.shape, .3, 1. + 100 * k))
    m.compile(optimizer, loss, metrics=["accuracy"])
    h = m.fit(x, y, shuffle=False, verbose=0, **options)
    return {"x": np.ravel(x).tolist(), "x_shape": list(np.shape(x)),
            "y": np.ravel(y).tolist(), "y_shape": list(np.shape(y)),
            "history": h.history,
            "final": [float(v) for v in m.evaluate(x, y, verbose=0)],
            "prediction": np.ravel(m.predict(x, verbose=0)).tolist()}


ids = rng.integers(0, 6, (11, 4))
out["training"] = {
    "embedding_sequences_binary": trained(
        "adam", "binary_crossentropy",
        lambda: [keras.Input((4,)), layers.Embedding(6, 3),
                 layers.SimpleRNN(5, return_sequences=True),
                 layers.SimpleRNN(2),
                 layers.Dense(1, activation="sigmoid")],
        ids, (ids.sum(1) % 2), epochs=3, batch_size=4,
        validation_split=.3),
    "relu_square": trained(
        keras.optimizers.SGD(.1, momentum=.9, nesterov=True),
        "mean_squared_error",
        lambda: [keras.Input((4, 1)),
                 layers.SimpleRNN(3, activation="relu"),
                 layers.Dense(2, activation="tanh"), layers.Dense(2)],
        ids.astype("float64")[..., None] / 6, rng.normal(size=(11, 2)),
        epochs=3, batch_size=5),
}

# Summaries -----------------------------------------------------------------

keras.config.set_dtype_policy("float32")
keras.backend.set_floatx("float32")


def summary(name, mk, prepare=None):
    keras.backend.clear_session()
    model = mk()
    if prepare:
        prepare(model)
    text = io.StringIO()
    model.summary(print_fn=lambda s, **_: text.write(s + "\n"))
    out["summaries"][name] = text.getvalue().rstrip("\n")


def fitted(optimizer):
    def prepare(m):
        m.compile(optimizer, "sparse_categorical_crossentropy")
        m.fit(np.zeros((2, 5, 10)), np.zeros(2), verbose=0)
    return prepare


def three():
    return keras.Sequential([
        keras.Input((5, 10)), layers.SimpleRNN(50),
        layers.Dense(3, activation="softmax")])


out["summaries"] = {}
summary("three_classes", three)
summary("three_classes_adam", three, fitted("adam"))
summary("three_classes_sgd", three, fitted("sgd"))
summary("three_classes_momentum", three,
        fitted(keras.optimizers.SGD(momentum=.9)))
summary("sentiment", lambda: keras.Sequential([
    keras.Input((200,)), layers.Embedding(100000, 32), layers.SimpleRNN(64),
    layers.Dense(1, activation="sigmoid")]))
summary("unbuilt", lambda: keras.Sequential([
    layers.Embedding(100000, 32), layers.SimpleRNN(64),
    layers.Dense(1, activation="sigmoid")]))
summary("built_by_fit", lambda: keras.Sequential([
    layers.SimpleRNN(50), layers.Dense(3, activation="softmax")]),
    fitted("adam"))
summary("stacked_ragged", lambda: keras.Sequential([
    keras.Input((None, 7)), layers.SimpleRNN(4, return_sequences=True),
    layers.SimpleRNN(5, return_sequences=True), layers.Dense(6),
    layers.Dense(2)], name="stacked"))
summary("empty", lambda: keras.Sequential())
summary("long_names", lambda: keras.Sequential([
    keras.Input((5, 10)),
    layers.SimpleRNN(50, name="a_recurrent_layer_with_a_long_name"),
    layers.Dense(3, name="n" * 70), layers.Dense(3, name="exactly_thirty_one_w")]))

# Progress bars -------------------------------------------------------------


def bar(steps, verbose, values, times):
    text = []
    clock = iter(times)
    progbar.time.time = lambda: next(clock)
    io_utils_print, io_utils.print_msg = (
        io_utils.print_msg, lambda s, line_break=True: text.append(s))
    b = progbar.Progbar(steps, verbose=verbose,
                        stateful_metrics=[k for k, _ in values])
    for step in range(1, steps + 1):
        b.update(step, values, finalize=False)
    b.update(steps, values, finalize=True)
    io_utils.print_msg = io_utils_print
    last = re.sub(r"\x1b\[\d+m", "", text[-1]).strip("\n\r\b")
    out["bars"].append({
        "steps": steps, "verbose": verbose, "values": values,
        "times": times, "text": last})


out["bars"] = []
seed = [["accuracy", .2], ["loss", 1.9474]]
for verbose in (1, 2):
    bar(1, verbose, seed, [0, .104, .104])
    bar(1, verbose, seed, [0, 2.2, 2.2])
    bar(1, verbose, [["accuracy", 0.], ["loss", 9.999e-4]], [0, .5, .5])
    bar(1, verbose, [["loss", .00100001]], [0, .0004, .0004])
    bar(3, verbose, seed, [10, 12, 12.2, 12.6, 12.61])
    bar(12, verbose, seed, [0] + [1.5 * i for i in range(1, 13)] + [18.])
    bar(2, verbose, [["loss", 123456.75]], [0, 0, 0, 0])
    bar(1, verbose, [], [0, .265, .265])
json.dump(out, open("text_losses_summary_keras_3.15.1.json", "w"), indent=1,
          ensure_ascii=True)
for name, text in out["summaries"].items():
    print(name, text, sep="\n")
for b in out["bars"]:
    print(b["text"])

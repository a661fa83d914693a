"""Writes schedules_losses_callbacks_keras_3.15.1.json: learning rates,
optimizers with every option, losses from logits and under masks, what
callbacks decide, and how a progress bar is redrawn, in Keras 3.15.1.

    python3 -m venv keras && keras/bin/pip install keras==3.15.1 jax
    keras/bin/python schedules_losses_callbacks.py
"""
import json, os, tempfile, warnings
os.environ["KERAS_BACKEND"] = "jax"
os.environ["JAX_PLATFORMS"] = "cpu"
warnings.filterwarnings("ignore")
import jax
jax.config.update("jax_enable_x64", True)
import jax.numpy as jnp
import keras
import numpy as np
from keras import layers
from keras.src import backend
from keras.src.backend.common import dtypes
from keras.src.utils import io_utils, progbar

keras.backend.set_floatx("float64")
keras.config.set_dtype_policy("float64")
dtypes.BIT64_TO_BIT32_DTYPE.clear()
out = {"_doc": "keras %s, jax, float64" % keras.__version__}


def fill(shape, a=.5, o=1.):
    return (a * np.sin(o + np.arange(int(np.prod(shape))))).reshape(shape)


def flat(array):
    array = np.asarray(array, "float64")
    return {"values": array.ravel().tolist(), "values_shape":
            list(array.shape)}


# Schedules -----------------------------------------------------------------

schedules = keras.optimizers.schedules
f64 = np.float64
steps = [0, 1, 2, 3, 5, 7, 10, 11, 20, 21, 29, 30, 31, 50, 70, 99, 150, 1000]
out["schedules"] = {"steps": steps, "rates": {
    name: [float(schedule(np.int64(step))) for step in steps]
    for name, schedule in {
        "exponential": schedules.ExponentialDecay(f64(.1), 10, .96),
        "exponential_stairs": schedules.ExponentialDecay(
            f64(.1), 10, .5, staircase=True),
        "inverse": schedules.InverseTimeDecay(f64(.1), 10, .5),
        "inverse_stairs": schedules.InverseTimeDecay(
            f64(.1), 10, .5, staircase=True),
        "polynomial": schedules.PolynomialDecay(f64(.1), 30, f64(.02)),
        "polynomial_square": schedules.PolynomialDecay(
            f64(.1), 30, f64(.02), power=2.),
        "polynomial_root": schedules.PolynomialDecay(
            f64(.1), 30, f64(.02), power=.5),
        "polynomial_cycle": schedules.PolynomialDecay(
            f64(.1), 30, f64(.02), cycle=True),
        "piecewise": schedules.PiecewiseConstantDecay(
            [10, 30], [f64(.1), f64(.05), f64(.01)]),
        "cosine": schedules.CosineDecay(f64(.1), 30),
        "cosine_alpha": schedules.CosineDecay(f64(.1), 30, alpha=.2),
        "cosine_warmup": schedules.CosineDecay(
            f64(.01), 30, warmup_target=.1, warmup_steps=7),
        "restarts": schedules.CosineDecayRestarts(f64(.1), 11),
        "restarts_even": schedules.CosineDecayRestarts(
            f64(.1), 11, t_mul=1., m_mul=.9),
        "restarts_shrink": schedules.CosineDecayRestarts(
            f64(.1), 11, t_mul=1.5, m_mul=.8, alpha=.1),
    }.items()}}

# Optimizers ----------------------------------------------------------------
# Six steps on two parameters, gradient c * w: c rises along the first, and
# the second has none at even steps.


def trajectory(optimizer):
    a = keras.Variable(fill((2, 3), 2., 1.), dtype="float64")
    b = keras.Variable(fill((4,), 1., 2.), dtype="float64")
    path = []
    for step in range(6):
        c = 3. * np.arange(1, 7).reshape(2, 3)
        d = float(step % 2)
        optimizer.apply(
            [c * np.asarray(a.value), d * np.asarray(b.value)], [a, b])
        path.append([flat(a.value), flat(b.value)])
    return path


optimizers = keras.optimizers
out["optimizers"] = {name: trajectory(optimizer) for name, optimizer in {
    "SGD_decay": optimizers.SGD(.1, momentum=.9, weight_decay=.3),
    "SGD_global": optimizers.SGD(
        .1, momentum=.5, nesterov=True, global_clipnorm=2.),
    "SGD_scheduled": optimizers.SGD(
        schedules.ExponentialDecay(f64(.1), 2, .5, staircase=True)),
    "RMSprop_momentum": optimizers.RMSprop(.01, momentum=.7),
    "RMSprop_centered": optimizers.RMSprop(.01, rho=.8, centered=True),
    "RMSprop_all": optimizers.RMSprop(
        .01, momentum=.7, centered=True, clipvalue=1.5, weight_decay=.1),
    "Adagrad": optimizers.Adagrad(
        .1, initial_accumulator_value=.5, clipnorm=3.),
    "Adam_amsgrad_scheduled": optimizers.Adam(
        schedules.CosineDecay(f64(.1), 4), amsgrad=True),
    "AdamW_clipped": optimizers.AdamW(
        .01, weight_decay=.2, global_clipnorm=1.),
    "Nadam": optimizers.Nadam(.05, clipnorm=2., weight_decay=.1),
}.items()}

# How many numbers each keeps, for parameters of ten numbers.


def numbers(optimizer):
    optimizer.build([keras.Variable(fill((2, 3))), keras.Variable(fill(4))])
    return sum(int(np.prod(v.shape)) for v in optimizer.variables)


out["optimizer_numbers"] = {
    name: numbers(optimizer) for name, optimizer in {
        "SGD": optimizers.SGD(),
        "SGD_momentum": optimizers.SGD(momentum=.9),
        "SGD_scheduled": optimizers.SGD(schedules.CosineDecay(.1, 4)),
        "RMSprop": optimizers.RMSprop(),
        "RMSprop_all": optimizers.RMSprop(momentum=.7, centered=True),
        "Adagrad": optimizers.Adagrad(), "Adam": optimizers.Adam(),
        "Adam_amsgrad": optimizers.Adam(amsgrad=True),
        "AdamW": optimizers.AdamW(), "Nadam": optimizers.Nadam(),
        "Nadam_scheduled": optimizers.Nadam(schedules.CosineDecay(.1, 4)),
    }.items()}

# Losses --------------------------------------------------------------------

rng = np.random.default_rng(1)


def loss(name, prediction, target, make, mask=None):
    prediction = np.asarray(prediction, "float64")
    target = np.asarray(target, "float64")
    each = make(reduction=None)

    def mean(p):
        if mask is not None:
            backend.set_keras_mask(p, jnp.array(mask, bool))
        return make()(jnp.array(target), p)

    p = jnp.array(prediction)
    value, slope = jax.value_and_grad(mean)(p)
    losses = np.asarray(each(jnp.array(target), jnp.array(prediction)))
    out["losses"].append({
        "name": name, "prediction": flat(prediction), "target": flat(target),
        "losses": flat(losses), "mean": float(value),
        "mask": None if mask is None else flat(mask),
        "gradient": np.ravel(slope).tolist()})


def logits(make):
    return lambda **options: make(from_logits=True, **options)


out["losses"] = []
k = keras.losses
two = rng.normal(0, 3, (5, 4))
three = rng.normal(0, 2, (2, 5, 3))
classes = rng.integers(0, 3, (2, 5))
shares = rng.dirichlet(np.ones(4), size=5)
steps_mask = [[1, 1, 0, 0, 0], [1, 1, 1, 0, 1]]
rows_mask = [1, 0, 1, 1, 0]
sure = [[60., -50., 0., 1.], [-200., 200., 3., 0.], [40., 40., 40., -90.]]
loss("sparse_logits", two, [0, 1, 0, 2, 3],
     logits(k.SparseCategoricalCrossentropy))
loss("sparse_logits", sure, [0, 0, 3],
     logits(k.SparseCategoricalCrossentropy))
loss("sparse_logits", three, classes,
     logits(k.SparseCategoricalCrossentropy))
loss("sparse_logits", three, classes,
     logits(k.SparseCategoricalCrossentropy), steps_mask)
loss("categorical_logits", two, shares, logits(k.CategoricalCrossentropy))
loss("categorical_logits", two, 2 * shares,
     logits(k.CategoricalCrossentropy), rows_mask)
loss("binary_logits", three, classes[..., None] == np.arange(3),
     logits(k.BinaryCrossentropy))
loss("binary_logits", [[50.], [-60.], [-100.], [0.]], [[1], [0], [1], [1]],
     logits(k.BinaryCrossentropy))
loss("binary_logits", three, classes[..., None] == np.arange(3),
     logits(k.BinaryCrossentropy), steps_mask)
loss("sparse", np.exp(three), classes, k.SparseCategoricalCrossentropy,
     steps_mask)
loss("categorical", shares, shares[::-1], k.CategoricalCrossentropy,
     rows_mask)
loss("binary", rng.uniform(.01, .99, (5, 2)), rng.integers(0, 2, (5, 2)),
     k.BinaryCrossentropy, rows_mask)
loss("square", three, three[:, ::-1] + .25, k.MeanSquaredError, steps_mask)
loss("absolute", two, two[::-1] + .25, k.MeanAbsoluteError)
loss("absolute", three, three[:, ::-1] + .25, k.MeanAbsoluteError,
     steps_mask)
loss("square", three, three[:, ::-1], k.MeanSquaredError,
     np.zeros((2, 5)))

# Metrics -------------------------------------------------------------------
# Two batches of unlike size, so that means of means would be wrong.


def metric(name, identifier, predictions, targets):
    object = keras.src.trainers.compile_utils.get_metric(
        identifier, np.asarray(targets[0]), np.asarray(predictions[0]))
    for p, y in zip(predictions, targets):
        object.update_state(np.asarray(y), np.asarray(p))
    out["metrics"].append({
        "name": name, "keras": object.name,
        "predictions": [flat(p) for p in predictions],
        "targets": [flat(y) for y in targets],
        "value": float(object.result())})


out["metrics"] = []
binary = [rng.uniform(size=(n, 1)) for n in (4, 3)]
binary_targets = [rng.integers(0, 2, (n, 1)) for n in (4, 3)]
per_step = [rng.dirichlet(np.ones(3), size=(n, 5)) for n in (4, 2)]
labels = [rng.integers(0, 3, (n, 5)) for n in (4, 2)]
hot = [np.eye(3)[y] for y in labels]
bits = [rng.uniform(size=(n, 5, 1)) for n in (4, 2)]
bit_targets = [rng.integers(0, 2, (n, 5, 1)) for n in (4, 2)]
several = [rng.uniform(size=(n, 3)) for n in (4, 3)]
several_targets = [rng.integers(0, 2, (n, 3)) for n in (4, 3)]
metric("accuracy", "accuracy", binary, binary_targets)
metric("accuracy", "accuracy", bits, bit_targets)
metric("accuracy", "accuracy", per_step, labels)
metric("accuracy", "accuracy", per_step, hot)
metric("binary_accuracy", "binary_accuracy", several, several_targets)
metric("binary_accuracy", "binary_accuracy", bits, bit_targets)
metric("sparse_accuracy", "sparse_categorical_accuracy", per_step, labels)
metric("categorical_accuracy", "categorical_accuracy", per_step, hot)
metric("square", "mean_squared_error", several, several_targets)
metric("absolute", "mean_absolute_error", per_step, hot)
metric("binary", "binary_crossentropy", several, several_targets)
metric("sparse", "sparse_categorical_crossentropy", per_step, labels)
metric("categorical", "categorical_crossentropy", per_step, hot)

# Under a mask: what evaluate says for batches of several sizes.

masked = keras.Sequential([
    keras.Input((4,)), layers.Embedding(6, 3, mask_zero=True),
    layers.SimpleRNN(5, return_sequences=True),
    layers.Dense(3, activation="softmax")])
for i, w in enumerate(masked.weights):
    w.assign(fill(w.shape, .9, 1. + 100 * i))
masked.compile("sgd", "sparse_categorical_crossentropy",
               metrics=["accuracy"])
ids = rng.integers(0, 3, (9, 4))
marks = rng.integers(0, 3, (9, 4))
out["masked"] = {
    "prediction": flat(masked.predict(ids, verbose=0)),
    "target": flat(marks), "mask": flat(ids != 0),
    "evaluations": [
        {"batch": n, "values": [float(v) for v in masked.evaluate(
            ids, marks, batch_size=n, verbose=0)]} for n in (2, 4, 9)]}

# Callbacks -----------------------------------------------------------------
# What each does in the epochs of a recorded training. The weights are the
# number of the epoch, so that one sees which were kept.

falling = [1., .9, .8, .85, .84, .83, .79, .795, .7901, .81, .9, 1., .5]
rising = [.1, .2, .2, .3, .29, .3, .35, .34, .34, .34, .36, .1, .1]
bumpy = [.5, .6, .55, .5, .5, .49995, .49991, .4998, .7, .7, .48, .7, .7]


class Optimizer:
    learning_rate = np.float64(.1)


class Model:
    metrics = []
    stop_training = False

    def __init__(self):
        self.optimizer = Optimizer()
        self.weights = -1

    def get_weights(self):
        return self.weights

    def set_weights(self, weights):
        self.weights = weights

    def save(self, path, overwrite):
        self.saved.append(self.weights)


def decide(name, options, monitor, values, make):
    model = Model()
    model.saved = []
    callback = make(monitor=monitor, **options)
    callback.set_model(model)
    callback.on_train_begin()
    epochs = []
    for epoch, value in enumerate(values):
        model.saved = []
        callback.on_epoch_begin(epoch)
        model.weights = epoch
        callback.on_epoch_end(epoch, {monitor: value})
        epochs.append({
            "stops": model.stop_training, "saves": len(model.saved) > 0,
            "rate": float(model.optimizer.learning_rate)})
        if model.stop_training:
            break
    callback.on_train_end()
    out["callbacks"].append({
        "name": name, "options": options, "monitor": monitor,
        "values": values, "epochs": epochs, "weights": model.weights})


def checkpoint(**options):
    return keras.callbacks.ModelCheckpoint("unused.keras", **options)


out["callbacks"] = []
stopping = keras.callbacks.EarlyStopping
plateau = keras.callbacks.ReduceLROnPlateau
for values, monitor, mode in (
        (falling, "val_loss", "auto"), (rising, "val_accuracy", "max"),
        (bumpy, "loss", "min")):
    for options in (
            {}, {"patience": 2}, {"patience": 2, "min_delta": .02},
            {"patience": 3, "restore_best_weights": True},
            {"patience": 50, "restore_best_weights": True},
            {"patience": 1, "start_from_epoch": 4,
             "restore_best_weights": True},
            {"patience": 2, "baseline": .8, "restore_best_weights": True},
            {"patience": 2, "baseline": .25}):
        decide("EarlyStopping", options | {"mode": mode}, monitor, values,
               stopping)
    for options in (
            {"patience": 1}, {"patience": 2, "factor": .5},
            {"patience": 1, "cooldown": 2},
            {"patience": 1, "min_lr": .004, "factor": .5},
            {"patience": 2, "min_delta": .03}, {}):
        decide("ReduceLROnPlateau", options | {"mode": mode}, monitor,
               values, plateau)
    for options in (
            {}, {"save_best_only": True},
            {"save_best_only": True, "initial_value_threshold": .3}):
        decide("ModelCheckpoint", options | {"mode": mode}, monitor, values,
               checkpoint)


def csv(logs, **options):
    with tempfile.NamedTemporaryFile("r", suffix=".csv", newline="") as file:
        callback = keras.callbacks.CSVLogger(file.name, **options)
        callback.set_model(Model())
        callback.on_train_begin()
        for epoch, log in enumerate(logs):
            callback.on_epoch_end(epoch, log)
        callback.on_train_end()
        out["csv"].append({
            "logs": [sorted(log.items()) for log in logs],
            "separator": options.get("separator", ","),
            "text": file.read()})


out["csv"] = []
csv([{"loss": .5, "accuracy": .25}, {"loss": 1e-5, "accuracy": 1.}])
csv([{"loss": .5, "val_loss": 1.5}, {"loss": .125}, {"loss": 2e16,
     "val_loss": 3.}], separator=";")

# Training with callbacks ---------------------------------------------------


def trained(name, callbacks, epochs=12, rate=.1, **options):
    keras.backend.clear_session()
    m = keras.Sequential([
        keras.Input((4, 1)), layers.SimpleRNN(3, return_sequences=True),
        layers.Dense(2, activation="softmax")])
    for i, w in enumerate(m.weights):
        w.assign(fill(w.shape, .3, 1. + 100 * i))
    m.compile(keras.optimizers.RMSprop(rate),
              "sparse_categorical_crossentropy", metrics=["accuracy"])
    x = fill((11, 4, 1), 2., 3.)
    y = (fill((11, 4), 1., 8.) + x[..., 0] > 0).astype("int32")
    h = m.fit(x, y, shuffle=False, verbose=0, epochs=epochs, batch_size=3,
              validation_split=.3, callbacks=callbacks, **options)
    out["training"][name] = {
        "history": {k: [float(v) for v in vs] for k, vs in
                    h.history.items()},
        "names": list(h.history), "epochs": h.epoch,
        "rate": float(np.asarray(m.optimizer.learning_rate)),
        "weights": [flat(w) for w in m.get_weights()]}


out["training"] = {}
trained("stopped", [stopping(
    monitor="val_accuracy", patience=2, restore_best_weights=True)])
trained("reduced", [plateau(monitor="loss", patience=1, factor=.5)], rate=.5)
trained("scheduled", [keras.callbacks.LearningRateScheduler(
    lambda epoch, rate: rate * .5 if epoch % 2 else rate)],
    epochs=6, initial_epoch=2)
trained("validated", [], epochs=3, validation_batch_size=2)

# Progress bars -------------------------------------------------------------


def bar(steps, values, times):
    text = []
    clock = iter(times)
    progbar.time.time = lambda: next(clock)
    print_msg = io_utils.print_msg
    io_utils.print_msg = lambda s, line_break=True: text.append(s)
    b = progbar.Progbar(steps, verbose=1, stateless_metrics=set())
    b._dynamic_display = True
    for step in range(1, steps + 1):
        b.update(step, values[step - 1], finalize=False)
    b.update(steps, values[-1], finalize=True)
    io_utils.print_msg = print_msg
    out["bars"].append({
        "steps": steps, "values": values, "times": times, "texts": text})


out["bars"] = []
bar(1, [[["loss", .5]]], [100, 100.2, 100.3])
bar(3, [[["accuracy", .5], ["loss", 12.5]], [["accuracy", .25],
    ["loss", 3.]], [["accuracy", .75], ["loss", 9.9e-4]]],
    [100, 100.2, 100.3, 100.5, 100.6])
bar(12, [[["loss", 1. / (i + 1)]] for i in range(12)],
    [100] + [100.1 + .02 * i for i in range(12)] + [100.5])
bar(40, [[["loss", 100. / (i + 1)]] for i in range(40)],
    [100] + [110. + 200. * i for i in range(40)] + [9000])

json.dump(out, open("schedules_losses_callbacks_keras_3.15.1.json", "w"),
          indent=1)

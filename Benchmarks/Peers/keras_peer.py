"""Keras, on the backend that KERAS_BACKEND names."""

import os
import sys
import time

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")

import keras
import numpy as np
from keras import layers

from work import Work, serve

if keras.backend.backend() == "tensorflow":
    import tensorflow as tf

    threads = int(os.environ["UNROLLED_THREADS"])
    tf.config.threading.set_intra_op_parallelism_threads(threads)
    tf.config.threading.set_inter_op_parallelism_threads(threads)


class Clock(keras.callbacks.Callback):
    """Seconds from the first batch of an epoch, or of a prediction, to the
    end of its last. It waits for no batch in between."""

    async_safe = True

    def on_epoch_begin(self, epoch, logs=None):
        self.start = time.perf_counter()

    def on_epoch_end(self, epoch, logs=None):
        self.seconds = time.perf_counter() - self.start


class PredictionClock(keras.callbacks.Callback):
    """Seconds from the first batch to the end of the last."""

    def on_predict_begin(self, logs=None):
        self.start = time.perf_counter()

    def on_predict_batch_end(self, batch, logs=None):
        self.seconds = time.perf_counter() - self.start


class Worker:
    def __init__(self, work):
        self.work = work
        self.done = 0
        cell = getattr(layers, work.cell)
        if work.kind == "reviews":
            stack = [
                keras.Input((work.steps,), dtype="int32"),
                layers.Embedding(work.words, work.size),
                cell(work.units),
                layers.Dense(1, activation="sigmoid"),
            ]
            loss = "binary_crossentropy"
            self.x, self.y = work.x, work.y.reshape(-1, 1)
        else:
            stack = [
                keras.Input((work.steps, work.words)),
                cell(work.units, return_sequences=True),
                layers.Dense(work.words, activation="softmax"),
            ]
            loss = "sparse_categorical_crossentropy"
            self.x = np.eye(work.words, dtype=np.float32)[work.x]
            self.y = work.y
        self.model = keras.Sequential(stack)
        self.model.set_weights(
            work.weights([w.shape for w in self.model.get_weights()])
        )
        # Ten batches at a time leave little of Python between them. XLA on
        # TensorFlow helps where products are small, and hurts elsewhere.
        small = work.kind == "reviews"
        jit = small or keras.backend.backend() == "jax"
        self.model.compile(
            optimizer="adam",
            loss=loss,
            jit_compile=jit,
            steps_per_execution=10,
        )

    def train(self, count):
        seconds, size = 0, self.work.batch
        for first, part in self.work.parts(self.done, count):
            rows = slice(first * size, (first + part) * size)
            clock = Clock()
            self.model.fit(
                self.x[rows],
                self.y[rows],
                batch_size=size,
                shuffle=False,
                verbose=0,
                callbacks=[clock],
            )
            seconds += clock.seconds
            self.done += part
        return 1000 * seconds / count

    def check(self):
        rows = slice(0, 4 * self.work.batch)
        x, y = self.x[rows], self.y[rows]
        loss = self.model.evaluate(
            x, y, batch_size=self.work.batch, verbose=0
        )
        return loss, self.model.predict(x, batch_size=256, verbose=0)

    def predict(self, batch):
        clock = PredictionClock()
        self.model.predict(
            self.x, batch_size=batch, verbose=0, callbacks=[clock]
        )
        return clock.seconds


if __name__ == "__main__":
    backend = keras.backend.backend()
    if backend == "tensorflow":
        versions = f"Keras {keras.__version__}, TensorFlow {tf.__version__}"
    else:
        import jax

        versions = f"Keras {keras.__version__}, JAX {jax.__version__}"
    serve(Worker(Work(sys.argv[1])), versions)

"""The work folder, the command loop and the clock that all peers share."""

import json
import os
import sys
import time

import numpy as np

from memory import peak_memory


class Work:
    """A folder's workload, data and starting weights."""

    def __init__(self, folder):
        with open(os.path.join(folder, "workload.json")) as file:
            self.__dict__.update(json.load(file))
        self.folder = folder
        x = self.numbers("x").reshape(self.samples, self.steps)
        self.x = x.astype(np.int32)
        self.y = self.numbers("y")
        if self.kind == "characters":
            self.y = self.y.reshape(self.samples, self.steps).astype(np.int32)
        self.whole = self.samples // self.batch

    def numbers(self, name):
        path = os.path.join(self.folder, name + ".f32")
        return np.fromfile(path, dtype="<f4")

    def weights(self, shapes):
        """The starting weights, in the order in which Keras lists them."""
        return [
            self.numbers(str(index)).reshape(shape)
            for index, shape in enumerate(shapes)
        ]

    def parts(self, first, count):
        """Ranges of whole batches, from the front again after the last."""
        while count > 0:
            start = first % self.whole
            part = min(count, self.whole - start)
            yield start, part
            first += part
            count -= part


def serve(worker, versions):
    """Answers each line of standard input with one of JSON."""

    def say(reply):
        print(json.dumps(reply), flush=True)

    say({"versions": versions})
    for line in sys.stdin:
        command, *rest = line.split()
        if command == "train":
            say({"step": worker.train(int(rest[0]))})
        elif command == "check":
            loss, outputs = worker.check()
            outputs = np.asarray(outputs, dtype=float).reshape(-1)[:256]
            say({"loss": float(loss), "outputs": outputs.tolist()})
        elif command == "predict":
            start = time.perf_counter()
            computing = worker.predict(int(rest[0]))
            wall = time.perf_counter() - start
            say({"wall": wall, "computing": computing or wall})
        elif command == "end":
            say({"memory": peak_memory()})
            return

"""Writes imdb_keras_3.15.1.json: what imdb.load_data of Keras 3.15.1 makes of
a few small reviews.

    python3 -m venv keras && keras/bin/pip install keras==3.15.1 jax
    keras/bin/python imdb.py

The archive it loads is made here, so nothing is downloaded. Labels number the
reviews, so that the order can be undone that its shuffling makes.
"""
import json, os, tempfile
os.environ["KERAS_BACKEND"] = "jax"
os.environ["JAX_PLATFORMS"] = "cpu"
import keras
import numpy as np
from keras.src.datasets import imdb
from keras.src.legacy.preprocessing.text import Tokenizer

# Frequencies differ, but for two ties, which go to the word seen first.
train = [
    "the film was the best film of the year",
    "The plot, the cast, the film: all bad!",
    "bad",
    "the best of the best<br />was not the film",
    "a year of bad film is a bad year it's said",
]
test = [
    "the film was bad",
    "is the best of the year? the plot was not",
    "cast bad cast bad cast",
    "a",
]
tokenizer = Tokenizer()
tokenizer.fit_on_texts(train)
numbers = [tokenizer.texts_to_sequences(texts) for texts in (train, test)]


def array(rows):
    result = np.empty(len(rows), dtype=object)
    for i, row in enumerate(rows):
        result[i] = row
    return result


archive = os.path.join(tempfile.mkdtemp(), "imdb.npz")
np.savez(
    archive,
    x_train=array(numbers[0]), y_train=np.arange(len(train)),
    x_test=array(numbers[1]), y_test=np.arange(len(test)))
imdb.get_file = lambda *_, **__: archive

cases = []
for options in [
    {}, {"num_words": 8}, {"num_words": 8, "skip_top": 6}, {"skip_top": 2},
    {"maxlen": 9}, {"maxlen": 10, "num_words": 12}, {"maxlen": 6},
    {"num_words": 10, "oov_char": None},
    {"num_words": 10, "start_char": None},
    {"num_words": 10, "start_char": None, "oov_char": None, "skip_top": 5},
    {"num_words": 6, "start_char": 7, "oov_char": 5, "index_from": 1},
    {"num_words": 6, "start_char": None, "index_from": 0},
]:
    halves = []
    for x, y in imdb.load_data(**options):
        order = np.argsort(y)
        halves.append({
            "numbers": [int(y[i]) for i in order],
            "sequences": [[int(w) for w in x[i]] for i in order]})
    cases.append({"options": options, "train": halves[0], "test": halves[1]})

json.dump(
    {"_doc": "keras %s, imdb.load_data" % keras.__version__,
     "train": train, "test": test, "index": tokenizer.word_index,
     "cases": cases},
    open("imdb_keras_3.15.1.json", "w"), indent=1, ensure_ascii=False)

"""Cuts a font to some characters: subset.py FONT CHARACTERS, as WOFF2 on
standard output. Ends with an error where fontTools or brotli is missing."""

import io
import sys

import brotli  # noqa: F401, what fontTools packs WOFF2 with
from fontTools import subset

path, characters = sys.argv[1:3]
options = subset.Options(flavor="woff2", hinting=False, desubroutinize=True)
options.layout_features = ["kern"]
options.name_IDs = []
options.recalc_timestamp = False
font = subset.load_font(path, options)
cutter = subset.Subsetter(options)
cutter.populate(text=characters)
cutter.subset(font)
out = io.BytesIO()
subset.save_font(font, out, options)
sys.stdout.buffer.write(out.getvalue())

// Runs a program compiled by build.sh as a page does:
// node run.mjs PROGRAM.wasm
//
// Prints what the program prints. With --frames=FILE, its frames go to that
// file, one JSON array of strings per line. With --settings=TEXT, its knobs
// are set to that, one name=value a line. Exits with 1 if it stopped.

import { readFileSync, writeFileSync, writeSync } from "node:fs";

const program = process.argv.slice(2).find((word) => !word.startsWith("--"));
const frames = process.argv
  .find((word) => word.startsWith("--frames="))
  ?.slice("--frames=".length);
const settings = Buffer.from(
  process.argv
    .find((word) => word.startsWith("--settings="))
    ?.slice("--settings=".length)
    .normalize() ?? "",
);
if (!program) {
  console.error(
    "usage: node run.mjs [--frames=FILE] [--settings=TEXT] PROGRAM.wasm",
  );
  process.exit(2);
}

/// Bytes written to a descriptor. Frames have one of their own, and carry
/// how much stood in the others when they were written.
class Stream {
  #chunks = [];
  length = 0;

  write(bytes) {
    this.#chunks.push(bytes);
    this.length += bytes.length;
  }

  get bytes() {
    return Buffer.concat(this.#chunks);
  }
}

const output = new Stream();
const error = new Stream();
const channel = new Stream();
const streams = { 1: output, 2: error, 3: channel };

/// What CShims.h asks of whoever runs the program.
const unrolled = {
  frames_descriptor: () => (frames === undefined ? -1 : 3),
  offset: (descriptor) => BigInt(streams[descriptor].length),
  write(descriptor, start, count) {
    const memory = instance.exports.memory.buffer;
    streams[descriptor].write(
      new Uint8Array(memory, start, Number(count)).slice(),
    );
    return 0;
  },
  settings(start, capacity) {
    if (settings.length <= Number(capacity)) {
      new Uint8Array(instance.exports.memory.buffer).set(settings, start);
    }
    return BigInt(settings.length);
  },
  // WebAssembly has no such switch: denormals stay.
  flush_denormals() {},
};

/// A frame is the number of its fields, then each field's length and bytes,
/// a line feed after every item (Sources/Frames/FrameCoding.swift).
function* decoded(bytes) {
  let position = 0;
  const number = () => {
    const end = bytes.indexOf(10, position);
    const value = Number(bytes.toString("latin1", position, end));
    position = end + 1;
    return value;
  };
  while (position < bytes.length) {
    const fields = [];
    for (let left = number(); left > 0; left -= 1) {
      const length = number();
      fields.push(bytes.toString("utf8", position, position + length));
      position += length + 1;
    }
    yield fields;
  }
}

const { instance } = await WebAssembly.instantiate(readFileSync(program), {
  unrolled,
});

let status = 0;
try {
  instance.exports.lesson_main(0, 0);
} catch (problem) {
  // The program has said why, on standard output: it has nothing else there.
  error.write(Buffer.from(`stopped: ${problem.message}\n`));
  status = 1;
}
writeSync(1, output.bytes);
writeSync(2, error.bytes);
if (frames !== undefined) {
  const lines = [...decoded(channel.bytes)].map((fields) =>
    JSON.stringify(fields),
  );
  writeFileSync(frames, lines.map((line) => line + "\n").join(""));
}
process.exit(status);

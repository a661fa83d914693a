#!/bin/sh
# Compiles for a page, as Embedded Swift to WebAssembly:
#
#   build.sh SCRATCH                           the library's live column
#   build.sh SCRATCH PROGRAM.swift OUT.wasm    a lesson's program, linked to it
#
# The column is compiled once per scratch folder, and again where its sources
# changed; SCRATCH/name names it as it is now. Needs a Swift toolchain and
# nothing else. Next: support.c, what a program needs of C.
set -eu

case $# in
1 | 3) ;;
*)
  echo "usage: build.sh SCRATCH [PROGRAM.swift OUT.wasm]" >&2
  exit 2
  ;;
esac
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
mkdir -p "$1"
scratch=$(cd "$1" && pwd)

triple=wasm32-unknown-none-wasm
resources=$(swiftc -print-target-info |
  sed -n 's/.*"runtimeResourcePath": "\(.*\)".*/\1/p')
unicode=$resources/embedded/$triple/libswiftUnicodeDataTables.a
# The toolchain's own clang and linker stand beside its libraries.
tools=$(cd "$resources/../../bin" && pwd)
if [ ! -f "$unicode" ]; then
  echo "build.sh: this toolchain has no Embedded Swift for $triple" >&2
  exit 2
fi
include=$root/Sources/CShims/include

# A program's object has a copy of all that it calls, so modules need no code
# of their own; but kernels are compiled for speed, and all else for size.
parts="support memory numbers"

# A stack protector guards against C; Swift checks its own bounds.
swift_flags="-target $triple -wmo -suppress-warnings
  -enable-experimental-feature Embedded
  -Xfrontend -disable-stack-protector
  -Xcc -msimd128
  -Xcc -fmodule-map-file=$scratch/CShims/module.modulemap
  -I $scratch"
library_flags="-parse-as-library -swift-version 6 -package-name unrolled
  -enable-upcoming-feature MemberImportVisibility"
# In Swift 6 mode a program's variables belong to the main actor, and the
# compiler of Embedded Swift crashes on functions that use them.
program_flags="-swift-version 5 -Osize -diagnostic-style llvm
  -Xfrontend -entry-point-function-name -Xfrontend lesson_main"

sources() {
  find "$root/Sources/$1" -name '*.swift' | LC_ALL=C sort
}

# MARK: - The column

# What everything is made of, so far: a module is made of those before it.
key="$(swiftc --version 2>/dev/null)
$(cat "$0" "$include/CShims.h")"

# Whether a file was made of what the key tells.
is_made() { [ -f "$1" ] && [ "$key" = "$(cat "$1.key" 2>/dev/null)" ]; }
made() { printf '%s' "$key" >"$1.key"; }

# make_module NAME FLAGS...
make_module() {
  name=$1
  shift
  files=$(sources "$name")
  # shellcheck disable=SC2086
  key="$key $name $(cat $files | cksum)"
  module=$scratch/$name.swiftmodule
  is_made "$module" && return
  rm -f "$module.key"
  # shellcheck disable=SC2086
  swiftc $swift_flags $library_flags "$@" -module-name "$name" \
    -emit-module -emit-module-path "$module" $files
  made "$module"
}

make_part() {
  key="$key $1 $(cksum <"$here/$1.c")"
  is_made "$scratch/$1.o" && return
  "$tools/clang" --target=$triple -O2 -mbulk-memory -ffreestanding \
    -I "$include" -c "$here/$1.c" -o "$scratch/$1.o"
  made "$scratch/$1.o"
}

# In the order in which they import each other; models and pictures know
# nothing of each other, and are made side by side.
make_column() {
  mkdir -p "$scratch/CShims"
  printf 'module CShims { header "%s/CShims.h" export * }\n' "$include" \
    >"$scratch/CShims/module.modulemap"
  make_module Tensors -O -c -o "$scratch/Tensors.o"
  (make_module RNN -Osize) &
  models=$!
  for name in Frames LessonRuntime Figures; do make_module "$name" -Osize; done
  wait "$models"
  key="$key $(cat "$scratch/RNN.swiftmodule.key" | cksum)"
  for part in $parts; do make_part "$part"; done
  printf '%s' "$key" | cksum >"$scratch/name.part"
  mv "$scratch/name.part" "$scratch/name"
}

# MARK: - A program

make_program() {
  objects=
  for part in Tensors $parts; do objects="$objects $scratch/$part.o"; done
  object=${2%.wasm}.o
  # shellcheck disable=SC2086
  swiftc $swift_flags $program_flags -module-name Lesson -c "$1" -o "$object"
  # The stack comes first in memory, so that running over it stops the program
  # and not its data. A page has half a gigabyte for a lesson.
  # shellcheck disable=SC2086
  "$tools/wasm-ld" --no-entry --export=lesson_main --gc-sections --strip-all \
    -O2 -z stack-size=1048576 --stack-first --max-memory=536870912 \
    "$object" $objects "$unicode" -o "$2"
}

if [ $# -eq 1 ]; then make_column; else make_program "$2" "$3"; fi

#!/bin/sh
# Compiles a lesson's program, and the live column of the library under it, to
# WebAssembly: build.sh PROGRAM.swift OUTPUT.wasm [SCRATCH]
#
# The library is compiled once per scratch folder and again when its sources
# change. Needs a Swift toolchain and nothing else.
set -eu

if [ $# -lt 2 ]; then
  echo "usage: build.sh PROGRAM.swift OUTPUT.wasm [SCRATCH]" >&2
  exit 2
fi
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
program=$1
output=$2
scratch=${3:-$root/.build/live}

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

mkdir -p "$scratch/CShims"
include=$root/Sources/CShims/include
printf 'module CShims { header "%s/CShims.h" export * }\n' "$include" \
  >"$scratch/CShims/module.modulemap"

# A stack protector guards against C; Swift checks its own bounds.
swift_flags="-target $triple -wmo -O
  -enable-experimental-feature Embedded
  -Xfrontend -disable-stack-protector
  -Xcc -msimd128
  -Xcc -fmodule-map-file=$scratch/CShims/module.modulemap
  -I $scratch"
library_flags="-parse-as-library -swift-version 6 -package-name unrolled
  -enable-upcoming-feature MemberImportVisibility"
# In Swift 6 mode a program's variables belong to the main actor, and the
# compiler of Embedded Swift crashes on functions that use them.
program_flags="-swift-version 5
  -Xfrontend -entry-point-function-name -Xfrontend lesson_main"

# Another compiler, other flags or another header: all anew.
key="$(swiftc --version 2>&1) $swift_flags $library_flags
$(cat "$include/CShims.h")"
if [ "$key" != "$(cat "$scratch/key" 2>/dev/null || true)" ]; then
  rm -f "$scratch"/*.swiftmodule "$scratch"/*.o
  printf '%s' "$key" >"$scratch/key"
fi

# In the order in which they import each other. A module whose sources are
# newer than it is compiled, and then all that follow.
objects=
previous=
is_stale=false
for module in Tensors RNN Frames LessonRuntime Figures; do
  sources=$(find "$root/Sources/$module" -name '*.swift' | LC_ALL=C sort)
  built=$scratch/$module.o
  # A folder is newer when a file came or went.
  # shellcheck disable=SC2086
  if [ ! -f "$built" ] ||
    [ -n "$(find "$root/Sources/$module" $previous -newer "$built")" ]; then
    is_stale=true
  fi
  if $is_stale; then
    rm -f "$built"
    : >"$scratch/started"
    # shellcheck disable=SC2086
    swiftc $swift_flags $library_flags -module-name "$module" \
      -emit-module -emit-module-path "$scratch/$module.swiftmodule" \
      -c $sources -o "$scratch/$module.part.o"
    # What is edited meanwhile is newer still.
    touch -r "$scratch/started" "$scratch/$module.part.o"
    mv "$scratch/$module.part.o" "$built"
  fi
  objects="$objects $built"
  previous=$built
done

for part in support memory numbers; do
  "$tools/clang" --target=$triple -O2 -mbulk-memory -ffreestanding \
    -I "$include" -c "$here/$part.c" -o "$scratch/$part.o"
  objects="$objects $scratch/$part.o"
done

name=$(basename "$program" .swift)
# shellcheck disable=SC2086
swiftc $swift_flags $program_flags -module-name Lesson \
  -c "$program" -o "$scratch/program-$name.o"

# The stack comes first in memory, so that running over it stops the program
# and not its data.
# shellcheck disable=SC2086
"$tools/wasm-ld" --no-entry --export=lesson_main --gc-sections --strip-all \
  -O2 -z stack-size=1048576 --stack-first \
  "$scratch/program-$name.o" $objects "$unicode" \
  -o "$output"

size=$(wc -c <"$output" | tr -d ' ')
zipped=$(gzip -9c "$output" | wc -c | tr -d ' ')
echo "$output: $size bytes, $zipped gzipped"

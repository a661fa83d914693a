#!/usr/bin/env python3
"""Measures the lesson engine beside MyST-NB: `make bench-engine`.

Times are medians of RUNS (3) runs from start to exit, memory is the peak of
the largest process. COLD (10,40) says for how many lessons the cold run is
measured, WARM (10,100,1000) the others; more lessons than were compiled share
the programs of those, and their places in the cache. PEERS=no leaves out the
peer; ONLY=ours|large|peer measures a part.
"""

import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import courses

ROOT = Path(__file__).resolve().parents[2]
TOOL = Path(os.environ.get("UNROLLED", ROOT / ".build/debug/unrolled"))
RUNS = int(os.environ.get("RUNS", "3"))
COLD = [int(n) for n in os.environ.get("COLD", "10,40").split(",")]
WARM = [int(n) for n in os.environ.get("WARM", "10,100,1000").split(",")]
ONLY = os.environ.get("ONLY", "ours,large,peer").split(",")
RESULTS = ROOT / ".build/bench-engine/results.json"


def measured(command, folder):
    """Seconds and megabytes of a command that ends well."""
    with tempfile.TemporaryFile() as log:
        start = time.monotonic()
        process = subprocess.Popen(
            [str(word) for word in command], cwd=folder, stdout=log,
            stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.monotonic() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode != 0:
            log.seek(0)
            sys.exit(f"{command}:\n{log.read().decode()[-3000:]}")
    per_megabyte = 1 << 20 if sys.platform == "darwin" else 1 << 10
    return seconds, usage.ru_maxrss / per_megabyte


class Table:
    """Rows as they are measured, printed at once."""

    def __init__(self):
        self.rows = []
        print("| who | what | lessons | seconds | MB |")
        print("|---|---|--:|--:|--:|", flush=True)

    def add(self, who, what, lessons, samples):
        seconds = statistics.median(s for s, _ in samples)
        memory = max(m for _, m in samples)
        self.rows.append(
            dict(who=who, what=what, lessons=lessons, seconds=seconds,
                 memory=memory, samples=[s for s, _ in samples]))
        print(f"| {who} | {what} | {lessons} | {seconds:.2f} | {memory:.0f} |",
              flush=True)

    def find(self, who, what, lessons):
        return next((row["seconds"] for row in self.rows
                     if (row["who"], row["what"], row["lessons"])
                     == (who, what, lessons)), None)


def changes(table, who, what, run, lesson, count, more=""):
    """A course as it stands; with another word, and with other code that
    prints the same, in one of its lessons."""
    run()
    table.add(who, f"{what}, nothing changed{more}", count,
              [run() for _ in range(RUNS)])
    for change, old, new in [
        ("prose changed", "Twenty small", "Twenty {} small"),
        ("one block changed", "print(step7,", "print(step7 + {0} - {0},"),
    ]:
        text, samples = lesson.read_text(), []
        for _ in range(RUNS):
            lesson.write_text(text)
            run()
            courses.edit(lesson, old, new.format(time.time_ns()))
            samples.append(run())
        lesson.write_text(text)
        table.add(who, f"{what}, {change}{more}", count, samples)


class Ours:
    """`unrolled` on a small package of its own."""

    def __init__(self, folder, table):
        self.folder, self.table = folder, table
        self.lessons = folder / "lessons"
        self.cache = folder / "package/.build/lessons/cache"
        courses.small_package(folder / "package", ROOT)

    def run(self, command, *options):
        return measured(
            [TOOL, command, *options, "--lessons", self.lessons, "--package",
             self.folder / "package"], self.folder / "package")

    def fresh(self, *course, **more):
        shutil.rmtree(self.lessons, ignore_errors=True)
        return courses.swift_course(self.lessons, *course, **more)

    def site(self):
        return self.run("build", "--output", self.folder / "site",
                        "--theme", ROOT / "Site/theme")

    def measure(self):
        self.fresh(1, 1)
        self.run("test")  # builds the library
        for count in COLD:
            self.fresh(count, count)
            for what, run in [("cold test", lambda: self.run("test")),
                              ("cold site", self.site)]:
                shutil.rmtree(self.cache, ignore_errors=True)
                shutil.rmtree(self.folder / "site", ignore_errors=True)
                self.table.add("ours", what, count, [run()])
            self.changes("site", self.site, count)
        for count in WARM:
            self.warm(count)

    def warm(self, count):
        programs = max(COLD)
        slugs = self.fresh(count, programs)
        for index, slug in enumerate(slugs):
            source = self.cache / f"sums-{index % programs + 1:04}"
            if not (self.cache / slug).exists():
                shutil.copytree(source, self.cache / slug)
        self.changes("test", lambda: self.run("test"), count)

    def changes(self, what, run, count, more=""):
        """Nothing changes, then a word, then a block of one lesson."""
        lesson = sorted(self.lessons.glob("*.md"))[0]
        changes(self.table, "ours", what, run, lesson, count, more)

    def large(self):
        """One lesson of half a megabyte, and of five."""
        for megabytes in [0.5, 5]:
            size = len(courses.WORDS) * 4 + 1
            self.fresh(1, 1, paragraphs=int(megabytes * 1e6 / 20 / size))
            self.run("test")
            self.changes("test", lambda: self.run("test"), 1,
                         f", {megabytes} MB")


class Peer:
    """MyST-NB in a virtual environment of its own."""

    def __init__(self, folder, table):
        self.folder, self.table = folder, table
        self.environment = ROOT / ".build/bench-engine/venv"

    def install(self):
        sphinx = self.environment / "bin/sphinx-build"
        if sphinx.exists():
            return True
        print("Installing: MyST-NB, into .build/bench-engine/venv",
              file=sys.stderr)
        try:
            subprocess.run(
                [sys.executable, "-m", "venv", self.environment], check=True)
            subprocess.run(
                [self.environment / "bin/pip", "install", "--quiet",
                 "myst-nb==1.4.0", "ipykernel"], check=True, timeout=600)
        except (subprocess.SubprocessError, OSError) as error:
            print(f"There is no peer here ({error}); ours alone is measured.",
                  file=sys.stderr)
            shutil.rmtree(self.environment, ignore_errors=True)
            return False
        return sphinx.exists()

    def make_cache(self):
        """An empty cache: of two processes that each make it, one fails."""
        subprocess.run(
            [self.environment / "bin/python", "-c",
             "from jupyter_cache import get_cache; "
             "get_cache('.jupyter_cache').db"], check=True, cwd=self.folder)

    def run(self, lessons):
        os.environ["PATH"] = (
            f"{self.environment}/bin:{os.environ['PATH']}")
        return measured(
            [self.environment / "bin/sphinx-build", "-q", "-j", "auto",
             lessons, self.folder / "html"], self.folder)

    def measure(self):
        for count in COLD:
            lessons = self.folder / "lessons"
            for folder in [lessons, self.folder / "html",
                           self.folder / ".jupyter_cache"]:
                shutil.rmtree(folder, ignore_errors=True)
            courses.python_course(lessons, count)
            self.make_cache()
            add = self.table.add
            add("MyST-NB", "cold site", count, [self.run(lessons)])
            changes(self.table, "MyST-NB", "site", lambda: self.run(lessons),
                    lessons / "lesson0001.md", count)


def main():
    table = Table()
    with tempfile.TemporaryDirectory() as folder:
        folder = Path(folder)
        (folder / "peer").mkdir()
        ours, peer = Ours(folder, table), Peer(folder / "peer", table)
        if "ours" in ONLY:
            ours.measure()
        if "large" in ONLY:
            ours.large()
        if "peer" in ONLY and os.environ.get("PEERS") != "no":
            if peer.install():
                peer.measure()
    print("\n| what | lessons | MyST-NB / ours |\n|---|--:|--:|")
    for row in table.rows:
        if row["who"] != "MyST-NB":
            continue
        ours = table.find("ours", row["what"], row["lessons"])
        if ours:
            print(f"| {row['what']} | {row['lessons']} "
                  f"| {row['seconds'] / ours:.1f} |")
    RESULTS.parent.mkdir(parents=True, exist_ok=True)
    RESULTS.write_text(json.dumps(table.rows, indent=1) + "\n")
    print(f"\nAll samples: {RESULTS.relative_to(ROOT)}")


if __name__ == "__main__":
    main()

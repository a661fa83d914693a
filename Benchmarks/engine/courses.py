"""Courses made for measuring: the same lessons for our engine and for MyST-NB.

A lesson has 20 blocks, each with a little arithmetic, an output and a
paragraph. Its `seed` stands in its code, so that no two lessons up to `seed`
are one program.
"""

import shutil
from pathlib import Path

BLOCKS = 20
WORDS = "Every number on this page was computed by the block above it. "


def swift_lesson(number, seed, paragraphs=1):
    """A lesson for `unrolled`, with the outputs its blocks print."""
    parts = [f"# Lesson {number}\n\nTwenty small sums.\n"]
    total = 0
    for block in range(1, BLOCKS + 1):
        step = sum(range(1, block + 50)) * (seed + 1)
        total += step
        code = [
            f"let step{block} = (1..<{block + 50}).reduce(0, +) * {seed + 1}",
            f"var total{block} = step{block}",
        ]
        if block > 1:
            code.append(f"total{block} += total{block - 1}")
        code.append(f"print(step{block}, total{block})")
        parts.append("```swift\n" + "\n".join(code) + "\n```\n")
        parts.append(f"```output\n{step} {total}\n```\n")
        parts.extend([WORDS * 4 + "\n"] * paragraphs)
    return "\n".join(parts)


def python_lesson(number, seed, paragraphs=1):
    """The same lesson for MyST-NB, which records no outputs."""
    parts = [
        "---\nfile_format: mystnb\nkernelspec:\n  name: python3\n---\n",
        f"# Lesson {number}\n\nTwenty small sums.\n",
    ]
    for block in range(1, BLOCKS + 1):
        code = [
            f"step{block} = sum(range(1, {block + 50})) * {seed + 1}",
            f"total{block} = step{block}",
        ]
        if block > 1:
            code.append(f"total{block} += total{block - 1}")
        code.append(f"print(step{block}, total{block})")
        parts.append("```{code-cell}\n" + "\n".join(code) + "\n```\n")
        parts.extend([WORDS * 4 + "\n"] * paragraphs)
    return "\n".join(parts)


def swift_course(folder, count, programs, paragraphs=1):
    """`count` lessons made of `programs` different programs."""
    folder.mkdir(parents=True, exist_ok=True)
    slugs = [f"sums-{number:04}" for number in range(1, count + 1)]
    for number, slug in enumerate(slugs, 1):
        text = swift_lesson(number, (number - 1) % programs, paragraphs)
        (folder / f"{number:04}-{slug}.md").write_text(text)
    (folder / "unrolled.yml").write_text(
        "title: Sums\nsummary: A course for measuring.\nproduct: Small\n"
        "imports: [LessonRuntime]\nparts:\n"
        f"  - {{title: One, summary: All., lessons: [{', '.join(slugs)}]}}\n"
    )
    return slugs


def python_course(folder, count):
    """The same for Sphinx, with the cache of executed notebooks."""
    folder.mkdir(parents=True, exist_ok=True)
    names = [f"lesson{number:04}" for number in range(1, count + 1)]
    for number, name in enumerate(names, 1):
        (folder / f"{name}.md").write_text(python_lesson(number, number - 1))
    (folder / "index.md").write_text(
        "# Sums\n\n```{toctree}\n" + "\n".join(names) + "\n```\n"
    )
    (folder / "conf.py").write_text(
        'extensions = ["myst_nb"]\nnb_execution_mode = "cache"\n'
        "nb_execution_raise_on_error = True\n"
    )


def small_package(folder, root):
    """A package with what a lesson needs to run, and nothing else."""
    for room in ["CShims", "Frames", "LessonRuntime"]:
        shutil.copytree(root / "Sources" / room, folder / "Sources" / room)
    (folder / "Package.swift").write_text(
        "// swift-tools-version: 6.2\nimport PackageDescription\n\n"
        'let package = Package(\n  name: "Small",\n  products: [\n'
        '    .library(\n      name: "Small", type: .static, '
        'targets: ["LessonRuntime"])\n  ],\n  targets: [\n'
        '    .target(name: "CShims"), .target(name: "Frames"),\n'
        '    .target(name: "LessonRuntime", '
        'dependencies: ["Frames", "CShims"]),\n  ])\n'
    )


def edit(file, old, new):
    """Changes one place of a file, which must be there."""
    text = Path(file).read_text()
    assert old in text, f"{old} is not in {file}"
    Path(file).write_text(text.replace(old, new, 1))

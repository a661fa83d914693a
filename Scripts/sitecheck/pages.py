"""The pages of a site. Next: markup.py, what they are made of."""

import html.parser
import pathlib


class Page(html.parser.HTMLParser):
    """A page's names, links and files."""

    def __init__(self, path: pathlib.Path):
        super().__init__()
        self.path = path
        self.text = path.read_text(encoding="utf-8")
        self.ids: list[str] = []
        self.links: list[str] = []
        self.files: list[str] = []
        self.kind = ""
        self.classes: set[str] = set()
        self.feed(self.text)

    def handle_starttag(self, tag, attributes):
        values = dict(attributes)
        if "id" in values:
            self.ids.append(values["id"])
        classes = (values.get("class") or "").split()
        self.classes.update(classes)
        if tag == "body":
            self.kind = " ".join(classes)
        if tag == "a" and "href" in values:
            self.links.append(values["href"])
        if tag == "link" and values.get("rel") == "stylesheet":
            self.files.append(values["href"])
        if "src" in values:
            self.files.append(values["src"])

    @property
    def name(self) -> str:
        return self.path.name

    @property
    def address(self) -> str:
        return self.path.as_uri()


class Site:
    def __init__(self, folder: pathlib.Path):
        self.folder = folder
        self.pages = [Page(path) for path in sorted(folder.glob("*.html"))]
        self.by_name = {page.name: page for page in self.pages}

    def one_of_each_kind(self) -> list[Page]:
        """The largest page of each kind, and of lessons, more: together they
        have everything that any lesson has. Not the book: it is the lessons
        once more, and takes longer than they."""
        chosen: dict[str, Page] = {}
        for page in self.pages:
            if page.kind == "book-page":
                continue
            best = chosen.get(page.kind)
            if best is None or len(page.text) > len(best.text):
                chosen[page.kind] = page
        result = list(chosen.values())
        for feature in ["stepview", "knob", "exercise", "ladder", "traps",
                        "fails", "formula", "elsewhere"]:
            having = [p for p in self.pages
                      if p.kind == "lesson-page" and feature in p.classes]
            if having and not any(page in having for page in result):
                result.append(min(having, key=lambda p: len(p.text)))
        return result

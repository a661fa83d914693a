"""Looks at a built site as its readers do, and says what is wrong with it.

    python Scripts/sitecheck SITE [--all] [--only KIND]

Without --all, a page of each kind is opened in the browser, and its HTML
checked; links and weight are those of every page in any case. Next: pages.py.
"""

import argparse
import pathlib
import sys
import time

import behaviour
import looks
import markup
import pages


def main() -> int:
    parser = argparse.ArgumentParser(prog="sitecheck")
    parser.add_argument("site", type=pathlib.Path)
    parser.add_argument("--all", action="store_true")
    parser.add_argument("--only", help="one kind of check")
    arguments = parser.parse_args()
    site = pages.Site(arguments.site.resolve())
    chosen = site.pages if arguments.all else site.one_of_each_kind()
    checks = {
        "links": lambda: markup.links(site),
        "weight": lambda: markup.weight(site),
        "html": lambda: markup.validity(chosen),
        "looks": lambda: looks.findings(chosen),
        "behaviour": lambda: behaviour.findings(site, chosen),
    }
    count = 0
    for name, check in checks.items():
        if arguments.only not in (None, name):
            continue
        start = time.monotonic()
        for finding in check():
            print(f"error: {finding}", flush=True)
            count += 1
        print(f"{name}: {time.monotonic() - start:.0f} s", flush=True)
    print(
        f"{len(site.pages)} pages, {len(chosen)} of them opened: "
        + (f"{count} findings" if count else "nothing to find fault with")
    )
    return 1 if count else 0


sys.exit(main())

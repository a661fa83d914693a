// The page that stands where there is none.

extension Page {
  static func missing(_ theme: Theme) -> Page {
    Page(
      kind: "missing", address: "404.html", title: "Nothing here",
      description: "There is no page at this address.", standsAnywhere: true
    ) {
      theme.render(.missing, MissingPage())
    }
  }
}

/// What the template is filled in with: nothing.
private struct MissingPage: Sendable {}

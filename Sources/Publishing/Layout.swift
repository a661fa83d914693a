// What stands around every page: its head, its header, its foot. Next:
// Site+Folder.swift, which writes pages to disk.

/// What the layout template is filled in with.
struct Layout: Sendable {
  let siteTitle: String
  let pageTitle: String
  let shareTitle: String
  let shareType: String
  let description: String
  let kind: String
  let hasContents: Bool
  let isLesson: Bool
  let isLive: Bool
  /// Whether the page needs the style of formulas.
  let usesFormulas: Bool
  /// Where relative links begin, for a page that stands anywhere.
  let base: String?
  /// The page's full address, where the site has one.
  let canonical: String?
  let hasFeed: Bool

  let header: [NavigationLink]
  let footer: [NavigationLink]
  let hasFooter: Bool
  let content: String
  private let theme: Theme

  /// What is the same for all pages of a site.
  struct Site: Sendable {
    let title: String
    let theme: Theme
    let base: BaseURL?
    let pages: [Page]
  }

  struct NavigationLink: Sendable {
    let linkAddress: String
    let linkTitle: String
    let isHere: Bool
  }

  init(_ page: Page, in site: Site) {
    let content = page.text()
    siteTitle = site.title
    shareTitle = page.title ?? site.title
    shareType = page.kind == "lesson" ? "article" : "website"
    pageTitle = page.title.map { "\($0) · \(site.title)" } ?? site.title
    description = page.description
    kind = page.kind
    hasContents = page.hasContents
    isLesson = page.kind == "lesson"
    isLive = page.isLive
    usesFormulas =
      content.contains("class=\"katex") || content.contains("class=\"mi\"")
    base = page.standsAnywhere ? site.base?.text : nil
    canonical = page.standsAnywhere ? nil : site.base?.address(of: page)
    hasFeed = site.base != nil
    header = site.links(from: page) {
      if case .header(let word) = $0 { word } else { nil }
    }
    footer = site.links(from: page) {
      if case .footer(let word) = $0 { word } else { nil }
    }
    hasFooter = !footer.isEmpty
    self.content = content
    theme = site.theme
  }

  var html: String { theme.render(.layout, self) }
}

extension Layout.Site {
  fileprivate func links(
    from page: Page, where word: (Page.Link) -> String?
  ) -> [Layout.NavigationLink] {
    pages.compactMap { other in
      other.link.flatMap(word).map {
        Layout.NavigationLink(
          linkAddress: other.address, linkTitle: $0,
          isHere: other.address == page.address)
      }
    }
  }
}

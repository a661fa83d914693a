// Files for those who come from elsewhere: searching machines.

/// `sitemap.xml` and `robots.txt`, which need full addresses.
func signposts(to pages: [Page], at base: BaseURL) -> [String: [UInt8]] {
  let addresses = pages.filter(\.isListed).map {
    "  <url><loc>\(base.address(of: $0).escaped)</loc></url>\n"
  }
  let map = """
    <?xml version="1.0" encoding="UTF-8"?>
    <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
    \(addresses.joined())</urlset>

    """
  let robots = """
    User-agent: *
    Allow: /
    Sitemap: \(base.address(of: "sitemap.xml"))

    """
  return ["sitemap.xml": Array(map.utf8), "robots.txt": Array(robots.utf8)]
}

/* A box that scrolls can be reached by keyboard; one that does not is no stop. */
function stops() {
  $$('pre[tabindex]').forEach(p => { p.tabIndex = p.scrollWidth > p.clientWidth ? 0 : -1; });
}

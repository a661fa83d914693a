function contents(rail) {
  on(rail, 'click', e => { if (e.target.closest('a') && rail.hidePopover && rail.matches(':popover-open')) rail.hidePopover(); });
  const links = $$('.sections a', rail), heads = links.map(a => document.getElementById(a.hash.slice(1)));
  let waiting = false;
  function mark() {
    let at = -1;
    waiting = false;
    heads.forEach((h, i) => { if (h && h.getBoundingClientRect().top < innerHeight * 0.35) at = i; });
    links.forEach((a, i) => { a.parentNode.className = i < at ? 'passed' : i === at ? 'current' : ''; });
  }
  addEventListener('scroll', () => { if (!waiting) { waiting = true; requestAnimationFrame(mark); } }, { passive: true });
  mark();
}

parts['.rail'] = contents;

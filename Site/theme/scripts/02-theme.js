function theme(button) {
  const order = ['', 'light', 'dark'];
  const name = () => { button.title = 'Theme: ' + (root.dataset.theme || 'as the system'); button.setAttribute('aria-label', button.title + '. Change'); };
  on(button, 'click', () => {
    const next = order[(order.indexOf(root.dataset.theme || '') + 1) % 3];
    if (next) root.dataset.theme = next; else delete root.dataset.theme;
    try { localStorage.setItem('theme', next); } catch (_) { /* then forget */ }
    name();
  });
  name();
}

parts['.theme'] = theme;

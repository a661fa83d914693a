on(document, 'DOMContentLoaded', () => {
  Object.keys(parts).forEach(s => $$(s).forEach(e => parts[s](e)));
  numbers();
  stops();
  on(window, 'resize', stops);
  on(document, 'click', e => { const b = e.target.closest('[data-copy]'); if (b) copy(b); });
});

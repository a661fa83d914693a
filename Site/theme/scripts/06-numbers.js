/* Checked numbers, and names of the library in code: Escape closes the tip;
   the pointer may enter it. */
function numbers() {
  const tip = document.body.appendChild(document.createElement('div'));
  let owner = null, timer;
  tip.className = 'tip'; tip.id = 'tip'; tip.hidden = true; tip.setAttribute('role', 'tooltip');
  const hide = () => { clearTimeout(timer); tip.hidden = true; if (owner) owner.removeAttribute('aria-describedby'); owner = null; };
  const later = () => { timer = setTimeout(hide, 180); };
  function show(a) {
    clearTimeout(timer);
    if (owner === a) return;
    hide(); owner = a;
    const [value, source] = a.dataset.says.split(' | ');
    const isOff = a.classList.contains('off'), isName = a.classList.contains('d');
    tip.innerHTML = '<b></b> <i></i><br><span></span>';
    tip.classList.toggle('off', isOff);
    $('i', tip).textContent = isName ? '' : isOff ? '✕ does not agree' : a.classList.contains('again') ? 'this page’s run' : '✓ agrees';
    tip.firstChild.textContent = value; tip.lastChild.textContent = source;
    tip.hidden = false; a.setAttribute('aria-describedby', 'tip');
    const r = a.getClientRects()[0], w = tip.offsetWidth;
    tip.style.left = Math.max(8, Math.min(r.left + r.width / 2 - w / 2, root.clientWidth - w - 8)) + scrollX + 'px';
    tip.style.top = (r.top > 90 ? r.top - tip.offsetHeight - 8 : r.bottom + 8) + scrollY + 'px';
  }
  numbers.watch = a => { on(a, 'pointerenter focus', () => show(a)); on(a, 'pointerleave blur', later); };
  $$('.v[title], .d[title]').forEach(a => { a.dataset.says = a.title; a.removeAttribute('title'); numbers.watch(a); });
  on(tip, 'pointerenter', () => clearTimeout(timer)); on(tip, 'pointerleave', later);
  on(document, 'keydown', e => { if (e.key === 'Escape') hide(); });
}

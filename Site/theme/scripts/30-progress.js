/* The reader's own progress: kept in this browser, told to nobody. Where
   nothing can be kept, there is none. */
const progress = {
  read: new Set((() => { try { return JSON.parse(kept('read')) || []; } catch (_) { return []; } })()),
  lesson: link => decodeURI(link.getAttribute('href')).split('#')[0].replace(/\.html$/, ''),
  keep() { try { localStorage.setItem('read', JSON.stringify([...this.read])); return true; } catch (_) { return false; } },
  /* A mark for the eye, and the word for the ear. */
  mark(item) {
    const link = $('a', item), isRead = progress.read.has(progress.lesson(link)), word = $('.was-read', item);
    item.classList.toggle('read', isRead);
    if (word) word.remove();
    if (isRead) link.insertAdjacentHTML('beforeend', '<span class="was-read"> ✓<span class="vh"> read</span></span>');
  },
  markAll() { $$('.lessons > li, .chain > li').forEach(progress.mark); },
};

/* At the end of a lesson: a switch. */
parts['.progress button'] = button => {
  const lesson = button.dataset.lesson;
  const show = () => {
    const isRead = progress.read.has(lesson);
    button.setAttribute('aria-pressed', isRead);
    button.textContent = isRead ? '✓ Read' : 'Mark as read';
  };
  on(button, 'click', () => {
    if (!progress.read.delete(lesson)) progress.read.add(lesson);
    if (!progress.keep()) { button.parentNode.hidden = true; return; }
    show(); progress.markAll();
  });
  show();
};

/* On the first page: on to the first lesson not read yet. */
parts['.home .lessons'] = list => {
  if (list !== $('.home .lessons') || !progress.read.size) return;
  const links = $$('.home .lessons > li > a'), button = $('.actions .primary');
  const next = links.find(a => !progress.read.has(progress.lesson(a))), done = links.length - links.filter(a => !progress.read.has(progress.lesson(a))).length;
  if (next && done) { button.href = next.getAttribute('href'); button.textContent = 'Go on: ' + next.textContent; }
  const item = $('.totals').appendChild(document.createElement('li'));
  item.innerHTML = '<b></b> read <button class="forget" type="button">Forget that</button>';
  $('b', item).textContent = done;
  on($('button', item), 'click', () => { progress.read.clear(); progress.keep(); progress.markAll(); item.remove(); });
};

parts['.lessons > li, .chain > li'] = progress.mark;

/* Unrolled: what the pages do beyond being read. No page needs it. The files
   of this folder are one script, in the order of their names. */
const root = document.documentElement;
const $ = (s, within) => (within || document).querySelector(s);
const $$ = (s, within) => Array.from((within || document).querySelectorAll(s));
const on = (e, names, f) => names.split(' ').forEach(n => e.addEventListener(n, f));
const kept = key => { try { return localStorage.getItem(key); } catch (_) { return null; } };
root.classList.add('js');
if (kept('theme')) root.dataset.theme = kept('theme');

/* What each kind of element does, by selector; 99-start.js sets it going. */
const parts = {};

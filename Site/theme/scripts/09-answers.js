function answer(form) {
  const d = JSON.parse($('script', form).textContent), out = $('[role="status"]', form);
  on(form, 'submit', e => {
    e.preventDefault();
    const v = parseFloat($('input', form).value.replace('−', '-').replace(',', '.')), near = x => Math.abs(v - x) <= d.tolerance;
    const known = d.wrong.find(w => near(w[0]));
    out.className = near(d.answer) ? 'right' : 'wrong';
    out.textContent = near(d.answer) ? '✓ ' + d.right : isNaN(v) ? 'A number, please, with four digits after the point.' : '✗ ' + (known ? known[1] : d.other);
  });
}

parts['.answer-form'] = answer;

/* Earlier runs stay in line charts as faint curves, each drawn on the newest chart's axes. Next: 08-live-knobs.js. */
function curves() {
  const earlier = new Map(), most = 4;
  const plot = svg => svg && svg.dataset.plot ? svg.dataset.plot.split(' ').map(Number) : null;
  const copy = svg => ({ plot: plot(svg), paths: $$(':is(path[class^="series-"], path[class^="fan-"])', svg).map(p => p.getAttribute('d')).join('') });

  /* From one chart's places to another's: both are straight, or both are logarithmic. */
  function moved(d, from, to) {
    const x = v => to[0] + (from[4] + (v - from[0]) / (from[2] - from[0]) * (from[5] - from[4]) - to[4]) / (to[5] - to[4]) * (to[2] - to[0]);
    const y = v => to[3] - (from[6] + (from[3] - v) / (from[3] - from[1]) * (from[7] - from[6]) - to[6]) / (to[7] - to[6]) * (to[3] - to[1]);
    const within = (v, low, high) => Math.max(low, Math.min(high, v)).toFixed(1);
    return d.replace(/([ML])(-?[\d.]+) (-?[\d.]+)/g, (_, c, a, b) => c + within(x(+a), to[0], to[2]) + ' ' + within(y(+b), to[1] - 6, to[3] + 6));
  }

  function draw(figure, old) {
    const svg = $('svg.chart', figure), place = plot(svg), before = old && $('svg.chart', old);
    if (!place) return;
    const runs = earlier.get(figure.id) || [];
    if (plot(before)) runs.push(copy(before));
    // The recorded run stays, and the newest.
    while (runs.length > most) runs.splice(1, 1);
    earlier.set(figure.id, runs);
    const group = document.createElementNS('http://www.w3.org/2000/svg', 'g');
    group.setAttribute('class', 'earlier');
    runs.forEach(run => {
      const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
      path.setAttribute('d', moved(run.paths, run.plot, place)); group.appendChild(path);
    });
    svg.insertBefore(group, $(':is(path[class^="series-"], path[class^="fan-"])', svg));
    const caption = $('figcaption', figure), note = document.createElement('p');
    note.className = 'earlier-note';
    note.textContent = 'Faint: ' + (runs.length > 1 ? 'the recorded run and ' + (runs.length - 1) + ' of this page before' : 'the recorded run') + '.';
    $$('.earlier-note', figure).forEach(e => e.remove());
    if (caption) caption.prepend(note);
  }
  return { draw, clear: () => earlier.clear() };
}

/* Live lessons: the page runs the lesson's own program again, and shows what it says in the place of what is
   recorded. Nothing recorded is changed: it steps aside, and comes back as it was. Next: 08-live-worker.js. */
const LIVE_SECONDS = 60;

function live(main) {
  const controls = $$('.knob[data-knob]', main).map(knob), bars = $$('.live', main).map(bar);
  const recorded = $('.live .state', main).textContent, places = stage(main), history = curves();
  const status = main.appendChild(document.createElement('div'));
  status.className = 'vh'; status.setAttribute('role', 'status');
  let loaded, worker, address, ticking, waiting, unreached, dock, run = 0;

  function bar(box) {
    on($('.run', box), 'click', start);
    on($('.stop', box), 'click', () => stop('Stopped after ' + seconds()));
    on($('.undo', box), 'click', restore);
    return box;
  }

  /* `is`: recorded, running, live or stopped. */
  function say(is, words, isAloud) {
    (dock ? bars.concat(dock) : bars).forEach(box => {
      const state = $('.state', box);
      state.dataset.is = is; state.textContent = words;
      $('.run', box).hidden = is === 'running'; $('.stop', box).hidden = is !== 'running'; $('.undo', box).hidden = is === 'recorded';
    });
    if (isAloud) status.textContent = words;
  }

  let began;
  const seconds = () => ((performance.now() - began) / 1000).toFixed(1) + ' s';
  const turned = () => controls.filter(c => c.value() !== c.recorded);
  const named = () => turned().map(c => c.name + ' ' + c.value()).join(', ') || 'as recorded';

  /* The program comes when it is asked for, in a script: all that a page from a disk may ask for. */
  const load = () => loaded || (loaded = new Promise((done, fail) => {
    const script = document.createElement('script');
    window.unrolledProgram = text => { done(Uint8Array.from(atob(text), c => c.charCodeAt(0))); delete window.unrolledProgram; };
    script.onload = () => script.remove();
    script.onerror = () => { script.remove(); loaded = null; fail(new Error('The program ' + main.dataset.program + ' is not there')); };
    script.src = main.dataset.program; document.head.appendChild(script);
  }));

  function halt() {
    clearInterval(ticking); clearTimeout(waiting); run += 1;
    if (worker) { worker.terminate(); URL.revokeObjectURL(address); worker = null; }
    unreached = null; delete main.dataset.run;
  }

  async function start() {
    halt();
    const mine = run;
    if (!dock) {
      dock = bars[0].cloneNode(true);
      dock.classList.add('dock'); dock.setAttribute('aria-label', 'This lesson’s run'); bar(dock); main.appendChild(dock);
    }
    began = performance.now(); main.dataset.run = 'running'; say('running', 'Loading the program…', true);
    try {
      const program = await load();
      if (mine !== run) return;
      address = URL.createObjectURL(new Blob([unlzma + ';(' + liveWorker + ')()'], { type: 'text/javascript' }));
      worker = new Worker(address);
      listen(mine);
      began = performance.now(); status.textContent = 'Running, ' + named();
      worker.postMessage({ program, settings: turned().map(c => c.name + '=' + c.value() + '\n').join('') });
      ticking = setInterval(() => {
        if (performance.now() - began > 1000 * +(main.dataset.limit || LIVE_SECONDS)) stop('Stopped: it ran longer than a page allows, ' + seconds());
        else say('running', 'Running, ' + named() + ': ' + seconds());
      }, 100);
    } catch (problem) { if (mine === run) stop(problem.message); }
  }

  function listen(mine) {
    let current = 0, pieces = [], names = new Set();
    const notes = {}, reached = new Set();
    // A block's results appear as it ends, and the sentences about them.
    const close = stopped => {
      if (current) { reached.add(current); places.output(current, pieces, stopped, history.draw); }
      places.prose(notes, names);
      current = 0; pieces = []; names = new Set();
    };
    const note = (name, value) => { notes[name] = value; names.add(name); };
    unreached = () => { if (reached.size) places.unreached(reached, notes); };
    worker.onerror = e => { e.preventDefault(); if (mine === run) stop('This browser cannot run the program: ' + (e.message || 'its worker is refused')); };
    worker.onmessage = ({ data }) => {
      if (mine !== run) return;
      if (data.program) { loaded = Promise.resolve(data.program); return; }
      if (data.text) pieces.push({ text: data.text });
      const [kind, a, b] = data.frame || [];
      if (kind === 'begin') current = +a;
      else if (kind === 'end') close();
      else if (kind === 'picture') pieces.push({ markup: a, words: b });
      else if (kind === 'number') note(a, Number(b.replace('inf', 'Infinity')));
      else if (kind === 'text') note(a, b);
      if (!data.done) return;
      const took = seconds(), where = current;
      close(data.stopped); unreached(); halt();
      if (data.stopped) say('stopped', 'Stopped in block ' + where + ': ' + data.stopped, true);
      else say('live', 'Ran in this page, ' + named() + ', in ' + took, true);
    };
  }

  function stop(words) {
    if (unreached) unreached();
    halt(); say('stopped', words, true);
  }

  function restore() {
    const hadFocus = dock && dock.contains(document.activeElement);
    halt(); places.restore(); history.clear();
    controls.forEach(c => c.reset());
    if (dock) dock.remove();
    dock = null; say('recorded', recorded); status.textContent = '';
    if (hadFocus) $('.run', bars[0]).focus({ preventScroll: true });
  }

  controls.forEach(c => c.changed(() => { clearTimeout(waiting); waiting = setTimeout(start, c.patience); }));
}

parts['main[data-program]'] = live;

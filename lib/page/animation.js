/*
 * The film of a figure whose points move: play, step, scrub, speed, and the way of one point. Nothing moves until the
 * reader asks. workbook.js draws the figure and calls controlFilm for it; the points are drawn over it by dots.js, and
 * the controls stand under it.
 */
(() => {
'use strict';

const FRAME = 50; // milliseconds between frames at speed 1
const calm = matchMedia('(prefers-reduced-motion: reduce)');

const ICONS = {
  play: 'M4 2.5v11l9-5.5z',
  pause: 'M4 2.5h3v11H4zm5 0h3v11H9z',
  back: 'M11 2.5v11L4.5 8zM3 2.5h1.5v11H3z',
  forward: 'M5 2.5v11L11.5 8zM11.5 2.5H13v11h-1.5z',
};

const TEMPLATE = `
<input type="range" min="0" value="0" step="1" aria-label="Frame">
<button type="button" data-do="play"></button>
<button type="button" data-do="back" aria-label="One frame back"></button>
<button type="button" data-do="forward" aria-label="One frame on"></button>
<output></output>
<label>Speed <select><option value="0.25">¼</option><option value="0.5">½</option><option value="1" selected>1</option><option value="2">2</option><option value="4">4</option></select></label>
<button type="button" data-do="follow"></button>`;

function icon(name) {
  return '<svg viewBox="0 0 16 16" aria-hidden="true"><path d="' + ICONS[name] + '"/></svg>';
}

/* Plotly's base64 form of 32-bit numbers. */
function numbers(coded) {
  return new Float32Array(Uint8Array.from(atob(coded.bdata), c => c.charCodeAt(0)).buffer);
}

window.controlFilm = (figure, frames) => {
  const [points] = frames[0].traces;
  const way = figure.layout.meta.way;
  const places = frames.map(frame => ({ x: numbers(frame.data[0].x), y: numbers(frame.data[0].y) }));
  const last = frames.length - 1;
  const controls = document.createElement('div');
  controls.className = 'film';
  controls.setAttribute('role', 'group');
  controls.setAttribute('aria-label', 'Play the figure');
  controls.innerHTML = TEMPLATE;
  figure.element.after(controls);
  const dots = window.dotsOver(figure.element);
  const button = name => controls.querySelector('[data-do="' + name + '"]');
  const slider = controls.querySelector('input');
  const said = controls.querySelector('output');
  const speed = controls.querySelector('select');
  slider.max = last;
  button('back').innerHTML = icon('back');
  button('forward').innerHTML = icon('forward');

  let at = 0;          // the frame that is shown
  let playing = false;
  let due = 0;         // when the next frame is
  let followed = -1;   // a point; -1: none

  /* The way of the followed point up to the frame that is shown. */
  function past() {
    const before = followed < 0 ? [] : places.slice(0, at + 1);
    return { x: before.map(place => place.x[followed]), y: before.map(place => place.y[followed]) };
  }

  function show(frame) {
    at = Math.min(last, Math.max(0, frame));
    const text = 'step ' + frames[at].name + ' of ' + frames[last].name;
    slider.value = at;
    slider.setAttribute('aria-valuetext', text);
    said.textContent = text;
    dots.show({ ...places[at], way: past(), followed });
  }

  /* Part of the way from the frame that is shown to the next: drawn while the film plays, and never when it rests. */
  function between(part) {
    const [from, to] = [places[at], places[at + 1]];
    const mix = axis => from[axis].map((value, k) => value + part * (to[axis][k] - value));
    return { x: mix('x'), y: mix('y') };
  }

  function play(now) {
    playing = now;
    button('play').innerHTML = icon(playing ? 'pause' : 'play') + '<span>' + (playing ? 'Pause' : 'Play') + '</span>';
    show(playing && at === last ? 0 : at);
    if (!playing) return;
    due = performance.now();
    requestAnimationFrame(tick);
  }

  /* Keeps to the clock: a slow machine skips frames, and the film lasts as long. Less motion is a slower film, frame by frame. */
  function tick(now) {
    if (!playing) return;
    const wait = FRAME / speed.value * (calm.matches ? 4 : 1);
    const passed = Math.floor((now - due) / wait);
    if (passed > 0) {
      due += passed * wait;
      show(at + passed);
    }
    if (at === last) {
      play(false);
      return;
    }
    if (!calm.matches) dots.show(between(Math.max(0, now - due) / wait));
    requestAnimationFrame(tick);
  }

  function follow(point) {
    followed = point;
    button('follow').textContent = point < 0 ? 'Follow one' : 'Let it go';
    show(at);
  }

  /* One that starts near the edge of the panel has a way worth seeing. */
  function worthFollowing() {
    const [xs, ys] = ['xaxis', 'yaxis'].map(axis => figure.layout[axis].range);
    const reach = k => Math.max(Math.abs(places[0].x[k]) / xs[1], Math.abs(places[0].y[k]) / ys[1]);
    const inside = [...places[0].x.keys()].filter(k => reach(k) < 1);
    return inside.length ? inside.reduce((best, k) => reach(k) > reach(best) ? k : best) : 0;
  }

  const actions = {
    play: () => play(!playing),
    back: () => { play(false); show(at - 1); },
    forward: () => { play(false); show(at + 1); },
    follow: () => follow(followed < 0 ? worthFollowing() : -1),
  };
  Object.entries(actions).forEach(([name, action]) => button(name).addEventListener('click', action));
  slider.addEventListener('input', () => {
    at = +slider.value;
    play(false);
  });
  slider.addEventListener('keydown', event => { // arrows, Home and End are the slider's own
    if (event.key !== ' ') return;
    event.preventDefault();
    play(!playing);
  });
  document.addEventListener('visibilitychange', () => { if (document.hidden) play(false); });
  addEventListener('beforeprint', () => play(false));
  play(false);
  follow(-1);

  /* The traces as they would be now if Plotly drew them all. */
  function whole() {
    const data = [...figure.element.data];
    for (const [k, place] of [[points, places[at]], [way, past()]]) data[k] = { ...data[k], x: [...place.x], y: [...place.y], visible: true };
    return data;
  }

  /* A tap on a dot follows it, another lets it go. */
  figure.element.addEventListener('pointerdown', event => {
    const point = dots.at(event);
    if (point >= 0) follow(point === followed ? -1 : point);
  });
  figure.element.addEventListener('pointermove', event => {
    figure.element.classList.toggle('on-dot', !playing && dots.at(event) >= 0);
  });

  return {
    /* Before the figure is drawn, anew or for the first time: what moves is not Plotly's to draw. */
    place(data) {
      const { color, line } = data[points].marker;
      dots.show({ ink: color, paper: line.color, line: data[way].line.color });
      data[points].visible = data[way].visible = false;
    },
    drawn: dots.drawn,
    /* Plotly's button saves what Plotly has drawn, and the points would be missing. */
    saves(config) {
      const click = () => window.Plotly.downloadImage({ data: whole(), layout: figure.element.layout }, config.toImageButtonOptions);
      const save = { name: 'save', title: 'Download plot as a SVG', icon: window.Plotly.Icons.camera, click };
      config.modeBarButtons = config.modeBarButtons.map(group => group.map(name => name === 'toImage' ? save : name));
    },
  };
};
})();

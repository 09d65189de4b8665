/*
 * Points that move, on a canvas over a figure's drawing. The drawing under them is left alone: Plotly.animate would take
 * away what it is not told about (the contours of a density, for one), and a canvas is twice as fast. It covers the plot
 * area, and so clips as that does; it follows zoom, width, theme and the screen's resolution, and is printed at three
 * times the resolution of a screen.
 */
(() => {
'use strict';

const RADIUS = { least: 2.3, most: 3.2 }; // a dot without its outline, in pixels: smaller on a phone, where the same points lie closer
const OUTLINE = 1.2; // of paper, which parts a dot from its neighbours and from what lies under it
const REACH = 12;    // how near a pointer means a dot

window.dotsOver = element => {
  const canvas = document.createElement('canvas');
  const pen = canvas.getContext('2d');
  canvas.className = 'dots';
  canvas.setAttribute('aria-hidden', 'true'); // the drawing under it has the name
  let scene = null; // { x, y, way: { x, y }, followed, ink, paper, line }
  let printing = false;
  let radius = RADIUS.most;
  let dot = null;   // one of them, drawn once

  /* In the drawing, above what is plotted and below labels and hover texts. */
  function attach() {
    const layers = element.querySelectorAll('.svg-container > .main-svg');
    if (layers.length && layers[0].nextElementSibling !== canvas) layers[0].after(canvas);
    return layers.length > 0;
  }

  function axes() {
    return [element._fullLayout.xaxis, element._fullLayout.yaxis]; // the only way to where Plotly has put them
  }

  function paint() {
    if (!scene || !element._fullLayout || !attach()) return;
    const [across, up] = axes();
    const ratio = printing ? 3 : Math.max(1, window.devicePixelRatio);
    const size = [across, up].map(axis => Math.round(axis._length * ratio));
    if (canvas.width !== size[0] || canvas.height !== size[1]) [canvas.width, canvas.height] = size;
    Object.assign(canvas.style, { left: across._offset + 'px', top: up._offset + 'px', width: across._length + 'px', height: up._length + 'px' });
    radius = Math.min(RADIUS.most, Math.max(RADIUS.least, across._length / 150));
    pen.setTransform(ratio, 0, 0, ratio, 0, 0);
    pen.clearRect(0, 0, across._length, up._length);
    trace(scene.way, across, up);
    const stamp = stampOf(ratio);
    const half = radius + OUTLINE;
    for (let k = 0; k < scene.x.length; k++) {
      pen.drawImage(stamp, across.c2p(scene.x[k]) - half, up.c2p(scene.y[k]) - half, 2 * half, 2 * half);
    }
    if (scene.followed >= 0) disc(pen, across.c2p(scene.x[scene.followed]), up.c2p(scene.y[scene.followed]), radius + 1.5, scene.line);
  }

  function trace(way, across, up) {
    pen.beginPath();
    for (let k = 0; k < way.x.length; k++) pen.lineTo(across.c2p(way.x[k]), up.c2p(way.y[k]));
    Object.assign(pen, { strokeStyle: scene.line, lineWidth: 1.6, lineJoin: 'round' });
    pen.stroke();
  }

  /* Copied, which is quicker than drawn anew. */
  function stampOf(ratio) {
    const key = [ratio, radius, scene.ink, scene.paper].join();
    if (dot && dot.key === key) return dot;
    dot = document.createElement('canvas');
    dot.key = key;
    const half = radius + OUTLINE;
    dot.width = dot.height = Math.ceil(2 * half * ratio);
    const brush = dot.getContext('2d');
    brush.scale(dot.width / (2 * half), dot.height / (2 * half));
    disc(brush, half, half, radius, scene.paper);
    return dot;
  }

  function disc(brush, x, y, inner, outline) {
    const fill = (radius, colour) => {
      brush.beginPath();
      brush.arc(x, y, radius, 0, 2 * Math.PI);
      brush.fillStyle = colour;
      brush.fill();
    };
    fill(inner + OUTLINE, outline);
    fill(inner, scene.ink);
  }

  /* Another screen, or a zoom of the page. */
  function followResolution() {
    const now = matchMedia('(resolution: ' + window.devicePixelRatio + 'dppx)');
    now.addEventListener('change', () => { paint(); followResolution(); }, { once: true });
  }

  followResolution();
  addEventListener('beforeprint', () => { printing = true; paint(); });
  addEventListener('afterprint', () => { printing = false; paint(); });

  return {
    show(change) {
      scene = Object.assign({ way: { x: [], y: [] }, followed: -1 }, scene, change);
      paint();
    },
    /* After Plotly has drawn, anew or for the first time. */
    drawn() {
      if (!element.dotted) ['plotly_afterplot', 'plotly_relayouting'].forEach(event => element.on(event, paint));
      element.dotted = true;
      paint();
    },
    /* The dot that a pointer means; -1: none. */
    at(event) {
      if (!scene || !canvas.isConnected) return -1;
      const frame = canvas.getBoundingClientRect();
      const [across, up] = axes();
      const [x, y] = [event.clientX - frame.left, event.clientY - frame.top];
      const away = k => Math.hypot(across.c2p(scene.x[k]) - x, up.c2p(scene.y[k]) - y);
      if (x < 0 || y < 0 || x > frame.width || y > frame.height) return -1;
      const nearest = [...scene.x.keys()].reduce((best, k) => away(k) < away(best) ? k : best, 0);
      return away(nearest) <= REACH ? nearest : -1;
    },
  };
};
})();

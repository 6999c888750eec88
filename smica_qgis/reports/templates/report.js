"use strict";
(() => {
  const STEP = 200;
  const LEVELS = ["FATAL", "ERROR", "WARNING", "INFO"];
  const SVG = "http://www.w3.org/2000/svg";
  const data = JSON.parse(document.getElementById("donnees").textContent);
  const byId = (id) => document.getElementById(id);
  const cell = (column, i) => (Array.isArray(column) ? column[i] : column);
  const text = (kind, name, i) => data.texts[cell(kind[name], i)];
  const french = new Intl.NumberFormat("fr-FR");

  function element(tag, className, content) {
    const made = document.createElement(tag);
    if (className) made.className = className;
    if (content !== undefined) made.textContent = content;
    return made;
  }

  function sentence(kind, i) {
    return text(kind, "message", i)
      .replace("\u0001", () => text(kind, "file", i))
      .replace("\u0002", () => text(kind, "value", i))
      .replace("\u0003", () => text(kind, "attribute", i));
  }

  function shown(kind, name, i) {
    if (name === "line") return String(cell(kind.line, i) || "");
    return name === "message" ? sentence(kind, i) : text(kind, name, i);
  }

  // ---- places of a kind: the first are in the page, the others are unfolded from the data -------------------------

  const kinds = data.kinds.map((kind) => {
    const details = byId(kind.id);
    const rest = details.querySelector(".rest") || details.appendChild(element("p", "rest"));
    const body = details.querySelector("tbody");
    return Object.assign(kind, { details, rest, body, matches: null, drawn: 0, folded: false });
  });

  const matching = (kind) => (kind.matches ? kind.matches.length : kind.n);
  const indexOf = (kind, position) => (kind.matches ? kind.matches[position] : position);

  function row(kind, i) {
    const tr = element("tr");
    for (const [name, label] of Object.entries(kind.columns)) {
      const td = element("td", "c-" + name, shown(kind, name, i));
      td.dataset.label = label;
      tr.append(td);
    }
    return adopt(tr, kind, i);
  }

  function adopt(tr, kind, i) {
    tr.classList.add("place");
    tr.tabIndex = 0;
    tr.setAttribute("aria-expanded", "false");
    tr.place = { kind, i };
    return tr;
  }

  function unfold(kind, count) {
    if (!kind.body) return;
    const until = Math.min(matching(kind), kind.drawn + count);
    const rows = document.createDocumentFragment();
    while (kind.drawn < until) rows.append(row(kind, indexOf(kind, kind.drawn++)));
    kind.body.append(rows);
    tellRest(kind);
  }

  function tellRest(kind) {
    const left = matching(kind) - kind.drawn;
    kind.rest.replaceChildren();
    kind.rest.hidden = left <= 0;
    if (left <= 0 || !kind.body) return;
    const more = element("button", "", left > 1 ? `Afficher les ${Math.min(left, STEP)} suivants` : "Afficher le suivant");
    more.type = "button";
    more.addEventListener("click", () => unfold(kind, STEP));
    kind.rest.append(more, element("span", "", `${french.format(kind.drawn)} affichés sur ${french.format(matching(kind))}`));
  }

  function redraw(kind) {
    if (!kind.body) return;
    kind.body.replaceChildren();
    kind.drawn = 0;
    unfold(kind, data.first);
  }

  // ---- one place: its detail under its row, its spot on the map ----------------------------------------------------

  let chosen = null;

  function choose(tr) {
    const again = chosen === tr;
    if (chosen) {
      chosen.classList.remove("chosen");
      chosen.setAttribute("aria-expanded", "false");
      if (chosen.nextSibling && chosen.nextSibling.className === "detail") chosen.nextSibling.remove();
    }
    chosen = again ? null : tr;
    if (chosen) {
      chosen.classList.add("chosen");
      chosen.setAttribute("aria-expanded", "true");
      chosen.after(detail(chosen.place.kind, chosen.place.i));
    }
    plan.highlight(chosen && chosen.place);
  }

  function detail(kind, i) {
    const tr = element("tr", "detail");
    const td = tr.appendChild(element("td"));
    td.colSpan = Object.keys(kind.columns).length;
    const list = td.appendChild(element("dl"));
    const add = (name, value) => {
      if (value) list.appendChild(element("div")).append(element("dt", "", name), element("dd", "", value));
    };
    add("Constat", sentence(kind, i));
    add("Fichier", text(kind, "file", i));
    if (kind.columns.expected) add("Attendu", text(kind, "expected", i));
    add("Position", plan.position({ kind, i }));
    if (plan.boxOf({ kind, i })) {
      const button = td.appendChild(element("button", "", "Zoomer sur la carte"));
      button.type = "button";
      button.addEventListener("click", () => plan.zoomTo({ kind, i }));
    }
    return tr;
  }

  function reveal(place) {
    const { kind, i } = place;
    const position = kind.matches ? kind.matches.indexOf(i) : i;
    kind.details.open = true;
    if (kind.body && position >= 0) {
      if (position >= kind.drawn) unfold(kind, position - kind.drawn + 1);
      const tr = [...kind.body.querySelectorAll("tr.place")][position];
      if (tr !== chosen) choose(tr);
      tr.scrollIntoView({ block: "center" });
      tr.focus({ preventScroll: true });
    } else {
      kind.details.scrollIntoView();
    }
  }

  const rowOf = (event) => event.target.closest("tr.place");

  document.addEventListener("click", (event) => {
    const tr = rowOf(event);
    if (tr && !String(window.getSelection())) choose(tr);
  });
  document.addEventListener("keydown", (event) => {
    const tr = event.target.classList && event.target.classList.contains("place") ? event.target : null;
    if (!tr) return;
    const step = { Enter: 0, " ": 0, ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const rows = [...tr.parentNode.querySelectorAll("tr.place")];
    const next = rows[rows.indexOf(tr) + step];
    if (!step) choose(tr);
    else if (next) next.focus();
  });
  document.addEventListener("mouseover", (event) => {
    const tr = rowOf(event);
    plan.highlight(tr ? tr.place : chosen && chosen.place);
  });
  document.addEventListener("focusin", (event) => {
    const tr = rowOf(event);
    if (tr) plan.highlight(tr.place);
  });

  // ---- the map: one sign for each cell of what is shown ------------------------------------------------------------

  const plan = (() => {
    const svg = byId("plan");
    const nothing = { highlight() {}, draw() {}, boxOf: () => null, position: () => "", zoomTo() {} };
    if (!svg || !data.frame) return nothing;
    const marks = byId("marques");
    const halo = byId("surbrillance");
    const whole = svg.viewBox.baseVal;
    const all = { x: 0, y: 0, w: whole.width, h: whole.height };
    let view = { ...all };
    const here = byId("carte").appendChild(element("div", "here"));
    byId("zoom").hidden = false;
    byId("carte-aide").textContent += " Cliquez sur un signe pour lister ce qu’il y a là, sur une ligne pour la situer.";

    const box = (number) => (number < 0 ? null : data.boxes.slice(4 * number, 4 * number + 4));
    const boxOf = ({ kind, i }) => box(cell(kind.spot, i)) || box(cell(kind.box, i));
    const middle = (b) => [(b[0] + b[2]) / 2, (b[1] + b[3]) / 2];
    const size = () => (view.w * 14) / Math.max(svg.clientWidth, 200);

    function shape(tag, attributes, parent) {
      const made = document.createElementNS(SVG, tag);
      for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
      return parent.appendChild(made);
    }

    function cells() {
      const side = size();
      const found = new Map();
      for (const kind of kinds) {
        const rank = LEVELS.indexOf(kind.level);
        const count = matching(kind);
        for (let position = 0; position < count; position++) {
          const i = indexOf(kind, position);
          const b = boxOf({ kind, i });
          if (!b) continue;
          const [x, y] = middle(b);
          if (x < view.x || y < view.y || x > view.x + view.w || y > view.y + view.h) continue;
          const key = Math.floor(x / side) + " " + Math.floor(y / side);
          const known = found.get(key);
          if (!known) found.set(key, { x, y, rank, places: [{ kind, i }] });
          else {
            known.rank = Math.min(known.rank, rank);
            known.places.push({ kind, i });
          }
        }
      }
      return [...found.values()].sort((a, b) => b.rank - a.rank);
    }

    function draw() {
      const side = size();
      marks.replaceChildren();
      here.replaceChildren();
      for (const found of cells()) {
        const level = LEVELS[found.rank];
        const use = shape("use", { class: "sign-" + level, href: "#sign-" + level, x: found.x - side / 2, y: found.y - side / 2, width: side, height: side }, marks);
        use.addEventListener("click", () => list(found.places));
      }
      highlight(chosen && chosen.place);
    }

    function list(places) {
      const ul = element("ul");
      for (const place of places.slice(0, 8)) {
        const { kind, i } = place;
        const title = kind.details.querySelector(".title").firstChild.textContent.trim();
        const line = cell(kind.line, i);
        const button = ul.appendChild(element("li")).appendChild(element("button", "", `${title} : ${text(kind, "table", i)}${line ? ", ligne " + line : ""}`));
        button.type = "button";
        button.addEventListener("click", () => reveal(place));
      }
      const count = places.length;
      here.replaceChildren(element("p", "quiet", count > 1 ? `${french.format(count)} constats à cet endroit${count > 8 ? ", les 8 premiers :" : " :"}` : "À cet endroit :"), ul);
    }

    function highlight(place) {
      halo.replaceChildren();
      const b = place && boxOf(place);
      if (!b) return;
      const own = box(cell(place.kind.box, place.i)) || b;
      const side = size();
      if (own[2] - own[0] > side || own[3] - own[1] > side) {
        shape("rect", { class: "halo", x: own[0], y: own[1], width: own[2] - own[0], height: own[3] - own[1] }, halo);
      }
      const [x, y] = middle(b);
      shape("circle", { class: "halo", cx: x, cy: y, r: side * 0.95 }, halo);
    }

    function show(next) {
      const w = Math.min(all.w, Math.max(next.w, all.w / 400));
      const h = (w * all.h) / all.w;
      const x = Math.min(Math.max(next.x + (next.w - w) / 2, 0), all.w - w);
      const y = Math.min(Math.max(next.y + (next.h - h) / 2, 0), all.h - h);
      view = { x, y, w, h };
      svg.setAttribute("viewBox", `${x} ${y} ${w} ${h}`);
      svg.classList.toggle("zoomed", w < all.w);
      draw();
    }

    function zoomTo(place) {
      const b = box(cell(place.kind.box, place.i)) || boxOf(place);
      const w = Math.max((b[2] - b[0]) * 2, ((b[3] - b[1]) * 2 * all.w) / all.h, all.w / 100);
      const h = (w * all.h) / all.w;
      const [x, y] = middle(b);
      show({ x: x - w / 2, y: y - h / 2, w, h });
      byId("carte").scrollIntoView({ block: "nearest" });
    }

    function position(place) {
      const b = boxOf(place);
      if (!b) return "";
      const [x, y] = middle(b);
      const { west, north, per_degree_x: dx, per_degree_y: dy } = data.frame;
      const degrees = (value) => value.toFixed(5).replace(".", ",");
      return `longitude ${degrees(west + x / dx)}, latitude ${degrees(north - y / dy)} (WGS 84)`;
    }

    byId("zoom").addEventListener("click", (event) => {
      const factor = Number(event.target.dataset.zoom);
      if (Number.isNaN(factor)) return;
      if (!factor) return show(all);
      const w = view.w * factor;
      const h = view.h * factor;
      show({ x: view.x + (view.w - w) / 2, y: view.y + (view.h - h) / 2, w, h });
    });
    let grip = null;
    svg.addEventListener("pointerdown", (event) => {
      if (view.w < all.w) grip = { x: event.clientX, y: event.clientY, view: { ...view }, moved: false };
    });
    svg.addEventListener("pointermove", (event) => {
      if (!grip) return;
      const scale = grip.view.w / svg.clientWidth;
      const x = (event.clientX - grip.x) * scale;
      const y = (event.clientY - grip.y) * scale;
      if (!grip.moved && Math.hypot(x, y) < 4 * scale) return;
      grip.moved = true;
      show({ ...grip.view, x: grip.view.x - x, y: grip.view.y - y });
    });
    window.addEventListener("pointerup", () => (grip = null));
    return { highlight, draw, boxOf, position, zoomTo };
  })();

  // ---- filter ------------------------------------------------------------------------------------------------------

  const plain = (value) => value.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase();
  let plainTexts = null;

  function matcher(words, level, table) {
    const hits = words && (plainTexts = plainTexts || data.texts.map(plain)).map((value) => value.includes(words));
    const fields = ["table", "file", "object", "attribute", "value", "expected", "message"];
    return (kind) => {
      if (level && kind.level !== level) return [];
      const told = !words || plain(kind.details.querySelector("summary").textContent).includes(words);
      if (told && table < 0) return null;
      const found = [];
      for (let i = 0; i < kind.n; i++) {
        if (table >= 0 && cell(kind.table, i) !== table) continue;
        if (told || fields.some((name) => hits[cell(kind[name], i)])) found.push(i);
      }
      return found.length === kind.n ? null : found;
    };
  }

  function filter() {
    const words = plain(byId("filtre-texte").value.trim());
    const level = byId("filtre-niveau").value;
    const table = byId("filtre-table").value === "" ? -1 : Number(byId("filtre-table").value);
    const match = matcher(words, level, table);
    let count = 0;
    if (chosen) choose(chosen);
    for (const kind of kinds) {
      const before = kind.matches;
      kind.matches = match(kind);
      if (before || kind.matches) redraw(kind);
      kind.details.hidden = matching(kind) === 0;
      kind.details.querySelector(".number strong").textContent =
        (kind.matches ? french.format(kind.matches.length) + " sur " : "") + french.format(kind.n);
      count += matching(kind);
    }
    for (const theme of document.querySelectorAll(".theme")) theme.hidden = !theme.querySelector(".kind:not([hidden])");
    const total = kinds.reduce((sum, kind) => sum + kind.n, 0);
    const none = count === 0 ? "Aucun constat ne correspond." : `${french.format(count)} constats sur ${french.format(total)} correspondent.`;
    byId("filtre-etat").textContent = words || level || table >= 0 ? none : "";
    plan.draw();
  }

  function prepareFilter() {
    const form = byId("filtre");
    if (!form) return;
    const tables = new Set();
    for (const kind of kinds) for (const number of [kind.table].flat()) tables.add(number);
    const named = [...tables].filter((number) => number).map((number) => [data.texts[number], number]);
    for (const [name, number] of named.sort((a, b) => a[0].localeCompare(b[0], "fr"))) {
      const option = element("option", "", name);
      option.value = number;
      byId("filtre-table").append(option);
    }
    let waiting = 0;
    form.addEventListener("input", () => {
      clearTimeout(waiting);
      waiting = setTimeout(filter, 150);
    });
    form.addEventListener("submit", (event) => event.preventDefault());
    byId("tout-deplier").addEventListener("click", () => kinds.forEach((kind) => (kind.details.open = true)));
    byId("tout-replier").addEventListener("click", () => kinds.forEach((kind) => (kind.details.open = false)));
    form.hidden = false;
  }

  // ---- start: take over the rows of the page; print everything that is shown, folded or not -------------------------

  for (const kind of kinds) {
    const rows = kind.body ? [...kind.body.rows] : [];
    rows.forEach((tr, i) => adopt(tr, kind, i));
    kind.drawn = rows.length;
    tellRest(kind);
  }
  prepareFilter();
  plan.draw();
  window.addEventListener("beforeprint", () => {
    for (const kind of kinds) {
      kind.folded = !kind.details.open;
      kind.details.open = true;
    }
  });
  window.addEventListener("afterprint", () => {
    for (const kind of kinds) if (kind.folded) kind.details.open = false;
  });
})();

"use strict";
const page = document.querySelector("main");
const words = page.dataset;
const part = name => page.querySelector(`[data-part=${name}]`);
const form = name => page.querySelector(`[data-form=${name}]`);
const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);
const say = text => { part("said").textContent = text; };

// Here and nowhere else.
let key = "";

const get = async path => {
  const answer = await fetch(words.root + path, {
    headers: { Authorization: `Bearer ${key}` },
    cache: "no-store",
    credentials: "omit",
    signal: AbortSignal.timeout?.(20000),
  }).catch(() => { throw new Error(words.away); });
  if (answer.ok) return answer;
  const said = await answer.json().catch(() => ({}));
  throw new Error(said.detail ?? words.away);
};
const ask = async path => (await get(path)).json();

const show = (...names) => {
  for (const other of page.querySelectorAll("[data-form]")) other.hidden = !names.includes(other.dataset.form);
  part("report").hidden = true;
};

// One request after the other, and what is said is what came of the last.
let turn = 0;
const doing = work => async event => {
  event.preventDefault();
  const mine = ++turn;
  const isLast = () => mine === turn;
  say(words.wait);
  try {
    await work(isLast);
    if (isLast()) say("");
  } catch (error) {
    if (isLast()) say(error.message);
  }
};

// What is done once the partners are known, and what goes when the key is forgotten, is the page's own.
const begin = (opened, forgotten) => {
  form("key").addEventListener("submit", doing(async isLast => {
    // The browser refuses a header with characters that no key has.
    key = form("key").elements.key.value.trim().replace(/[^\x21-\x7e]/g, "");
    const { partners } = await ask("api/partners");
    if (!isLast()) return;
    form("key").reset();
    if (!partners.length) throw new Error(words.none);
    const { partner } = form("choice").elements;
    partner.replaceChildren(...partners.map(({ name, title }) => new Option(title, name)));
    await opened(isLast, partners);
  }));
  page.querySelector("[data-act=forget]").addEventListener("click", () => {
    turn++;
    key = "";
    say("");
    forgotten();
    for (const body of page.querySelectorAll("tbody")) body.replaceChildren();
    form("choice").elements.partner.replaceChildren();
    show("key");
    form("key").elements.key.focus();
  });
  show("key");
};

// A cell is a text or an element.
const table = (name, rows, cells) => {
  page.querySelector(`[data-table=${name}] tbody`).replaceChildren(...rows.map(row => {
    const line = document.createElement("tr");
    line.append(...cells(row).map((content, i) => {
      const cell = document.createElement(i ? "td" : "th");
      if (!i) cell.scope = "row";
      cell.append(content);
      return cell;
    }));
    return line;
  }));
};

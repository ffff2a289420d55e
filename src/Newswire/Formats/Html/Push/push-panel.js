
const panel = document.getElementById("notify");
if (panel) {
  const words = panel.dataset;
  const push = pushOf(words.root);
  const part = name => panel.querySelector(`[data-part=${name}]`);
  const say = text => { part("said").textContent = text; };
  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);
  const item = (tag, text, lang = words.lang) =>
    Object.assign(document.createElement(tag), { textContent: text, lang, dir: "auto" });

  // Titles by name, in the order to offer them in.
  const titles = new Map([...document.querySelectorAll("a[data-feed]")].map(link => [link.dataset.feed, link.textContent]));
  let chosen = new Set(push.recall()?.favourites);
  let state;

  const show = next => {
    const focused = panel.contains(document.activeElement) ? document.activeElement : null;
    state = next;
    for (const piece of panel.querySelectorAll("[data-when]")) {
      piece.hidden = !piece.dataset.when.split(" ").includes(state);
    }
    panel.hidden = false;

    // Whoever moves by keyboard goes on from here when what they pressed is gone.
    if (focused?.closest("[hidden]")) part("title").focus();
  };

  // Which state the panel is in follows from the browser and from what the server answered last.
  const look = async () => {
    const known = push.recall();
    if (words.feed) titles.set(words.feed, words.title);
    for (const name of known?.favourites ?? []) titles.set(name, titles.get(name) ?? known.titles?.[name] ?? name);
    const hindrance = push.hindrance();
    if (hindrance) return show(hindrance);
    const current = await push.subscription();
    if (!current || !known) {
      show(current || known ? "lost" : "off");
      return offer();
    }
    part("favourites").replaceChildren(...known.favourites.map(name => item("li", titles.get(name))));
    part("rules").textContent = [
      known.quietHours && fill(words.quiet, known.quietHours),
      known.maxPerDay && fill(words.most, { count: known.maxPerDay }),
    ].filter(Boolean).join(" ");
    show(words.feed && !known.favourites.includes(words.feed) ? "add" : "on");
  };

  // What can be chosen: what is chosen already, then the others, as many as can be looked through.
  const find = part("find");
  const most = 8;
  const plain = text => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const offer = () => {
    const sought = plain(find.value.trim());
    const names = [...titles.keys()];
    const found = sought
      ? names.filter(name => plain(titles.get(name)).includes(sought))
      : names.filter(name => chosen.has(name)).concat(names.filter(name => !chosen.has(name)));
    const shown = found.slice(0, sought ? most : Math.max(most, chosen.size));
    part("feeds").replaceChildren(...shown.map(name => {
      const box = Object.assign(document.createElement("input"), { type: "checkbox", checked: chosen.has(name) });
      box.addEventListener("change", () => {
        if (box.checked) chosen.add(name);
        else chosen.delete(name);
        preview();
      });
      const label = document.createElement("label");
      label.append(box, item("span", titles.get(name)));
      return label;
    }));
    part("finding").hidden = names.length <= most;
    part("more").textContent = found.length > shown.length ? fill(words.more, { count: found.length - shown.length })
      : found.length ? "" : words.nothing;
    preview();
  };
  find.addEventListener("input", offer);

  // The newest of what is chosen. Documents are long, so of many feeds those chosen last speak for all.
  const read = new Map();
  let previews = 0;
  const latest = name => {
    if (!read.has(name)) {
      const path = name.split("/").map(encodeURIComponent).join("/");
      read.set(name, fetch(`${words.root}feeds/${path}.json`).then(answer => answer.json()).then(
        document => document.items,
        () => {
          read.delete(name);
          return [];
        }));
    }
    return read.get(name);
  };
  const preview = async () => {
    if (words.feed) return;
    const mine = ++previews;
    const stories = (await Promise.all([...chosen].slice(-5).map(latest))).flat();
    if (mine !== previews) return;
    const newest = [...new Map(stories.map(story => [story.id, story])).values()]
      .sort((a, b) => b.date_published.localeCompare(a.date_published)).slice(0, 3);
    part("latest").replaceChildren(...newest.map(story => item("li", story.title, story.language)));
    part("like").hidden = newest.length === 0;
  };

  const change = () => {
    const known = push.recall();
    chosen = new Set(known.favourites);
    part("quiet").checked = Boolean(known.quietHours);
    part("from").value = known.quietHours?.from ?? "22:00";
    part("to").value = known.quietHours?.to ?? "07:00";
    part("zone").textContent = zone;
    const counts = part("most");
    if (known.maxPerDay && ![...counts.options].some(option => option.value == known.maxPerDay)) {
      counts.add(new Option(known.maxPerDay));
    }
    counts.value = known.maxPerDay ?? "";
    find.value = "";
    show("change");
    offer();
  };
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;

  const agree = async rules => {
    const known = push.recall();
    const favourites = words.feed && state !== "change" ? [...new Set(known?.favourites).add(words.feed)] : [...chosen];
    if (!favourites.length) return words.none;

    // Before anything else: browsers let a page ask only while a click is fresh.
    const answer = await Notification.requestPermission();
    if (answer !== "granted") throw new Refusal(answer === "denied" ? "blocked" : "undecided");
    await push.save({
      quietHours: known?.quietHours,
      maxPerDay: known?.maxPerDay ?? undefined,
      ...rules,
      favourites,
      titles: Object.fromEntries(favourites.map(name => [name, titles.get(name)])),
    });
    await look();
    return words.done;
  };

  const acts = {
    start: () => agree(),
    save: () => {
      const [from, to] = [part("from").value, part("to").value];
      if (part("quiet").checked && !(from && to)) return words.hours;
      return agree({
        quietHours: part("quiet").checked ? { from, to, timeZone: zone } : null,
        maxPerDay: Number(part("most").value) || undefined,
      });
    },
    stop: async () => {
      await push.stop();
      chosen.clear();
      await look();
      return words.off;
    },
    change: () => change(),
    back: () => look(),
    again: () => begin(),
  };

  let isBusy = false;
  for (const button of panel.querySelectorAll("[data-act]")) {
    button.addEventListener("click", async () => {
      if (isBusy) return;
      isBusy = true;
      say(words.wait);
      try {
        say(await acts[button.dataset.act]() ?? "");
      } catch (error) {
        say([words[error.why] ?? words.failed, error.detail].join(" ").trim());

        // What was being changed stays as it stands, to be tried again.
        if (state !== "change" || error.why === "blocked") await look();
      }
      isBusy = false;
    });
  }

  const begin = async () => {
    try {
      if (!await push.isOffered()) return;
    } catch {
      if (!push.recall()) return show("away");
    }
    await look();
    if (await push.confirm().catch(() => true)) await look();
  };

  // Something has changed elsewhere: in another window, or in the settings of the browser.
  const lookAgain = () => {
    if (panel.hidden || isBusy || state === "change") return;
    say("");
    look();
  };
  addEventListener("storage", event => { if (event.key === push.slot) lookAgain(); });
  navigator.permissions?.query({ name: "notifications" }).then(permission => { permission.onchange = lookAgain; }, () => {});
  begin();
}

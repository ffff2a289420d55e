const count = number => number.toLocaleString("en");
const size = bytes => {
  const units = ["B", "KB", "MB", "GB", "TB"];
  let unit = 0;
  while (bytes >= 999.5 && unit < units.length - 1) [bytes, unit] = [bytes / 1000, unit + 1];
  return `${bytes.toLocaleString("en", { maximumSignificantDigits: 3 })} ${units[unit]}`;
};
const kinds = ["taken", "notModified", "refused", "failed"];
const label = kind => page.querySelector(`.figures .${kind} dt`).textContent;

form("choice").addEventListener("submit", doing(isLast => report(isLast)));

const report = async isLast => {
  const { partner, from, to } = form("choice").elements;
  const usage = await ask(
    `api/partners/${encodeURIComponent(partner.value)}/usage?from=${encodeURIComponent(from.value)}&to=${encodeURIComponent(to.value)}`);
  if (!isLast()) return;
  part("title").textContent = fill(words.title, { partner: partner.selectedOptions[0].text, from: usage.from, to: usage.to });
  for (const sum of page.querySelectorAll("[data-sum]")) {
    const number = usage.total[sum.dataset.sum];
    sum.textContent = sum.dataset.sum === "bytes" ? size(number) : count(number);
  }
  table("days", usage.days.toReversed(), day => [day.day, ...kinds.map(kind => count(day[kind])), size(day.bytes)]);
  table("feeds", usage.feeds, feed => [
    { "/changes": words.changes, "/webhook": words.webhook }[feed.feed] ?? feed.feed,
    count(feed.taken), count(feed.notModified), count(feed.failed), size(feed.bytes),
  ]);
  table("articles", usage.articles, article => [article.id, count(article.taken)]);
  part("others").textContent = usage.otherArticles ? fill(words.others, { count: count(usage.otherArticles) }) : "";
  part("report").hidden = false;
  shown = usage;
  draw();
  part("title").focus();
};

const svg = (tag, attributes, ...children) => {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
};

// A number that people like to read, not below the highest.
const ceiling = highest => {
  const power = 10 ** Math.floor(Math.log10(Math.max(highest, 4)));
  return [1, 2, 4, 5, 10].map(step => step * power).find(limit => limit >= highest);
};

// Bars that are too thin to be seen are put together.
const bars = (days, room) => {
  const together = [1, 7, 28].find(span => days.length / span <= room / 5) ?? 28;
  const grouped = [];
  for (let i = 0; i < days.length; i += together) {
    const group = days.slice(i, i + together);
    grouped.push({
      day: group[0].day,
      ...Object.fromEntries(kinds.map(kind => [kind, group.reduce((sum, day) => sum + day[kind], 0)])),
    });
  }
  return [grouped, together];
};

// Drawn for the width there is, so that words keep their size.
let shown = null;
const draw = () => {
  if (!shown) return;
  const width = Math.max(part("chart").clientWidth, 200);
  const [height, left, bottom] = [240, 56, 24];
  const [grouped, together] = bars(shown.days, width - left);
  const highest = Math.max(...grouped.map(bar => kinds.reduce((sum, kind) => sum + bar[kind], 0)));
  const most = ceiling(highest);
  const at = value => height - bottom - (value / most) * (height - bottom - 12);
  const pitch = (width - left) / grouped.length;
  const summary = fill(words.summary, {
    ...Object.fromEntries(kinds.map(kind => [kind, count(shown.total[kind])])), highest: count(highest),
  });
  const chart = svg("svg", { viewBox: `0 0 ${width} ${height}`, height, role: "img", "aria-label": summary },
    svg("defs", {}, svg("pattern", { id: "stripes", width: 4, height: 4, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)" },
      svg("path", { d: "M0 0V4" }))));
  for (const value of [0, most / 4, most / 2, most * 3 / 4, most]) {
    chart.append(
      svg("line", { x1: left, x2: width, y1: at(value), y2: at(value), ...(value ? {} : { class: "base" }) }),
      svg("text", { x: left - 8, y: at(value) + 4, "text-anchor": "end" }, value.toLocaleString("en", { notation: "compact" })));
  }
  const gap = pitch > 8 ? 2 : 1;
  const every = Math.ceil(84 / pitch);
  grouped.forEach((bar, i) => {
    let from = 0;
    for (const kind of kinds.filter(kind => bar[kind])) {
      const [top, foot] = [at(from + bar[kind]), at(from)];
      chart.append(svg("rect", { class: kind, x: left + i * pitch, width: Math.max(pitch - gap, 1), y: top, height: Math.max(foot - top - (from ? 1 : 0), .5) },
        svg("title", {}, [bar.day, ...kinds.map(kind => `${label(kind)}: ${count(bar[kind])}`)].join("\n"))));
      from += bar[kind];
    }
    if (i % every === 0 && left + i * pitch + 72 <= width) {
      chart.append(svg("text", { x: left + i * pitch, y: height - 6 }, bar.day));
    }
  });
  part("bar").textContent = together > 1 ? fill(words.bar, { days: together }) : "";
  part("chart").replaceChildren(chart);
};
new ResizeObserver(draw).observe(part("chart"));

begin(async isLast => {
  const { partner, from, to } = form("choice").elements;
  const today = Date.now();
  to.value = new Date(today).toISOString().slice(0, 10);
  from.value = new Date(today - 29 * 864e5).toISOString().slice(0, 10);
  show("choice");
  partner.focus();
  await report(isLast);
}, () => {
  shown = null;
  part("chart").replaceChildren();
});


const at = (partner, kind, name) => `api/partners/${encodeURIComponent(partner)}/${kind}/${name.split("/").map(encodeURIComponent).join("/")}`;
let feeds = new Map();

const offer = () => {
  const { partner, feed } = form("choice").elements;
  feed.replaceChildren(...feeds.get(partner.value).map(name => new Option(name)));
};
form("choice").elements.partner.addEventListener("change", offer);

const outcome = article => [
  article.given ? words.yes : fill(words.no, { reasons: article.reasons.join(" ") }),
  article.picturesLeftOut && fill(words.leftOut, { count: article.picturesLeftOut.length }),
  article.picturesInstead && fill(words.instead, { count: article.picturesInstead.length }),
].filter(Boolean).join(" ");

const showing = article => {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = words.show;
  button.setAttribute("aria-label", fill(words.showHeadline, article));
  button.addEventListener("click", () => {
    form("article").elements.id.value = article.id;
    form("article").requestSubmit();
  });
  return button;
};

const report = async isLast => {
  const { partner, feed } = form("choice").elements;
  part("article").hidden = part("report").hidden = true;
  if (!feed.value) throw new Error(words.noFeeds);
  const output = await ask(at(partner.value, "feeds", feed.value));
  if (!isLast()) return;
  part("title").textContent = fill(words.title, { partner: partner.selectedOptions[0].text, feed: output.feed });
  table("articles", output.articles, article => [article.headline, outcome(article), showing(article)]);
  part("gone").textContent = fill(words.gone, { count: output.gone.length });
  part("report").hidden = false;
  part("title").focus();
};
form("choice").addEventListener("submit", doing(isLast => report(isLast)));

form("article").addEventListener("submit", doing(async isLast => {
  const { id, format } = form("article").elements;
  part("article").hidden = true;
  const answer = await get(`${at(form("choice").elements.partner.value, "articles", id.value.trim())}?format=${format.value}`);
  const text = await answer.text();
  if (!isLast()) return;
  const from = answer.headers.get("Newswire-Shown-From");
  part("shown").textContent = fill(words.shown, { id: id.value.trim(), format: format.value });
  part("from").textContent = from ? fill(words.from, { moment: from }) : "";
  part("document").textContent = text;
  part("article").hidden = false;
  part("shown").focus();
}));

begin(async (isLast, partners) => {
  feeds = new Map(partners.map(({ name, feeds }) => [name, feeds]));
  offer();
  show("choice", "article");
  form("choice").elements.partner.focus();
  await report(isLast);
}, () => {
  feeds = new Map();
  part("article").hidden = true;
  part("document").textContent = part("shown").textContent = part("title").textContent = "";
  form("choice").elements.feed.replaceChildren();
  form("article").reset();
});

self.addEventListener("install", () => self.skipWaiting());

self.addEventListener("push", event => event.waitUntil(show(told(event.data))));

self.addEventListener("notificationclick", event => {
  event.notification.close();
  event.waitUntil(open(event.notification.data));
});

self.addEventListener("pushsubscriptionchange", event => event.waitUntil(move(event)));

// Every message has to be shown as something (userVisibleOnly), what nobody can read as well.
const home = new URL("../", self.location).href;
const nothing = { title: words.title, data: home };

// A Declarative Web Push message (W3C Push API, "web_push": 8030), by the members that are what they should be.
function told(data) {
  try {
    const { web_push, notification: sent } = data.json();
    if (web_push !== 8030 || typeof sent.title !== "string" || !sent.title) return nothing;
    const options = { title: sent.title, data: address(sent.navigate) };
    for (const name of ["body", "lang", "tag", "icon", "image"]) {
      if (typeof sent[name] === "string") options[name] = sent[name];
    }
    if (["auto", "ltr", "rtl"].includes(sent.dir)) options.dir = sent.dir;
    options.silent = sent.silent === true;
    options.renotify = sent.renotify === true && Boolean(options.tag) && !options.silent;
    return options;
  } catch {
    return nothing;
  }
}

function address(sent) {
  try {
    const url = new URL(sent);
    return /^https?:$/.test(url.protocol) ? url.href : home;
  } catch {
    return home;
  }
}

// One with the same tag takes the place of the other, without another sound unless the message asks for it.
async function show({ title, ...options }) {
  try {
    await self.registration.showNotification(title, options);
  } catch {
    await self.registration.showNotification(title, { data: options.data });
  }
}

async function open(url) {
  const windows = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  const showing = windows.find(window => window.url === url);
  await (showing ? showing.focus() : self.clients.openWindow(url));
}

// The browser has put another subscription in the place of the old one, or none; the choice moves to the new one.
// Whoever hears neither which was the old one leaves it to the page, which remembers.
async function move({ oldSubscription, newSubscription }) {
  const { publicKey } = await (await fetch("key")).json();
  const subscription = newSubscription ?? await self.registration.pushManager.subscribe({
    userVisibleOnly: true, applicationServerKey: publicKey,
  });
  if (oldSubscription) {
    await fetch("subscriptions", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ subscription, replaces: oldSubscription.endpoint }),
    });
  }
}

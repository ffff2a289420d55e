
// Why something was not done: a word of the page for it, and what the server had to say.
class Refusal extends Error {
  constructor(why, detail = "") {
    super(why);
    this.why = why;
    this.detail = detail;
  }
}

// What this browser and the server have agreed on. The root leads from the page to the publication's base address.
const pushOf = root => {
  const address = path => new URL(root + path, location).href;

  // Several publications may share a host.
  const scope = address("push/");
  const slot = "newswire " + scope;

  const ask = async (method, path, body) => {
    const answer = await fetch(address(path), {
      method,
      credentials: "omit",
      headers: body ? { "Content-Type": "application/json" } : {},
      body: JSON.stringify(body),
      signal: AbortSignal.timeout?.(20000),
    }).catch(() => { throw new Refusal("away"); });
    const said = answer.status === 204 ? null : await answer.json().catch(() => ({}));
    if (answer.ok) return said;
    if (answer.status === 404) throw new Refusal("missing");
    throw answer.status < 500 ? new Refusal("refused", said.detail) : new Refusal("away");
  };

  // A browser that keeps nothing at all is as one that has kept nothing yet.
  const recall = () => {
    try {
      return JSON.parse(localStorage.getItem(slot));
    } catch {
      return null;
    }
  };
  const remember = known => {
    try {
      if (known) localStorage.setItem(slot, JSON.stringify(known));
      else localStorage.removeItem(slot);
    } catch {
      // Then the page asks again next time.
    }
  };

  let key;
  const publicKey = async () => key ??= (await ask("GET", "push/key")).publicKey;
  const keyOf = subscription => btoa(String.fromCharCode(...new Uint8Array(subscription.options.applicationServerKey)))
    .replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");

  const subscription = async () => {
    const registration = await navigator.serviceWorker.getRegistration(scope);

    // Without one of ours it may be that of the site around us.
    return registration?.scope === scope ? await registration.pushManager.getSubscription() : null;
  };

  // Only an active worker can be subscribed for.
  const worker = async () => {
    const registration = await navigator.serviceWorker.register(address("push/worker.js"));
    const coming = registration.installing ?? registration.waiting;
    if (!registration.active) {
      await new Promise((done, failed) => coming.addEventListener("statechange", () => {
        if (coming.state === "activated") done();
        if (coming.state === "redundant") failed(new Refusal("failed"));
      }));
    }
    return registration;
  };

  // The subscription of this browser that belongs to the server's key; one made for a former key is worth nothing.
  const subscribe = async () => {
    const applicationServerKey = await publicKey();
    try {
      const { pushManager } = await worker();
      const before = await pushManager.getSubscription();
      if (before && keyOf(before) === applicationServerKey) return { current: before };
      await before?.unsubscribe();
      return { current: await pushManager.subscribe({ userVisibleOnly: true, applicationServerKey }), isNew: true };
    } catch {
      throw new Refusal(Notification.permission === "denied" ? "blocked" : "failed");
    }
  };

  // Nothing is left half-done: a subscription that the server did not take is given up again.
  const save = async choice => {
    const replaces = recall()?.endpoint;
    const { current, isNew } = await subscribe();
    try {
      const stored = await ask("POST", "push/subscriptions", {
        favourites: choice.favourites,
        quietHours: choice.quietHours,
        maxPerDay: choice.maxPerDay,
        subscription: current,
        ...(replaces && replaces !== current.endpoint && { replaces }),
      });
      remember({ ...stored, titles: choice.titles, endpoint: current.endpoint, at: Date.now() });
    } catch (refusal) {
      if (isNew) await current.unsubscribe().catch(() => {});
      throw refusal;
    }
  };

  // Once a day, and whenever browser or server have changed what they were subscribed by.
  const confirm = async () => {
    const known = recall();
    const current = await subscription();
    const isDue = known && current
      && (known.endpoint !== current.endpoint || keyOf(current) !== await publicKey() || Date.now() - known.at > 864e5);
    if (isDue) await save(known);
    return isDue;
  };

  const stop = async () => {
    const current = await subscription();
    const endpoint = current?.endpoint ?? recall()?.endpoint;
    await current?.unsubscribe();
    remember(null);

    // Should the server not hear it here, it will from the push service.
    if (endpoint) await ask("DELETE", "push/subscriptions", { endpoint }).catch(() => {});
  };

  const isOffered = () => publicKey().then(() => true, refusal => {
    if (refusal.why === "missing") return false;
    throw refusal;
  });

  // Safari on a phone knows push only in a page that was opened from the home screen.
  const hindrance = () => {
    if (!isSecureContext) return "insecure";
    if (!("serviceWorker" in navigator && "PushManager" in window && "Notification" in window)) {
      return navigator.standalone === false ? "homescreen" : "unsupported";
    }
    return Notification.permission === "denied" ? "blocked" : null;
  };

  return { slot, recall, subscription, save, confirm, stop, isOffered, hindrance };
};

// Runs Azurite for as long as standard input stays open. The parent holds the other end, so that the emulator ends with
// its parent, however that ends: by itself, by a signal, or killed.
'use strict';

const crypto = require('node:crypto');
const net = require('node:net');
const os = require('node:os');
const path = require('node:path');

const LONGEST_SHUTDOWN_MS = 15_000;
const SHORTEST_SAVE_PAUSE_MS = 100;
const LONGEST_SAVE_PAUSE_MS = 5_000;

// Ctrl+C reaches the whole process group, and the parent still has writes to finish. So do a closed terminal and a
// service manager that stops both.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {});
}

// When the parent is gone nobody reads the output either.
process.stdout.on('error', () => {});
process.stderr.on('error', () => {});

let shutDown = () => process.exit(0);
let inputEnded = false;
process.stdin.on('error', () => {});
process.stdin.once('close', () => {
  inputEnded = true;
  shutDown();
  setTimeout(() => process.exit(0), LONGEST_SHUTDOWN_MS).unref();
});
process.stdin.resume();

function locationOf(args) {
  const at = args.indexOf('--location');
  return at < 0 ? undefined : path.resolve(args[at + 1]);
}

// One emulator for one data folder: a second would load what the first has not yet saved. The lock is a socket, because
// the system closes it whatever happens. A predecessor whose parent has just died is waited for.
function lock(location) {
  const name = `newswire-${crypto.createHash('sha256').update(location).digest('hex').slice(0, 32)}`;
  const address = process.platform === 'win32' ? `\\\\.\\pipe\\${name}` : path.join(os.tmpdir(), `${name}.sock`);
  const deadline = Date.now() + LONGEST_SHUTDOWN_MS;
  return new Promise((resolve, reject) => {
    const listen = () => {
      const server = net.createServer(() => {});
      server.once('error', waitForOther);
      server.listen(address, () => {
        server.unref();
        resolve();
      });
    };
    const again = () => (Date.now() < deadline ? setTimeout(listen, 50) : reject(new Error('EFOLDERINUSE')));
    const waitForOther = () => {
      const other = net.connect(address);
      const giveUp = setTimeout(() => other.destroy(), Math.max(0, deadline - Date.now()));
      other.on('error', (fault) => {
        if (fault.code === 'ECONNREFUSED') {
          // Left behind by a process that was killed.
          require('node:fs').rmSync(address, { force: true });
        }
      });
      other.once('close', () => {
        clearTimeout(giveUp);
        again();
      });
    };
    listen();
  });
}

// Azurite saves what it knows of blobs and messages every five seconds; whatever it acknowledged since then is lost when
// it is killed. Saving at once when something has changed makes that a tenth of a second, and a pause nine times as
// long as the save keeps a large database from taking all of the time.
function saveSoon(Loki) {
  Loki.prototype.autosaveEnable = function autosaveEnable() {
    this.autosave = true;
    const next = (pauseMs) => {
      this.autosaveHandle = setTimeout(() => {
        if (!this.autosaveDirty() || this.ignoreAutosave) {
          next(SHORTEST_SAVE_PAUSE_MS);
          return;
        }
        const started = Date.now();
        this.saveDatabase((fault) => {
          if (fault) {
            console.error(`The emulator could not save its data: ${fault.message}`);
          }
          if (this.autosaveHandle !== null) {
            const tookMs = Date.now() - started;
            next(Math.min(LONGEST_SAVE_PAUSE_MS, Math.max(SHORTEST_SAVE_PAUSE_MS, 9 * tookMs)));
          }
        });
      }, pauseMs);
    };
    next(SHORTEST_SAVE_PAUSE_MS);
  };
}

// Azurite looks a blob up by account, container and name, and its database uses the index of the first of them only, which
// here matches everything: each request would read through all blobs there are. The name first, it finds the blob at once.
function findByName(Loki) {
  const results = new Loki('', { persistenceMethod: 'memory' }).addCollection('any').chain();
  const prototype = Object.getPrototypeOf(results);
  const find = prototype.find;
  prototype.find = function findNameFirst(query, firstOnly) {
    const first = ['messageId', 'name', 'blobName', 'queueName'].find((key) => typeof query?.[key] === 'string');
    return find.call(this, first === undefined ? query : { [first]: query[first], ...query }, firstOnly);
  };
}

async function main() {
  const location = locationOf(process.argv);
  if (location !== undefined) {
    await lock(location);
  }
  const Loki = require(require.resolve('lokijs', { paths: [require.resolve('azurite/package.json')] }));
  saveSoon(Loki);
  findByName(Loki);

  // Azurite hands its way to end in order to these signals only; it saves everything and then runs out of work.
  const once = process.once;
  process.once = function catchShutdown(event, listener) {
    if (event === 'SIGINT') {
      shutDown = listener;
      if (inputEnded) {
        listener();
      }
      return this;
    }
    return event === 'SIGTERM' ? this : once.call(this, event, listener);
  };
  require('azurite/dist/src/azurite.js');
}

main().catch((fault) => {
  console.error(`Exit due to unhandled error: ${fault.message}`);
  process.exit(1);
});

// @ts-check
// Preloaded (NODE_OPTIONS) into the portal's server and the processes it starts: ends the process when its parent
// was killed, since it would keep the port. Plain JavaScript: that server runs without a TypeScript loader.
import { isMainThread } from "node:worker_threads";

const POLL_MS = 200;

if (isMainThread) {
  const parent = process.ppid;
  const expected = process.env.EFACTURE_PARENT;
  // Not for the processes that this one starts: their parent is this one.
  delete process.env.EFACTURE_PARENT;
  if (expected && Number(expected) !== parent) process.exit(1);
  setInterval(() => {
    if (process.ppid !== parent) process.exit(1);
  }, POLL_MS).unref();
}

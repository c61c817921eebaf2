// @ts-check Preloaded (NODE_OPTIONS) into the portal's server and the processes it starts. Ends the process when its
// parent was killed, because otherwise it would keep the port. Plain JavaScript, because that server has no TypeScript
// loader.
import { isMainThread } from "node:worker_threads";

const POLL_MS = 200;

if (isMainThread) {
  const parent = process.ppid;
  const expected = process.env.EFACTURE_PARENT;
  // Removed so that child processes do not inherit it: their parent is this process.
  delete process.env.EFACTURE_PARENT;
  if (expected && Number(expected) !== parent) process.exit(1);
  setInterval(() => {
    if (process.ppid !== parent) process.exit(1);
  }, POLL_MS).unref();
}

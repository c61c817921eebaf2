// Preloaded (NODE_OPTIONS) into the portal's server and whatever it starts: a process whose parent was killed
// would go on holding the port.
import { isMainThread } from "node:worker_threads";

const LOOK_MS = 200;

if (isMainThread) {
  const parent = process.ppid;
  const expected = process.env.EFACTURE_PARENT;
  // Ours alone: what this process starts has another parent.
  delete process.env.EFACTURE_PARENT;
  if (expected && Number(expected) !== parent) process.exit(1);
  setInterval(() => {
    if (process.ppid !== parent) process.exit(1);
  }, LOOK_MS).unref();
}

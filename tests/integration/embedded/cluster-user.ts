import { spawn } from "node:child_process";
import { once } from "node:events";
import { chownSync } from "node:fs";
import { createInterface } from "node:readline";
import { z } from "zod";
import { createTemporaryFolder, removeTemporaryFolder } from "@/tests/support/temporary-folder";
import type { OtherUser } from "./other-user";

const HOLDER = "tests/integration/embedded/hold-cluster.ts";
const answer = z.object({
  ownerUrl: z.string(),
  appUrl: z.string(),
  port: z.number(),
  attached: z.boolean(),
  dataFolder: z.string(),
});

export interface ClusterUser extends z.infer<typeof answer> {
  kill(): Promise<void>;
  leave(): Promise<void>;
}

/** Starts another Node process that uses the cluster of `dataDir`, as another user of the machine when given. */
export async function startClusterUser(dataDir: string, user?: OtherUser): Promise<ClusterUser> {
  const folder = createTemporaryFolder("user");
  if (user) chownSync(folder, user.uid, user.uid);
  const node = spawn(user?.node ?? process.execPath, ["--import", "tsx", HOLDER, dataDir], {
    stdio: ["pipe", "pipe", "pipe"],
    env: { ...process.env, TMPDIR: folder },
    ...(user ? { uid: user.uid, gid: user.uid, cwd: user.folder } : {}),
  });
  const exited = once(node, "exit");
  let errorOutput = "";
  node.stderr.on("data", (text) => (errorOutput += String(text)));
  const [line] = await Promise.race([once(createInterface(node.stdout), "line"), exited]);
  void exited.then(() => removeTemporaryFolder(folder));
  if (typeof line !== "string") throw new Error(errorOutput);
  const end = async (act: () => void) => {
    act();
    await exited;
  };
  return {
    ...answer.parse(JSON.parse(line)),
    kill: () => end(() => node.kill("SIGKILL")),
    leave: () => end(() => node.stdin.end()),
  };
}

import { spawn } from "node:child_process";
import { once } from "node:events";
import { chownSync } from "node:fs";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { createTemporaryFolder, removeTemporaryFolder } from "@/tests/support/temporary-folder";

const holder = fileURLToPath(new URL("./hold-cluster.ts", import.meta.url));
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

/** Starts another Node process that uses the cluster of `dataDir`, as `uid` when given. */
export async function startClusterUser(dataDir: string, uid?: number): Promise<ClusterUser> {
  const folder = createTemporaryFolder("user");
  if (uid !== undefined) chownSync(folder, uid, uid);
  const node = spawn(process.execPath, ["--import", "tsx", holder, dataDir], {
    stdio: ["pipe", "pipe", "pipe"],
    env: { ...process.env, TMPDIR: folder },
    ...(uid === undefined ? {} : { uid, gid: uid }),
  });
  const exited = once(node, "exit");
  let complaint = "";
  node.stderr.on("data", (text) => (complaint += String(text)));
  const [line] = await Promise.race([once(createInterface(node.stdout), "line"), exited]);
  void exited.then(() => removeTemporaryFolder(folder));
  if (typeof line !== "string") throw new Error(complaint);
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

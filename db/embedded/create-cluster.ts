import { spawnSync } from "node:child_process";
import { createHmac, randomBytes } from "node:crypto";
import { chownSync, existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { ClusterPlace } from "./cluster-place";
import { copyPatchedBinaries } from "./copy-patched-binaries";
import { isLive, processIdentity } from "./live-process";
import { makeFolder, writePrivateFile } from "./private-file";
import type { ServerBinaries } from "./server-binaries";

export const OWNER_ROLE = "efacture_owner";
export const DATABASE = "efacture";

const credentials = z.object({ ownerPassword: z.string(), webPassword: z.string() });
/**
 * The jobs' password is derived, because the credentials file of an earlier version contains only the two other
 * passwords.
 */
export type Credentials = z.infer<typeof credentials> & { jobsPassword: string };

/**
 * Creates the cluster's data folder and passwords at the first call; returns the passwords. The folder is made under
 * another name and then renamed, so that a killed initdb leaves nothing that looks like a cluster, and only one of two
 * simultaneous processes creates it.
 */
export function createCluster(place: ClusterPlace, binaries: ServerBinaries, isFast: boolean): Credentials {
  const final = join(place.home, "cluster");
  if (!existsSync(final)) {
    removeDrafts(place.home);
    const draft = join(place.home, `draft_${processIdentity(process.pid)}`);
    fillCluster(draft, place, binaries, isFast);
    try {
      renameSync(draft, final);
    } catch (error) {
      rmSync(draft, { recursive: true, force: true });
      if (!existsSync(final)) throw error;
    }
  }
  const kept = credentials.parse(JSON.parse(readFileSync(join(final, "credentials.json"), "utf8")));
  const jobsPassword = createHmac("sha256", kept.ownerPassword)
    .update("login of the jobs")
    .digest("base64url");
  return { ...kept, jobsPassword };
}

function fillCluster(draft: string, place: ClusterPlace, binaries: ServerBinaries, isFast: boolean): void {
  makeFolder(draft, 0o711);
  const data = join(draft, "data");
  makeFolder(data, 0o700);
  const passwordFile = join(draft, "password");
  const made: z.infer<typeof credentials> = { ownerPassword: newPassword(), webPassword: newPassword() };
  writeFileSync(passwordFile, made.ownerPassword, { mode: 0o600 });
  if (place.serverUser) {
    for (const path of [data, passwordFile]) chownSync(path, place.serverUser.uid, place.serverUser.gid);
  }
  const options = [
    `--pgdata=${data}`,
    `--username=${OWNER_ROLE}`,
    `--pwfile=${passwordFile}`,
    "--auth=scram-sha-256",
    "--encoding=UTF8",
    // PostgreSQL's own collation: the same order and upper case on all machines, with any libc.
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
    "--locale=C",
    "--data-checksums",
    ...(isFast ? ["--no-sync"] : []),
  ];
  let failure = runInitdb(binaries.initdb, options, draft, place);
  if (failure?.includes("could not look up effective user ID")) {
    const folder = join(draft, "programs");
    const patched = copyPatchedBinaries(place, folder);
    if (patched) failure = runInitdb(patched.initdb, options, draft, place);
    rmSync(folder, { recursive: true });
  }
  if (failure !== null) {
    rmSync(draft, { recursive: true, force: true });
    throw new Error(`PostgreSQL could not create its data folder:\n${failure}`);
  }
  rmSync(passwordFile);
  writePrivateFile(join(draft, "credentials.json"), JSON.stringify(made));
}

/** Runs initdb; returns null when it made the folder, else its error output. */
function runInitdb(initdb: string, options: string[], cwd: string, place: ClusterPlace): string | null {
  const env = { NODE_ENV: process.env.NODE_ENV, PATH: process.env.PATH, LC_ALL: "C", TZ: "UTC" };
  const run = spawnSync(initdb, options, { ...place.serverUser, cwd, encoding: "utf8", env });
  return run.status === 0 ? null : run.stderr || String(run.error?.message);
}

function newPassword(): string {
  return randomBytes(24).toString("base64url");
}

function removeDrafts(home: string): void {
  for (const name of readdirSync(home)) {
    const [kind, identity] = name.split("_");
    if (kind === "draft" && identity && !isLive(identity)) rmSync(join(home, name), { recursive: true });
  }
}

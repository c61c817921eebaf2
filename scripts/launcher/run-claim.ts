import { linkSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { isLive, processIdentity } from "@/db/embedded/live-process";
import { readIfPresent } from "@/db/embedded/private-file";

const claim = z.object({ identity: z.string(), url: z.string() });

export interface RunClaim {
  /** Whether the previous run was killed, so that its server may need a moment to release the port. */
  isTakenOver: boolean;
  release(): void;
}

/** Returns the address of the portal that runs on this data folder, or null. */
export function runningPortal(dataDir: string): string | null {
  const found = readClaim(dataDir);
  return found && isLive(found.identity) ? found.url : null;
}

/** Records that this process runs the portal of `dataDir` at `url`; returns null if another process already runs it. */
export function claimRun(dataDir: string, url: string): RunClaim | null {
  const path = claimPath(dataDir);
  const draft = `${path}.${process.pid}`;
  const identity = processIdentity(process.pid) ?? "";
  writeFileSync(draft, JSON.stringify({ identity, url }), { mode: 0o600 });
  const old = readClaim(dataDir);
  if (old && isLive(old.identity)) return (rmSync(draft), null);
  try {
    rmSync(path, { force: true });
    linkSync(draft, path);
  } catch {
    return null;
  } finally {
    rmSync(draft, { force: true });
  }
  return {
    isTakenOver: old !== null,
    release: () => {
      if (readClaim(dataDir)?.identity === identity) rmSync(path, { force: true });
    },
  };
}

function readClaim(dataDir: string): z.infer<typeof claim> | null {
  try {
    return claim.parse(JSON.parse(readIfPresent(claimPath(dataDir)) ?? ""));
  } catch {
    return null;
  }
}

function claimPath(dataDir: string): string {
  return join(dataDir, "running.json");
}

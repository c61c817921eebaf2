import { spawnSync } from "node:child_process";
import { findChromium } from "@/tests/support/chromium";
import { runCommand } from "./command";

/** Returns the path of a Chromium that runs; installs one if there is none. Null, with the reason, if that fails. */
export async function installChromium(
  onText: (text: string) => void,
): Promise<{ path: string } | { path: null; reason: string }> {
  const found = findChromium();
  if (found && canRun(found)) return { path: found };
  if (process.env.PLAYWRIGHT_CHROMIUM) {
    return {
      path: null,
      reason: `PLAYWRIGHT_CHROMIUM names ${process.env.PLAYWRIGHT_CHROMIUM}, which does not run.`,
    };
  }
  const download = ["install", "--with-deps", "chromium"];
  const run = await runCommand("node_modules/@playwright/test/cli.js", download, {}, onText);
  let reason = run.output;
  const downloaded = findChromium();
  if (downloaded && canRun(downloaded)) return { path: downloaded };
  if (process.getuid?.() === 0) {
    aptGet("update");
    for (const name of ["chromium-headless-shell", "chromium"]) {
      reason = aptGet("install", "-y", "--no-install-recommends", name) || reason;
      const installed = findChromium();
      if (installed && canRun(installed)) return { path: installed };
    }
  }
  return {
    path: null,
    reason: `No Chromium could be installed. Install one and set PLAYWRIGHT_CHROMIUM.\n${reason.slice(-800)}`,
  };
}

/** Runs apt-get and returns what it wrote about errors. */
function aptGet(...args: string[]): string {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  return spawnSync("apt-get", args, { encoding: "utf8", env }).stderr;
}

function canRun(path: string): boolean {
  return spawnSync(path, ["--version"], { stdio: "ignore" }).status === 0;
}

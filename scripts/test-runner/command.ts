import { spawn } from "node:child_process";
import { setTimeout as pause } from "node:timers/promises";

const WATCH = new URL("../launcher/exit-with-parent.mjs", import.meta.url).href;
const STOP_TIMEOUT_MS = 3_000;

export interface CommandResult {
  ok: boolean;
  output: string;
}

const running = new Set<number>();

/**
 * Runs a program of node_modules with this Node, in a separate process group, so that the processes it starts end with
 * it. The program ends when this process ends. `onText` receives its output immediately.
 */
export async function runCommand(
  script: string,
  args: string[],
  env: Record<string, string> = {},
  onText: (text: string) => void = () => {},
): Promise<CommandResult> {
  const child = spawn(process.execPath, [script, ...args], {
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
    env: {
      ...process.env,
      NODE_OPTIONS: [process.env.NODE_OPTIONS, `--import=${WATCH}`].filter(Boolean).join(" "),
      EFACTURE_PARENT: String(process.pid),
      ...env,
    },
  });
  if (child.pid) running.add(child.pid);
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (bytes) => {
      output += String(bytes);
      onText(String(bytes));
    });
  }
  const code = await new Promise<number | null>((resolve) => {
    child.on("error", (error) => {
      output += error.message;
      resolve(null);
    });
    child.on("close", (exit) => resolve(exit));
  });
  if (child.pid) {
    signalGroup(child.pid, "SIGKILL");
    running.delete(child.pid);
  }
  return { ok: code === 0, output };
}

/** Ends all running programs, after some time to clean up. */
export async function stopCommands(): Promise<void> {
  for (const group of running) signalGroup(group, "SIGTERM");
  const deadline = Date.now() + STOP_TIMEOUT_MS;
  while ([...running].some((group) => signalGroup(group, 0)) && Date.now() < deadline) await pause(50);
  for (const group of running) signalGroup(group, "SIGKILL");
}

/** Sends a signal to a process group; returns whether it still had a process. */
function signalGroup(group: number, signal: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(process.platform === "win32" ? group : -group, signal);
  } catch {
    return false;
  }
}

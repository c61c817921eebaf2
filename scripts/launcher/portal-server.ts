import { type ChildProcess, spawn } from "node:child_process";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";

const WATCH = new URL("./exit-with-parent.mjs", import.meta.url).href;
const NEXT = fileURLToPath(new URL("../../node_modules/next/dist/bin/next", import.meta.url));
const START_TIMEOUT_MS = 120_000;
const SHUTDOWN_MS = 5_000;

export interface PortalOptions {
  port: number;
  isDev?: boolean;
  /** The folder of the build; by default the current folder. */
  folder?: string;
  /** By default all addresses of the machine. */
  host?: string;
  env: Record<string, string | undefined>;
  /** Receives the output of the server once it is ready. */
  onOutput?: (text: string) => void;
}

export interface PortalServer {
  pid: number;
  port: number;
  /** Settles when the server ends, with its exit code or signal. */
  ended: Promise<string>;
  stop(): Promise<void>;
}

/**
 * Runs the built portal (or the development server) and waits until it answers. The server ends when this process ends,
 * even if it is killed. If the server cannot start, throws an error with its output.
 */
export async function startPortal(options: PortalOptions): Promise<PortalServer> {
  const { port, isDev = false, folder, host, env, onOutput } = options;
  const args = [isDev ? "dev" : "start", "--port", String(port), ...(host ? ["--hostname", host] : [])];
  const child = spawn(process.execPath, [NEXT, ...args], {
    cwd: folder,
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...env, ...serverEnvironment(env, isDev) },
  });
  let startOutput = "";
  let isReady = false;
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (bytes) => {
      if (isReady) onOutput?.(String(bytes));
      else startOutput = (startOutput + String(bytes)).slice(-20_000);
    });
  }
  const ended = new Promise<string>((resolve) => {
    child.on("error", (error) => resolve(error.message));
    child.on("exit", (code, signal) => resolve(signal ?? `exit code ${code}`));
  });
  const stop = () => stopChild(child, ended);
  const waiting = new AbortController();
  const outcome = await Promise.race([waitForAnswer(port, waiting.signal), ended]);
  waiting.abort();
  if (outcome !== true) {
    await stop();
    throw new Error(
      `The portal's server did not start (${outcome || "no answer"}).\n\n${startOutput.trim()}`,
    );
  }
  isReady = true;
  return { pid: child.pid ?? 0, port, ended, stop };
}

function serverEnvironment(env: PortalOptions["env"], isDev: boolean): NodeJS.ProcessEnv {
  // ipv4first: `--hostname localhost` means 127.0.0.1 on every machine.
  const nodeOptions = [env.NODE_OPTIONS, `--import=${WATCH}`, "--dns-result-order=ipv4first"];
  return {
    NODE_ENV: isDev ? "development" : "production",
    NODE_OPTIONS: nodeOptions.filter(Boolean).join(" "),
    EFACTURE_PARENT: String(process.pid),
    // Without it a server refuses the embedded mode.
    EFACTURE_LAUNCHED: "true",
    // This process runs the migrations, not the server. The value is empty, because Next would read a missing one from
    // .env.
    DATABASE_OWNER_URL: "",
    NEXT_TELEMETRY_DISABLED: "1",
  };
}

async function waitForAnswer(port: number, signal: AbortSignal): Promise<boolean> {
  const deadline = Date.now() + START_TIMEOUT_MS;
  while (Date.now() < deadline && !signal.aborted) {
    try {
      const response = await fetch(`http://127.0.0.1:${port}/api/health`, { signal });
      // A response that is not read keeps its connection open, and then the server cannot end.
      await response.arrayBuffer();
      if (response.ok) return true;
    } catch {
      // The server does not listen yet.
    }
    await pause(40);
  }
  return false;
}

async function stopChild(child: ChildProcess, ended: Promise<string>): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  child.kill("SIGTERM");
  const timer = setTimeout(() => child.kill("SIGKILL"), SHUTDOWN_MS);
  await ended;
  clearTimeout(timer);
}

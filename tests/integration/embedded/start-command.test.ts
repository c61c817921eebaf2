import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { isPortFree } from "@/db/embedded/free-port";
import { readDemoFile } from "@/scripts/launcher/demo-file";
import { isBuilt } from "@/scripts/launcher/portal-build";
import { eventually } from "@/tests/support/eventually";
import { createTemporaryFolder, removeTemporaryFolder } from "@/tests/support/temporary-folder";
import { testSettings } from "@/tests/support/test-settings";

// `npm start` itself, with its own data folder. Each test continues the one before.
interface Command {
  child: ChildProcess;
  output: () => string;
  ended: Promise<number | null>;
}

let folder: string;
let dataDir: string;
let port: number;
const commands: Command[] = [];

beforeAll(() => {
  if (!isBuilt()) throw new Error("The portal is not built from these sources: run `npm run build` first.");
  folder = createTemporaryFolder("start");
  dataDir = join(folder, "data");
});

afterAll(async () => {
  for (const command of commands) command.child.kill("SIGTERM");
  await Promise.all(commands.map((command) => command.ended));
  removeTemporaryFolder(dataDir);
  removeTemporaryFolder(folder);
});

function start(wantedPort: number, change: Record<string, string> = {}): Command {
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    DATA_DIR: dataDir,
    PORT: String(wantedPort),
    NO_COLOR: "1",
  };
  const worker = testSettings({ ownerUrl: "", appUrl: "", jobsUrl: "" }, "", "");
  for (const name of [...Object.keys(worker), "CLOCK_FILE", "npm_lifecycle_event"]) {
    if (name !== "DATA_DIR") delete env[name];
  }
  Object.assign(env, change);
  const child = spawn(process.execPath, ["scripts/start.mjs"], { env, stdio: ["ignore", "pipe", "pipe"] });
  let text = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (bytes) => (text += String(bytes)));
  const ended = once(child, "exit").then(([code]: unknown[]) => (typeof code === "number" ? code : null));
  const command = { child, output: () => text, ended };
  commands.push(command);
  return command;
}

async function untilUp(command: Command): Promise<void> {
  let isOver = false;
  void command.ended.then(() => (isOver = true));
  await eventually("the portal is up", () => command.output().includes("Ctrl-C stops") || isOver, 120_000);
  if (isOver) throw new Error(command.output());
}

test("npm start starts the portal with demo users, listed on screen and in demo.json", async () => {
  const command = start(0);
  await untilUp(command);
  const demo = readDemoFile(dataDir);
  if (!demo) throw new Error("There is no demo.json.");
  port = Number(new URL(demo.url).port);
  expect((await fetch(`${demo.url}/api/ready`)).status).toBe(200);
  expect(demo.mailboxUrl).toBe(`${demo.url}/dev/mailbox`);
  const first = demo.users[0];
  expect(command.output()).toContain(demo.url);
  expect(command.output()).toContain(`${first?.identifier}`);
  expect(command.output()).toContain(`${first?.password}`);
  for (const key of Object.values(demo.supplierKeys)) expect(command.output()).toContain(key);
  expect(statSync(join(dataDir, "demo.json")).mode & 0o777).toBe(0o600);
  expect(statSync(join(dataDir, "secrets.json")).mode & 0o777).toBe(0o600);
});

test("the web process does not know the owner's address of the database", () => {
  const environments = readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map((pid) => environmentOf(pid))
    .filter((variables) => variables.includes(`EFACTURE_PARENT=${commands[0]?.child.pid}`));
  expect(environments.length).toBeGreaterThan(0);
  for (const variables of environments) {
    expect(variables.filter((line) => line.includes("efacture_owner"))).toEqual([]);
    expect(variables.filter((line) => /^DATABASE_(JOBS_)?URL=.+@127/.test(line))).toHaveLength(2);
  }
});

function environmentOf(pid: string): string[] {
  try {
    return readFileSync(`/proc/${pid}/environ`, "utf8").split("\0");
  } catch {
    return []; // It has just ended, or belongs to another user.
  }
}

test.each([
  [{ NODE_ENV: "production" }, "NODE_ENV is production"],
  [{ HOST: "0.0.0.0" }, "HOST=0.0.0.0 would show"],
  [{ EMBEDDED: "true", DATABASE_URL: "postgres://web@db.example/efacture" }, "EMBEDDED is true"],
])("refuses to show the demo to strangers: %o", async (change, refusal) => {
  const refused = start(0, change as Record<string, string>);
  expect(await refused.ended).toBe(1);
  expect(refused.output()).toContain(refusal);
  expect(refused.output()).not.toMatch(/\n\s+at /);
});

test("a second npm start says where the portal runs, and does not change it", async () => {
  const second = start(0);
  expect(await second.ended).toBe(1);
  expect(second.output()).toContain(`already runs with this data folder, at http://localhost:${port}`);
  expect((await fetch(`http://localhost:${port}/api/health`)).status).toBe(200);
});

test("npm start starts again on the same port after kill -9, with the same users", async () => {
  const before = readDemoFile(dataDir);
  const killed = commands[0];
  killed?.child.kill("SIGKILL");
  await killed?.ended;
  const again = start(port);
  await untilUp(again);
  expect(again.output()).not.toContain("Demo data");
  expect(readDemoFile(dataDir)).toEqual(before);
});

test("npm start stops everything at SIGTERM", async () => {
  const running = commands.at(-1);
  running?.child.kill("SIGTERM");
  expect(await running?.ended).toBe(0);
  expect(await isPortFree(port)).toBe(true);
  expect(existsSync(join(dataDir, "running.json"))).toBe(false);
  expect(existsSync(join(dataDir, "postgres", "cluster", "data", "postmaster.pid"))).toBe(false);
});

test("npm start says that another program uses the port", async () => {
  const stranger = createServer().listen(port, "127.0.0.1");
  await once(stranger, "listening");
  const refused = start(port);
  expect(await refused.ended).toBe(1);
  stranger.close();
  expect(refused.output()).toContain(`Port ${port} is used by another program`);
  expect(refused.output()).not.toMatch(/\n\s+at /);
});

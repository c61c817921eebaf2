import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { readIfPresent } from "@/db/embedded/private-file";
import { removeServerSources } from "./remove-server-sources";

const FOLDERS = ["app", "components", "db", "emails", "lib", "messages", "public"];
const ROOT_FILES = /^(package-lock\.json|tsconfig\.json|.*\.config\.(ts|mjs|js)|[a-z-]+\.tsx?)$/;
/** Files in the root folder that only tools read, so the build does not depend on them. */
const NOT_BUILT = /^(vitest|playwright|eslint|drizzle)\.config\.|^next-env\.d\.ts$/;
const NEXT = fileURLToPath(new URL("../../node_modules/next/dist/bin/next", import.meta.url));
const STAMP = ".next/efacture-build";

/** Tells whether `.next` holds a complete build of exactly these sources. */
export function isBuilt(): boolean {
  return existsSync(".next/BUILD_ID") && readIfPresent(STAMP) === fingerprintSources();
}

export interface BuildResult {
  ok: boolean;
  output: string;
}

/** Runs `next build` in `folder`, by default that of the project; `onLine` receives each line of its output. */
export async function buildPortal(onLine: (line: string) => void, folder = "."): Promise<BuildResult> {
  const fingerprint = fingerprintSources();
  const { NODE_OPTIONS, ...environment } = process.env;
  const build = spawn(process.execPath, [NEXT, "build"], {
    cwd: folder,
    stdio: ["ignore", "pipe", "pipe"],
    env: {
      ...environment,
      ...(NODE_OPTIONS ? { NODE_OPTIONS } : {}),
      NODE_ENV: "production",
      NEXT_TELEMETRY_DISABLED: "1",
    },
  });
  let output = "";
  for (const stream of [build.stdout, build.stderr]) {
    stream.on("data", (bytes) => {
      const text = String(bytes);
      output += text;
      const line = text.trim().split("\n").at(-1)?.trim();
      if (line) onLine(line);
    });
  }
  const stopBuild = () => build.kill("SIGTERM");
  process.once("exit", stopBuild);
  const ok = await new Promise<boolean>((resolve) => {
    build.on("error", () => resolve(false));
    build.on("close", (code) => resolve(code === 0));
  });
  process.off("exit", stopBuild);
  if (ok) {
    removeServerSources(join(folder, ".next/static"));
    writeFileSync(join(folder, STAMP), fingerprint);
  }
  return { ok, output };
}

/** Returns the files and folders in the root folder that the build depends on. */
export function portalSources(): { files: string[]; folders: string[] } {
  return {
    files: readdirSync(".").filter((name) => ROOT_FILES.test(name) && !NOT_BUILT.test(name)),
    folders: FOLDERS.filter((name) => existsSync(name)),
  };
}

function fingerprintSources(): string {
  const hash = createHash("sha256");
  const { files, folders } = portalSources();
  for (const folder of folders) {
    for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" }))
      files.push(join(folder, name));
  }
  for (const file of files.sort()) {
    if (statSync(file).isFile()) hash.update(`${file}\0`).update(readFileSync(file)).update("\0");
  }
  return hash.digest("hex");
}

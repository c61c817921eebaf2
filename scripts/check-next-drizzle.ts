import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

/*
 * `node scripts/run.mjs --without-database scripts/check-next-drizzle.ts [VERSION]`: checks whether db/transaction.ts,
 * which uses internals of Drizzle, still type-checks against another version of it (docs/decisions/0020). The default
 * is the newest release candidate of 1.0. The version is installed in a temporary folder, which is removed again.
 */
const version = process.argv[2] ?? newestCandidate();
const folder = mkdtempSync(join(tmpdir(), "next-drizzle-"));
try {
  writeFileSync(join(folder, "package.json"), JSON.stringify({ private: true, type: "module" }));
  npm([
    "install",
    "--prefix",
    folder,
    "--no-audit",
    "--no-fund",
    "--ignore-scripts",
    "--silent",
    `drizzle-orm@${version}`,
  ]);
  const drizzle = join(folder, "node_modules/drizzle-orm");
  const compilerOptions = {
    noEmit: true,
    incremental: false,
    types: ["node"],
    typeRoots: [resolve("node_modules/@types")],
    paths: {
      "@/*": [resolve("*")],
      "drizzle-orm": [drizzle],
      "drizzle-orm/*": [join(drizzle, "*")],
      postgres: [resolve("node_modules/postgres")],
    },
  };
  const project = join(folder, "tsconfig.json");
  const files = [resolve("db/transaction.ts")];
  writeFileSync(
    project,
    JSON.stringify({ extends: resolve("tsconfig.json"), compilerOptions, files, include: [] }),
  );
  const { status } = spawnSync(
    process.execPath,
    [resolve("node_modules/typescript/bin/tsc"), "-p", project],
    {
      stdio: "inherit",
    },
  );
  console.log(`db/transaction.ts ${status === 0 ? "fits" : "does not fit"} drizzle-orm ${version}.`);
  process.exitCode = status ?? 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function newestCandidate(): string {
  const versions = JSON.parse(npm(["view", "drizzle-orm", "versions", "--json"])) as string[];
  return versions.filter((one) => /^1\.0\.0-(beta|rc)\.\d+$/.test(one)).at(-1) ?? "latest";
}

function npm(options: string[]): string {
  return execFileSync("npm", options, { cwd: tmpdir(), encoding: "utf8" });
}

import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { digestLine, sqlFilesDigest } from "@/db/sql-files";

/*
 * `npm run db:generate`: writes the numbered migration for the changes in db/schema. The last line of the migration
 * says which state of db/functions and db/policies it applies. If only these changed, it has only that line.
 */
const JOURNAL = new URL("../db/migrations/meta/_journal.json", import.meta.url);
const DRIZZLE_KIT = fileURLToPath(new URL("../node_modules/drizzle-kit/bin.cjs", import.meta.url));

const before = newestMigration();
generate(process.argv.slice(2));
const line = digestLine(sqlFilesDigest());
if (!readFileSync(fileOf(newestMigration()), "utf8").trimEnd().endsWith(line)) {
  if (newestMigration() === before) generate(["--custom", "--name", "functions-and-policies"]);
  const file = fileOf(newestMigration());
  writeFileSync(file, `${readFileSync(file, "utf8").trimEnd()}\n${line}\n`);
  console.log(`${newestMigration()} applies db/functions and db/policies as they are now.`);
}

function generate(options: string[]): void {
  const { status } = spawnSync(process.execPath, [DRIZZLE_KIT, "generate", ...options], { stdio: "inherit" });
  if (status !== 0) process.exit(status ?? 1);
}

function newestMigration(): string {
  const { entries } = JSON.parse(readFileSync(JOURNAL, "utf8")) as { entries: { tag: string }[] };
  return entries.at(-1)?.tag ?? "";
}

function fileOf(tag: string): URL {
  return new URL(`../db/migrations/${tag}.sql`, import.meta.url);
}

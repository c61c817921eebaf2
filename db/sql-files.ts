import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** A file of `db/functions` or `db/policies`: a part of the current schema. */
export interface SqlFile {
  /** Relative to `db/`, with forward slashes. */
  path: string;
  text: string;
}

const ROOT = new URL("./", import.meta.url);
/** Applied before the tables, because check constraints call its functions. */
const BEFORE_TABLES = ["functions/constraint-rules.sql"];
/** Applied first, because the other files refer to these. */
const FIRST = ["policies/roles.sql", "functions/viewer.sql"];

/** Returns all functions and policies in the order in which they are applied: before the tables, and after them. */
export function sqlFiles(): { beforeTables: SqlFile[]; afterTables: SqlFile[] } {
  const named = new Set([...BEFORE_TABLES, ...FIRST]);
  const others = ["functions", "policies"].flatMap(listFolder).filter((path) => !named.has(path));
  return { beforeTables: BEFORE_TABLES.map(read), afterTables: [...FIRST, ...others].map(read) };
}

/** Returns the SHA-256 in hexadecimal of the names and contents of all files. */
export function sqlFilesDigest(): string {
  const { beforeTables, afterTables } = sqlFiles();
  const hash = createHash("sha256");
  for (const { path, text } of [...beforeTables, ...afterTables]) hash.update(`${path}\n${text}\n`);
  return hash.digest("hex");
}

/** Returns the line at the end of a numbered migration that identifies the state of the files it applies. */
export const digestLine = (digest: string): string => `-- db/functions and db/policies: sha256 ${digest}`;

function listFolder(folder: string): string[] {
  return readdirSync(new URL(folder, ROOT))
    .filter((name) => name.endsWith(".sql"))
    .sort()
    .map((name) => `${folder}/${name}`);
}

function read(path: string): SqlFile {
  return { path, text: readFileSync(fileURLToPath(new URL(path, ROOT)), "utf8") };
}

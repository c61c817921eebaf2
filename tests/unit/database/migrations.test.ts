import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import journal from "@/db/migrations/meta/_journal.json";
import { digestLine, sqlFilesDigest } from "@/db/sql-files";

describe("the numbered migrations", () => {
  it("end with one that applies db/functions and db/policies as they are now (npm run db:generate writes it)", () => {
    const newest = journal.entries.at(-1)?.tag ?? "";
    const lastLine = readFileSync(`db/migrations/${newest}.sql`, "utf8").trimEnd().split("\n").at(-1);
    expect(lastLine).toBe(digestLine(sqlFilesDigest()));
  });

  it("are those listed in _journal.json, in the same order", () => {
    const files = readdirSync("db/migrations").filter((name) => name.endsWith(".sql"));
    expect(files.sort()).toEqual(journal.entries.map(({ tag }) => `${tag}.sql`));
    const times = journal.entries.map(({ when }) => when);
    expect(times).toEqual([...new Set(times)].sort((a, b) => a - b));
  });
});

import { chmodSync, mkdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { closeDataFolder } from "@/db/embedded/private-file";
import { createTemporaryFolder, removeTemporaryFolder } from "@/tests/support/temporary-folder";

const modeOf = (path: string) => (statSync(path).mode & 0o7777).toString(8);

it("other users lose what an earlier version let them read in the data folder; the cluster keeps its own rights", () => {
  const data = createTemporaryFolder("modes");
  onTestFinished(() => removeTemporaryFolder(data));
  chmodSync(data, 0o755);
  for (const name of ["mailbox", "originals", "postgres"]) mkdirSync(join(data, name), { mode: 0o755 });
  for (const name of ["demo.json", "secrets.json", "running.json"])
    writeFileSync(join(data, name), "{}", { mode: 0o644 });
  closeDataFolder(data);
  const isRoot = process.getuid?.() === 0;
  expect(modeOf(data)).toBe(isRoot ? "711" : "700");
  expect(["mailbox", "originals", "postgres"].map((name) => modeOf(join(data, name)))).toEqual([
    "700",
    "700",
    "755",
  ]);
  expect(["demo.json", "secrets.json", "running.json"].map((name) => modeOf(join(data, name)))).toEqual(
    Array<string>(3).fill("600"),
  );
});

it("a folder that all users of the machine share keeps its rights", () => {
  const data = createTemporaryFolder("shared");
  onTestFinished(() => removeTemporaryFolder(data));
  chmodSync(data, 0o1777);
  closeDataFolder(data);
  expect(modeOf(data)).toBe("1777");
});

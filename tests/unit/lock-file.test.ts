import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { z } from "zod";
import { findMissing, readLockFile } from "@/scripts/lock-file/lock-file";

const lock = readLockFile(readFileSync("package-lock.json", "utf8"));
const names = z.record(z.string(), z.string());
const project = z
  .object({ dependencies: names, devDependencies: names, optionalDependencies: names })
  .parse(JSON.parse(readFileSync("package.json", "utf8")));

// `npm run lock` corrects both.
test("the lock file contains every dependency, also of other platforms, so that npm ci accepts it", () => {
  expect(Object.fromEntries(findMissing(lock))).toEqual({});
  expect(lock.packages[""]).toMatchObject(project);
});

test("the lock file names no registry", () => {
  const resolved = Object.entries(lock.packages).filter(([, entry]) => entry.resolved !== undefined);
  expect(resolved.map(([folder]) => folder)).toEqual([]);
});

test("a dependency counts as locked where Node would find it, and nowhere else", () => {
  const entry = (optionalDependencies: Record<string, string> = {}) => ({ optionalDependencies });
  const packages = {
    "": { dependencies: { a: "1" }, devDependencies: { b: "1" } },
    "node_modules/a": entry({ "@x/linux": "1", "@x/windows": "1", nested: "1", b: "1" }),
    "node_modules/a/node_modules/nested": entry({ "@x/linux": "1" }),
    "node_modules/@x/linux": entry({ nested: "1" }),
    "node_modules/b": entry(),
  };
  expect(Object.fromEntries(findMissing(readLockFile(JSON.stringify({ packages }))))).toEqual({
    "node_modules/a": ["@x/windows"],
    "node_modules/@x/linux": ["nested"],
  });
});

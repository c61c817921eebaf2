import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { diskStorage } from "@/lib/storage/disk-storage";
import { openStorage } from "@/lib/storage/open-storage";
import { originalKey } from "@/lib/storage/storage";
import { createTemporaryFolder, removeTemporaryFolder } from "@/tests/support/temporary-folder";
import { describeStorage } from "./storage-contract";

const folder = createTemporaryFolder("storage");
afterAll(() => removeTemporaryFolder(folder));

describeStorage("the disk", () => diskStorage(join(folder, "store")));

describe("the folder of the disk storage", () => {
  it("contains only complete objects, also after simultaneous writes", async () => {
    const root = join(folder, "clean");
    const store = diskStorage(root);
    await Promise.all(
      Array.from({ length: 10 }, (_, index) => store.put("a/2026/b", Buffer.from(String(index)))),
    );
    expect(readdirSync(join(root, "a/2026"))).toEqual(["b"]);
  });

  it("is the only place of objects, and a failed write leaves no file", async () => {
    const root = join(folder, "full");
    mkdirSync(root);
    writeFileSync(join(root, "a"), "a file where a folder should be");
    await expect(diskStorage(root).put("a/b/c", Buffer.from("x"))).rejects.toThrow();
    expect(readdirSync(root)).toEqual(["a"]);
    expect(existsSync(join(folder, "b"))).toBe(false);
  });
});

describe("the installation's storage", () => {
  it("is the folder in STORAGE_URL; other schemes are refused", () => {
    expect(() => openStorage(`file:${join(folder, "x")}`)).not.toThrow();
    for (const url of ["s3://bucket/prefix", "http://x", "", "/tmp/x"])
      expect(() => openStorage(url)).toThrow(/STORAGE_URL/);
  });

  it("has keys of supplier, year and SHA-256, without names", () => {
    expect(originalKey("s-1", "2026-11-20", "ab12")).toBe("s-1/2026/ab12");
  });
});

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

describe("the disk's folder", () => {
  it("holds finished objects only, also after lost races", async () => {
    const root = join(folder, "clean");
    const store = diskStorage(root);
    await Promise.all(Array.from({ length: 10 }, (_, at) => store.put("a/2026/b", Buffer.from(String(at)))));
    expect(readdirSync(join(root, "a/2026"))).toEqual(["b"]);
  });

  it("is never left, and a failed write leaves nothing behind", async () => {
    const root = join(folder, "full");
    mkdirSync(root);
    writeFileSync(join(root, "a"), "a file where a folder should be");
    await expect(diskStorage(root).put("a/b/c", Buffer.from("x"))).rejects.toThrow();
    expect(readdirSync(root)).toEqual(["a"]);
    expect(existsSync(join(folder, "b"))).toBe(false);
  });
});

describe("the installation's storage", () => {
  it("is the one STORAGE_URL names, and no other scheme", () => {
    expect(() => openStorage(`file:${join(folder, "x")}`)).not.toThrow();
    for (const url of ["s3://bucket/prefix", "http://x", "", "/tmp/x"])
      expect(() => openStorage(url)).toThrow(/STORAGE_URL/);
  });

  it("keys originals by supplier, year and fingerprint, without any name in it", () => {
    expect(originalKey("s-1", "2026-11-20", "ab12")).toBe("s-1/2026/ab12");
  });
});

import { randomUUID } from "node:crypto";
import { link, mkdir, open, rm, stat } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { Readable } from "node:stream";
import type { ByteRange, Storage } from "./storage";

/**
 * Stores objects in a folder on disk. `link()` gives a finished file its final name, so exactly one writer succeeds.
 */
export function diskStorage(folder: string): Storage {
  const root = resolve(folder);
  const pathOf = (key: string) => join(root, checkedKey(key));

  return {
    async put(key, bytes) {
      const path = pathOf(key);
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      const draft = join(dirname(path), `.draft-${randomUUID()}`);
      try {
        await writeDurably(draft, bytes);
        const isFirst = await link(draft, path).then(() => true, falseWhenExisting);
        // A writer that came second also waits until the name is durable, because its caller relies on the object too.
        await syncFolder(dirname(path));
        return isFirst ? "created" : "exists";
      } finally {
        await rm(draft, { force: true });
      }
    },

    async read(key, range?: ByteRange) {
      const file = await open(pathOf(key), "r").catch(nullWhenAbsent);
      if (!file) return null;
      const stream = file.createReadStream(range ? { start: range.first, end: range.last } : {});
      return Readable.toWeb(stream) as ReadableStream<Uint8Array>;
    },

    async size(key) {
      const found = await stat(pathOf(key)).catch(nullWhenAbsent);
      return found?.isFile() ? found.size : null;
    },

    async remove(key) {
      return (await rm(pathOf(key)).then(() => true, nullWhenAbsent)) ?? false;
    },
  };
}

/** Throws for a key that `originalKey` did not make, before it reaches the disk. */
function checkedKey(key: string): string {
  if (!/^[a-z0-9-]+(\/[a-z0-9-]+)*$/.test(key)) throw new Error("The storage key is malformed.");
  return key;
}

async function writeDurably(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, "wx", 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, "r");
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

function nullWhenAbsent(error: unknown): null {
  if (codeOf(error) === "ENOENT") return null;
  throw error;
}

function falseWhenExisting(error: unknown): false {
  if (codeOf(error) === "EEXIST") return false;
  throw error;
}

const codeOf = (error: unknown) => (error instanceof Error && "code" in error ? error.code : undefined);

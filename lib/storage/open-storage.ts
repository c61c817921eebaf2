import { env } from "@/lib/env";
import { diskStorage } from "./disk-storage";
import type { Storage } from "./storage";

let opened: Storage | undefined;

/** The installation's storage, as `STORAGE_URL` says. */
export function storage(): Storage {
  return (opened ??= openStorage(env().STORAGE_URL));
}

/** Forgets the open storage; the next use opens it again with the settings of that moment. */
export function forgetStorage(): void {
  opened = undefined;
}

/** Opens `file:FOLDER`; other schemes are refused by name. */
export function openStorage(url: string): Storage {
  if (url.startsWith("file:")) return diskStorage(url.slice("file:".length));
  throw new Error("STORAGE_URL: only file:FOLDER is available in this version.");
}

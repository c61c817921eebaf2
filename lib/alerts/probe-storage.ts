import { randomUUID } from "node:crypto";
import { describeError, log } from "@/lib/log";
import { storage } from "@/lib/storage/open-storage";

const PROBE = Buffer.from("E-Facture");
const TIMEOUT_MS = 10_000;

/** Stores, reads and removes a small object, and returns whether the storage did all of it. Never throws. */
export async function probeStorage(): Promise<boolean> {
  const timeout = new Promise<never>((_, reject) => {
    setTimeout(() => reject(new Error("The storage did not answer.")), TIMEOUT_MS).unref();
  });
  try {
    return await Promise.race([probe(), timeout]);
  } catch (error) {
    log("warn", "storage_probe_failed", describeError(error));
    return false;
  }
}

async function probe(): Promise<boolean> {
  const key = `readiness/${randomUUID()}`;
  await storage().put(key, PROBE);
  try {
    const stored = await storage().read(key);
    if (!stored) return false;
    return PROBE.equals(Buffer.from(await new Response(stored).arrayBuffer()));
  } finally {
    await storage().remove(key);
  }
}

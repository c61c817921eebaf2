import { asc, desc, eq, not, sql } from "drizzle-orm";
import { supplierKeys } from "@/db/schema/keys";
import type { Manager } from "@/lib/access/viewer";
import { withViewer } from "@/lib/access/with-viewer";
import { now } from "@/lib/clock";
import { isUuid } from "@/lib/uuid";
import { MAX_ENDED_SHOWN } from "./key-limits";
import { isAccepted, type KeyState, selectKeys, stateOf, type SupplierKeyRow } from "./supplier-key";

export type ListedKey = SupplierKeyRow & { state: KeyState };

export interface KeyList {
  /** The keys that are accepted, by name. */
  active: ListedKey[];
  /** The newest keys that are not accepted any more; the last that ended first. */
  ended: ListedKey[];
  hasMoreEnded: boolean;
}

/** Lists the keys of the manager's supplier. */
export async function listKeys(viewer: Manager): Promise<KeyList> {
  const at = now();
  const accepted = sql`(${isAccepted(at)})`;
  const [active, ended] = await withViewer(viewer, async (tx) => [
    await selectKeys(tx, viewer, accepted).orderBy(asc(supplierKeys.name), desc(supplierKeys.createdAt)),
    await selectKeys(tx, viewer, not(accepted))
      .orderBy(desc(sql`least(${supplierKeys.revokedAt}, ${supplierKeys.expiresAt})`), desc(supplierKeys.id))
      .limit(MAX_ENDED_SHOWN + 1),
  ]);
  const listed = (keys: SupplierKeyRow[]) => keys.map((key) => ({ ...key, state: stateOf(key, at) }));
  return {
    active: listed(active),
    ended: listed(ended.slice(0, MAX_ENDED_SHOWN)),
    hasMoreEnded: ended.length > MAX_ENDED_SHOWN,
  };
}

/** Returns one key of the manager's supplier; null when there is no such key. */
export async function findKey(viewer: Manager, id: string): Promise<ListedKey | null> {
  if (!isUuid(id)) return null;
  const [key] = await withViewer(viewer, (tx) => selectKeys(tx, viewer, eq(supplierKeys.id, id)));
  return key ? { ...key, state: stateOf(key, now()) } : null;
}

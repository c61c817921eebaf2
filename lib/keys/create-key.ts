import { v7 as uuidv7 } from "uuid";
import { withViewer } from "@/lib/access/with-viewer";
import { logAccessChange } from "@/lib/audit/record-audit";
import { now } from "@/lib/clock";
import { DAY_MS } from "@/lib/durations";
import type { KeyScope } from "@/lib/key-scopes";
import { takeChange } from "@/lib/limits/throttle";
import { cleanText } from "@/lib/mails/writing/clean-props";
import { checkFreshProof, type StaleProof } from "@/lib/sign-in/fresh-proof";
import type { SupplierManagerSession } from "@/lib/sign-in/session/current-session";
import { issueSupplierKey } from "@/lib/tokens/issue-api-access";
import { KEY_LIFE_DAYS, type KEY_LIVES } from "@/lib/tokens/life-spans";
import { KEY_NAME_LENGTH, MAX_ACTIVE_KEYS } from "./key-limits";
import { lockKeys } from "./lock-keys";

export interface NewKey {
  name: string;
  scopes: readonly KeyScope[];
  life: (typeof KEY_LIVES)[number];
}

export type KeyFault =
  "name_missing" | "name_too_long" | "name_taken" | "scopes_missing" | "too_many" | "too_often";

/** A key that was just made, with its secret, which is shown once. */
export interface MadeKey {
  ok: true;
  name: string;
  secret: string;
  prefix: string;
}

/**
 * Creates a key with which the manager's supplier uses the API. It needs a name that no other active key has, and at
 * least one scope. Needs fresh proof. `too_many`: the supplier has as many active keys as it may have.
 */
export async function createKey(
  session: Pick<SupplierManagerSession, "id" | "viewer">,
  wanted: NewKey,
): Promise<MadeKey | { ok: false; reason: KeyFault } | StaleProof> {
  const { viewer } = session;
  const name = cleanText(wanted.name).trim();
  if (name === "") return { ok: false, reason: "name_missing" };
  if (name.length > KEY_NAME_LENGTH) return { ok: false, reason: "name_too_long" };
  if (wanted.scopes.length === 0) return { ok: false, reason: "scopes_missing" };
  const at = now();
  if ((await takeChange(viewer.userId, at)) > 0) return { ok: false, reason: "too_often" };
  const proof = await checkFreshProof(session);
  if (!proof.ok) return proof;

  return withViewer(viewer, async (tx) => {
    const names = await lockKeys(tx, viewer, at);
    if (names.includes(name)) return { ok: false, reason: "name_taken" };
    if (names.length >= MAX_ACTIVE_KEYS) return { ok: false, reason: "too_many" };
    const days = KEY_LIFE_DAYS[wanted.life];
    const key = {
      ...{ id: uuidv7(), supplierId: viewer.supplierId, name, scopes: wanted.scopes, at },
      expiresAt: days === null ? null : new Date(at.getTime() + days * DAY_MS),
    };
    const issued = await issueSupplierKey(tx, key);
    logAccessChange(tx, viewer, { action: "supplier_key_issued", subjectId: key.id });
    return { ok: true, name, ...issued };
  });
}

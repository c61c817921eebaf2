import { cookies } from "next/headers";
import { cache } from "react";
import { sqlClient } from "@/db/client";
import { type SignedInUser, userViewer } from "@/lib/access/viewer";
import { now } from "@/lib/clock";
import { SESSION_COOKIE, unsealSessionId } from "@/lib/http/session-cookie";
import type { Locale } from "@/lib/languages";
import { IDLE_MINUTES } from "@/lib/session-lifetime";

/**
 * Why a session waits: `enrol`, its member of staff has no second factor yet; `code`, the second factor was not given
 * yet; `locked`, its member of staff was idle. A waiting session opens only the page, route and actions of the second
 * factor, and is not returned as a `Session`.
 */
export type WaitsFor = "enrol" | "code" | "locked";

/** A session that waits for the second factor, and its user. */
export interface WaitingSession {
  id: string;
  state: WaitsFor;
  viewer: SignedInUser;
  identifier: string;
  locale: Locale;
  stamp: number;
  supplier: { slug: string; name: string; brandColor: string } | null;
  /** The digest of the browser's secret; null when it had none. */
  deviceHash: string | null;
}

interface Row {
  state: WaitsFor | "open";
  user_id: string;
  identifier: string;
  role: SignedInUser["kind"];
  locale: Locale;
  stamp: number;
  account_id: string | null;
  supplier_id: string | null;
  supplier_slug: string | null;
  supplier_name: string | null;
  brand_color: string | null;
  device_hash: Buffer | null;
  locks_at: Date;
}

/** The session of this request, if it waits for the second factor; null otherwise. */
export const waitingSession = cache(async (): Promise<WaitingSession | null> => {
  const id = await unsealSessionId((await cookies()).get(SESSION_COOKIE)?.value);
  return id ? findWaitingSession(id) : null;
});

/** The session with this id, if it waits for the second factor; null otherwise. */
export async function findWaitingSession(id: string): Promise<WaitingSession | null> {
  const row = await readState(id);
  if (!row || row.state === "open") return null;
  return {
    id,
    state: row.state,
    viewer: userViewer({
      userId: row.user_id,
      role: row.role,
      accountId: row.account_id,
      supplierId: row.supplier_id,
    }),
    identifier: row.identifier,
    locale: row.locale,
    stamp: row.stamp,
    supplier:
      row.supplier_slug === null
        ? null
        : { slug: row.supplier_slug, name: row.supplier_name ?? "", brandColor: row.brand_color ?? "" },
    deviceHash: row.device_hash?.toString("hex") ?? null,
  };
}

/**
 * Returns the state of the session, and in how many milliseconds the screen locks. The request does not count as
 * activity.
 */
export async function sessionLock(
  id: string,
): Promise<{ state: WaitsFor | "open" | "ended"; locksInMs: number }> {
  const row = await readState(id);
  if (!row) return { state: "ended", locksInMs: 0 };
  return { state: row.state, locksInMs: Math.max(0, row.locks_at.getTime() - now().getTime()) };
}

async function readState(id: string): Promise<Row | undefined> {
  const [row] = await sqlClient()<Row[]>`
    select * from auth_waiting_session(${id}, ${now()}, make_interval(mins => ${IDLE_MINUTES}))`;
  return row;
}

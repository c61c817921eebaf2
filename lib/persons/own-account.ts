import { type SQL, sql } from "drizzle-orm";
import { type AccountReader, userViewer } from "@/lib/access/viewer";
import type { CustomerRole } from "@/lib/roles";
import { IDLE_MINUTES } from "@/lib/session-lifetime";
import type { ReaderSession } from "@/lib/sign-in/session/current-session";

/** An account that the person of a session may open, and the user to open it as. */
export interface OwnAccount {
  viewer: AccountReader;
  identifier: string;
  customerNumber: string;
  companyName: string;
  supplier: { slug: string; name: string; timeZone: string };
  /** The account this session is in. */
  isCurrent: boolean;
  /** Reached through a further identifier that was attached, and can be detached. */
  isAttached: boolean;
}

/** The account that a session is in. */
export function accountOfSession(session: ReaderSession): Omit<OwnAccount, "isAttached"> {
  const { viewer, identifier, supplier } = session;
  const { companyName, customerNumber } = session.account;
  return { viewer, identifier, companyName, customerNumber, supplier, isCurrent: true };
}

/** A row of `auth_own_accounts` (db/functions/persons.sql). */
export interface OwnAccountRow extends Record<string, unknown> {
  user_id: string;
  identifier: string;
  role: CustomerRole;
  stamp: number;
  is_attached: boolean;
  account_id: string;
  customer_number: string;
  company_name: string;
  supplier_id: string;
  supplier_slug: string;
  supplier_name: string;
  time_zone: string;
}

/** The query; the database function checks first that the session is still valid. */
export const ownAccountRows = (sessionId: string, at: Date): SQL =>
  sql`select * from auth_own_accounts(${sessionId}, ${at.toISOString()}, make_interval(mins => ${IDLE_MINUTES}))`;

/** The account of a row, for this session's person; null for a staff role. */
export function ownAccount(row: OwnAccountRow, session: Pick<ReaderSession, "viewer">): OwnAccount | null {
  const viewer = userViewer({
    userId: row.user_id,
    role: row.role,
    accountId: row.account_id,
    supplierId: row.supplier_id,
  });
  if (viewer.kind !== "administrator" && viewer.kind !== "member") return null;
  return {
    viewer,
    identifier: row.identifier,
    customerNumber: row.customer_number,
    companyName: row.company_name,
    supplier: {
      slug: row.supplier_slug,
      name: row.supplier_name,
      timeZone: row.time_zone,
    },
    isCurrent: row.user_id === session.viewer.userId,
    isAttached: row.is_attached,
  };
}

import { sqlClient } from "@/db/client";
import type { StaffUser, ViewAs } from "@/lib/access/viewer";
import { now } from "@/lib/clock";
import type { Channel, Preference } from "@/lib/preferences";

/** The user of a customer as whom a member of staff views the portal, with what the pages show of a session. */
export interface ViewedUser {
  viewer: ViewAs;
  /** The role of the viewed user. */
  role: "administrator" | "member";
  identifier: string;
  name: string;
  historyMonths: number | null;
  /** When this user last signed in. */
  lastSignInAt: Date | null;
  account: {
    customerNumber: string;
    companyName: string;
    companySiren: string | null;
    preference: Preference;
    channel: Channel;
  };
  reason: string;
  until: Date;
}

interface Row {
  user_id: string;
  identifier: string;
  user_name: string;
  role: "administrator" | "member";
  history_months: number | null;
  last_sign_in_at: Date | null;
  account_id: string;
  customer_number: string;
  company_name: string;
  company_siren: string | null;
  preference: Preference;
  channel: Channel;
  reason: string;
  until: Date;
}

/** The user as whom the staff of this session views the portal now, or null (decision 42). */
export async function findViewedUser(sessionId: string, staff: StaffUser): Promise<ViewedUser | null> {
  const [row] = await sqlClient()<Row[]>`select * from auth_view_as(${sessionId}, ${now()})`;
  if (!row) return null;
  return {
    viewer: {
      kind: "view_as",
      userId: row.user_id,
      accountId: row.account_id,
      supplierId: staff.supplierId,
      staffId: staff.userId,
      sessionId,
    },
    role: row.role,
    identifier: row.identifier,
    name: row.user_name,
    historyMonths: row.history_months,
    lastSignInAt: row.last_sign_in_at,
    account: {
      customerNumber: row.customer_number,
      companyName: row.company_name,
      companySiren: row.company_siren,
      preference: row.preference,
      channel: row.channel,
    },
    reason: row.reason,
    until: row.until,
  };
}

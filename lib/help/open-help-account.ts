import { accounts } from "@/db/schema/accounts";
import { visibleAccounts } from "@/lib/auth/access";
import type { CustomerUser } from "@/lib/auth/viewer";
import { withViewer } from "@/lib/auth/with-viewer";

/** What the help can say to somebody signed in: who advises the account, and how it is told of invoices (R20). */
export interface HelpAccount {
  adviser: { name: string | null; email: string | null; phone: string | null };
  email: string | null;
  preference: "attachment" | "link" | "digest" | "none";
  channel: "electronic" | "paper";
}

/** Reads it of the viewer's own account. */
export async function openHelpAccount(viewer: CustomerUser): Promise<HelpAccount | null> {
  const [found] = await withViewer(viewer, (tx) =>
    tx
      .select({
        adviserName: accounts.adviserName,
        adviserEmail: accounts.adviserEmail,
        adviserPhone: accounts.adviserPhone,
        email: accounts.email,
        preference: accounts.preference,
        channel: accounts.channel,
      })
      .from(accounts)
      .where(visibleAccounts(viewer)),
  );
  if (!found) return null;
  const { adviserName, adviserEmail, adviserPhone, ...told } = found;
  return { ...told, adviser: { name: adviserName, email: adviserEmail, phone: adviserPhone } };
}

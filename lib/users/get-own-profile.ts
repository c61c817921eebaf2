import { eq } from "drizzle-orm";
import { accounts } from "@/db/schema/accounts";
import { companies } from "@/db/schema/companies";
import { users } from "@/db/schema/users";
import { ACCOUNT_NAME } from "@/lib/access/account-name";
import type { AccountReader } from "@/lib/access/viewer";
import { withViewer } from "@/lib/access/with-viewer";
import { findAddressState } from "@/lib/mails/deliveries/find-address-state";

export type OwnProfile = Awaited<ReturnType<typeof getOwnProfile>>;

/** The profile of a customer's user: the user, how the account is notified, and its adviser. */
export function getOwnProfile(viewer: AccountReader) {
  return withViewer(viewer, async (tx) => {
    const [found] = await tx
      .select({
        identifier: users.identifier,
        name: users.name,
        email: users.email,
        emailVerifiedAt: users.emailVerifiedAt,
        passwordChangedAt: users.passwordChangedAt,
        companyName: ACCOUNT_NAME,
        siren: companies.siren,
        customerNumber: accounts.customerNumber,
        notificationEmail: accounts.email,
        notificationEmailSince: accounts.emailRecordedAt,
        preference: accounts.preference,
        channel: accounts.channel,
        adviser: {
          name: accounts.adviserName,
          email: accounts.adviserEmail,
          phone: accounts.adviserPhone,
        },
      })
      .from(users)
      .innerJoin(accounts, eq(accounts.id, users.accountId))
      .innerJoin(companies, eq(companies.id, accounts.companyId))
      .where(eq(users.id, viewer.userId));
    if (!found) throw new Error("The signed-in user was not found.");
    const addressState =
      found.notificationEmail && (await findAddressState(tx, viewer.supplierId, found.notificationEmail));
    return { ...found, addressState: addressState || null };
  });
}

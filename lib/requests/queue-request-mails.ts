import { eq } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import { accounts } from "@/db/schema/accounts";
import { companies } from "@/db/schema/companies";
import { users } from "@/db/schema/users";
import type { Transaction } from "@/db/transaction";
import type { RequestContent } from "@/emails/request-content";
import { visibleAccounts } from "@/lib/access/access";
import type { CustomerUser } from "@/lib/access/viewer";
import { DEFAULT_LOCALE } from "@/lib/languages";
import { isMailAddress, normalizeMailAddress } from "@/lib/mail-address";
import { mailSupplier } from "@/lib/mails/kinds/mail-supplier";
import { queueMail } from "@/lib/mails/outbox/queue-mail";

/** Suppliers have no language setting yet; mails to advisers are in French. */
const ADVISER_LOCALE = DEFAULT_LOCALE;

/**
 * Queues the two mails of a request, in the transaction that records it: one to the account's adviser, or else to the
 * supplier's customer service; one to the person who asked, when an address is recorded.
 */
export async function queueRequestMails(
  tx: Transaction,
  viewer: CustomerUser,
  request: { id: string; asked: RequestContent; at: Date },
): Promise<void> {
  const { accountId, supplierId, userId } = viewer;
  const { id: subjectId, asked, at } = request;
  const supplier = await mailSupplier(tx, supplierId);
  const { account, present, adviserEmail } = await accountOf(tx, viewer);
  const asker = await askerOf(tx, viewer);
  const mail = { supplierId, accountId, userId, subjectId, at };
  const commonProps = { supplier, account, askedAt: at.toISOString(), asked };
  await queueMail(tx, {
    ...mail,
    id: uuidv7(),
    kind: "request_made",
    recipient: addressOf(adviserEmail) ?? supplier.contactEmail,
    locale: ADVISER_LOCALE,
    props: { ...commonProps, asker: asker.shown, present },
  });
  if (asker.shown.email === null) return;
  await queueMail(tx, {
    ...mail,
    id: uuidv7(),
    kind: "request_received",
    recipient: asker.shown.email,
    locale: asker.locale,
    // An address that is not proven must not receive typed text in the supplier's name.
    props: asker.shown.isEmailProven ? commonProps : { ...commonProps, asked: { ...asked, message: [] } },
  });
}

async function accountOf(tx: Transaction, viewer: CustomerUser) {
  const [found] = await tx
    .select({
      companyName: companies.name,
      customerNumber: accounts.customerNumber,
      address: accounts.email,
      preference: accounts.preference,
      adviserEmail: accounts.adviserEmail,
    })
    .from(accounts)
    .innerJoin(companies, eq(companies.id, accounts.companyId))
    .where(visibleAccounts(viewer));
  if (!found) throw new Error("The account of the signed-in user was not found.");
  const { companyName, customerNumber, address, preference, adviserEmail } = found;
  return { account: { companyName, customerNumber }, present: { address, preference }, adviserEmail };
}

async function askerOf(tx: Transaction, viewer: CustomerUser) {
  const [user] = await tx
    .select({
      name: users.name,
      identifier: users.identifier,
      email: users.email,
      emailVerifiedAt: users.emailVerifiedAt,
      locale: users.locale,
    })
    .from(users)
    .where(eq(users.id, viewer.userId));
  if (!user) throw new Error("The signed-in user was not found.");
  const { name, identifier, locale, emailVerifiedAt } = user;
  return {
    locale,
    shown: {
      name,
      identifier,
      role: viewer.kind,
      email: addressOf(user.email),
      isEmailProven: emailVerifiedAt !== null,
    },
  };
}

/** The address, when a mail can be sent to it exactly as it is recorded: PostgreSQL queues a mail to no other. */
function addressOf(email: string | null): string | null {
  const address = normalizeMailAddress(email ?? "");
  return isMailAddress(address) && address === email?.toLowerCase() ? address : null;
}

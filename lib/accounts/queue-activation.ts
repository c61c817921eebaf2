import { and, eq, max } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import { mails } from "@/db/schema/mails";
import type { Transaction } from "@/db/transaction";
import type { StaffUser, SupplierKey } from "@/lib/access/viewer";
import type { Locale } from "@/lib/languages";
import { mailSupplier } from "@/lib/mails/kinds/mail-supplier";
import { queueMail } from "@/lib/mails/outbox/queue-mail";
import { issueToken } from "@/lib/tokens/issue-token";

interface Activation {
  account: { accountId: string; companyName: string; customerNumber: string };
  administrator: { id: string; identifier: string };
  email: string;
  locale: Locale;
  generation: number;
  /**
   * Further accounts that the same address administers. One mail is sent for all of them, and its link is not limited
   * to one user.
   */
  others?: readonly {
    companyName: string;
    customerNumber: string;
    administrator: { identifier: string };
  }[];
}

/** Queues the activation mail of an account's administrator, with a new link to choose a password (R2). */
export async function queueActivation(
  tx: Transaction,
  { supplierId }: SupplierKey | StaffUser,
  { account, administrator, email, locale, generation, others = [] }: Activation,
  at: Date,
): Promise<void> {
  const { accountId, companyName, customerNumber } = account;
  const { id: userId, identifier } = administrator;
  const tokenId = await issueToken(tx, {
    purpose: "activation",
    supplierId,
    userId: others.length === 0 ? userId : null,
    email,
    createdAt: at,
  });
  await queueMail(tx, {
    id: uuidv7(),
    kind: "activation",
    supplierId,
    accountId,
    userId,
    subjectId: userId,
    generation,
    recipient: email,
    locale,
    props: {
      supplier: await mailSupplier(tx, supplierId),
      account: { companyName, customerNumber, identifier },
      others: others.map((other) => ({
        companyName: other.companyName,
        customerNumber: other.customerNumber,
        identifier: other.administrator.identifier,
      })),
      tokenId,
    },
    at,
  });
}

/** The generation of the newest activation mail of this administrator; 0 when there is none. */
export async function newestActivation(tx: Transaction, accountId: string, userId: string): Promise<number> {
  const [found] = await tx
    .select({ generation: max(mails.generation) })
    .from(mails)
    .where(and(eq(mails.accountId, accountId), eq(mails.kind, "activation"), eq(mails.subjectId, userId)));
  return found?.generation ?? 0;
}

import { v7 as uuidv7 } from "uuid";
import type { Transaction } from "@/db/transaction";
import type { Locale } from "@/lib/languages";
import { mailSupplier } from "@/lib/mails/kinds/mail-supplier";
import { queueNewMail } from "@/lib/mails/outbox/queue-mail";
import type { StaffRole } from "@/lib/roles";
import { issueToken } from "@/lib/tokens/issue-token";

/** Who gives the access, as the mail names them, and where: in an account, at a supplier, or in the installation. */
interface Inviter {
  viewer: { supplierId: string | null; accountId: string | null };
  name: string;
  companyName: string;
}

interface InvitedUser {
  id: string;
  identifier: string;
  email: string;
  locale: Locale;
  /** Set for staff: the role in the console. */
  role?: StaffRole;
}

/** Queues the mail whose link lets the person choose a password (R23), in the transaction that gives the access. */
export async function inviteUser(
  tx: Transaction,
  inviter: Inviter,
  user: InvitedUser,
  at: Date,
): Promise<void> {
  const { supplierId, accountId } = inviter.viewer;
  const tokenId = await issueToken(tx, {
    purpose: "invitation",
    supplierId,
    userId: user.id,
    email: user.email,
    createdAt: at,
  });
  await queueNewMail(tx, {
    id: uuidv7(),
    kind: "invitation",
    supplierId,
    accountId,
    userId: user.id,
    subjectId: tokenId,
    recipient: user.email,
    locale: user.locale,
    props: {
      supplier: await mailSupplier(tx, supplierId),
      companyName: inviter.companyName,
      inviterName: inviter.name,
      identifier: user.identifier,
      tokenId,
      ...(user.role && { role: user.role }),
    },
    at,
  });
}

import { and, desc, eq, gt, isNull } from "drizzle-orm";
import { invoiceShares } from "@/db/schema/invoice-shares";
import { users } from "@/db/schema/users";
import type { Transaction } from "@/db/transaction";
import { type AccountReader, isAdministrator, isCustomerUser } from "@/lib/access/viewer";
import { withViewer } from "@/lib/access/with-viewer";
import { now } from "@/lib/clock";
import type { PlainDate } from "@/lib/dates";
import { env } from "@/lib/env";
import { personLabel } from "@/lib/person-label";
import { MAX_OPEN_SHARES } from "@/lib/share-limits";
import { deriveTokenAgain } from "@/lib/tokens/mailed-token";
import { isSharingAllowed } from "./is-sharing-allowed";

/** A link of the invoice that works. */
export interface Share {
  id: string;
  recipient: string;
  /** Who made it; null for the reader of the page. */
  maker: string | null;
  /** The last day on which it works. */
  until: PlainDate;
  useCount: number;
  lastUsedAt: Date | null;
  /** The address to pass on, for the maker alone; null also after a change of the server's key. */
  linkUrl: string | null;
  canRevoke: boolean;
}

export interface InvoiceShares {
  /** Newest first. */
  shares: Share[];
  /** Whether the supplier allows sharing; when not, the links open nothing. */
  isAllowed: boolean;
  /** Whether the viewer may make a link: a user of the account, while the supplier allows it. */
  canShare: boolean;
}

/** The links to an invoice of the viewer's account that have not ended, and whether the viewer may make another one. */
export async function listShares(viewer: AccountReader, invoiceId: string): Promise<InvoiceShares> {
  const [isAllowed, rows] = await withViewer(viewer, (tx) =>
    Promise.all([isSharingAllowed(tx, viewer.supplierId), selectShares(tx, viewer, invoiceId)]),
  );
  // Staff who view the portal as the maker sees no address, and revokes nothing.
  const isMaker = ({ userId }: { userId: string }) => isCustomerUser(viewer) && userId === viewer.userId;
  const shares = rows.map(({ userId, identifier, name, tokenHash, expiresAt, ...share }) => ({
    ...share,
    maker: userId === viewer.userId ? null : personLabel({ identifier, name }),
    until: expiresAt.toISOString().slice(0, 10),
    linkUrl: isMaker({ userId }) ? linkUrl(share.id, tokenHash) : null,
    canRevoke: isAdministrator(viewer) || isMaker({ userId }),
  }));
  return { shares, isAllowed, canShare: isAllowed && isCustomerUser(viewer) };
}

function selectShares(tx: Transaction, viewer: AccountReader, invoiceId: string) {
  return tx
    .select({
      id: invoiceShares.id,
      recipient: invoiceShares.recipient,
      userId: invoiceShares.userId,
      identifier: users.identifier,
      name: users.name,
      tokenHash: invoiceShares.tokenHash,
      expiresAt: invoiceShares.expiresAt,
      useCount: invoiceShares.useCount,
      lastUsedAt: invoiceShares.lastUsedAt,
    })
    .from(invoiceShares)
    .innerJoin(users, eq(users.id, invoiceShares.userId))
    .where(
      and(
        eq(invoiceShares.accountId, viewer.accountId),
        eq(invoiceShares.invoiceId, invoiceId),
        isNull(invoiceShares.revokedAt),
        gt(invoiceShares.expiresAt, now()),
        // The links of a user who was removed have ended.
        eq(users.status, "active"),
      ),
    )
    .orderBy(desc(invoiceShares.createdAt), desc(invoiceShares.id))
    .limit(MAX_OPEN_SHARES);
}

function linkUrl(id: string, tokenHash: string): string | null {
  const secret = deriveTokenAgain("share", id, tokenHash);
  return secret === null ? null : `${env().APP_URL}/d/${secret}`;
}

import { randomBytes, randomUUID } from "node:crypto";
import type { Prepared } from "./new-customer";
import type { PortalWorld, VisitorKind } from "./visitors";

/** An action on the page of the world's invoice. */
const onInvoice = {
  path: ({ invoice }: PortalWorld) => `/invoices/${invoice.id}`,
  isBound: true,
  writtenFor: "administrator" as const,
};

const ofAccount: VisitorKind[] = ["administrator", "member", "old_proof"];
const administrators: VisitorKind[] = ["administrator", "old_proof"];

/** Removes the links of earlier tests: an invoice may have only some. */
async function removeOldShares({ sql, invoice }: PortalWorld): Promise<Prepared> {
  await sql`
    delete from invoice_shares where invoice_id = ${invoice.id} and created_at < now() - interval '3 minutes'`;
  return {};
}

/** Adds a link that the administrator made, which the member may not revoke. */
async function addShare(world: PortalWorld): Promise<Prepared> {
  await removeOldShares(world);
  const { sql, invoice, visitors } = world;
  await sql`
    insert into invoice_shares (id, supplier_id, account_id, invoice_id, user_id, recipient, token_hash, created_at,
      expires_at)
    select ${randomUUID()}, supplier_id, account_id, id, ${visitors.administrator.userId}, 'Garage', ${randomBytes(32)},
      now(), now() + interval '7 days'
    from invoices where id = ${invoice.id}`;
  return {};
}

/** The actions of « Partager » (`classified-actions.ts`). */
export const SHARE_ACTIONS = {
  "app/(customer)/invoices/[id]/share-action.ts#shareAction": {
    ...onInvoice,
    prepare: removeOldShares,
    fields: { recipient: "Garage {me}", list: "" },
    changes: ofAccount,
  },
  "app/(customer)/invoices/[id]/revoke-share-action.ts#revokeShareAction": {
    ...onInvoice,
    prepare: addShare,
    fields: { list: "" },
    changes: administrators,
    isOnce: true,
  },
};

import { v7 as uuidv7 } from "uuid";
import { accounts } from "@/db/schema/accounts";
import { companies } from "@/db/schema/companies";
import { ledgerHeads } from "@/db/schema/ledger";
import { suppliers } from "@/db/schema/suppliers";
import { withViewer } from "@/lib/access/with-viewer";
import { KEY_SCOPES } from "@/lib/key-scopes";
import { GENESIS_HASH } from "@/lib/ledger/ledger-entry";
import { domainOfAddress } from "@/lib/suppliers/sending-address";
import { issueSupplierKey } from "@/lib/tokens/issue-api-access";
import type { DemoAccount, DemoSupplier, DemoWorld } from "./demo-world";

/** The database ids of the demo's suppliers and accounts. */
export interface DemoRows {
  suppliers: Map<string, { id: string; keyId: string; supplier: DemoSupplier }>;
  /** By `slug customerNumber`, see `accountKey`. */
  accounts: Map<string, { id: string; companyId: string; account: DemoAccount }>;
}

/** Returns the key of an account in `DemoRows`. */
export function accountKey(supplier: string, customerNumber: string): string {
  return `${supplier} ${customerNumber}`;
}

/** Inserts the suppliers, each with a key and an empty ledger, and their customers' companies and accounts. */
export async function insertDemoAccounts(
  world: DemoWorld,
): Promise<{ demoRows: DemoRows; supplierKeys: Record<string, string> }> {
  const demoRows: DemoRows = { suppliers: new Map(), accounts: new Map() };
  const keys: Record<string, string> = {};
  for (const supplier of world.suppliers) {
    demoRows.suppliers.set(supplier.slug, { id: uuidv7(), keyId: uuidv7(), supplier });
  }
  for (const account of world.accounts) {
    const row = { id: uuidv7(), companyId: uuidv7(), account };
    demoRows.accounts.set(accountKey(account.supplier, account.customerNumber), row);
  }
  const beganAt = new Date(world.invoices[0]?.depositedAt ?? 0);
  const activated = new Set(
    world.users.map((user) => accountKey(user.supplier ?? "", user.customerNumber ?? "")),
  );
  await withViewer({ kind: "job" }, async (tx) => {
    const supplierRows = [...demoRows.suppliers.values()];
    const accountRows = [...demoRows.accounts.entries()];
    await tx.insert(suppliers).values(supplierRows.map((row) => supplierValues(row, beganAt)));
    await tx
      .insert(ledgerHeads)
      .values(supplierRows.map(({ id }) => ({ supplierId: id, sequence: 0n, hash: GENESIS_HASH })));
    for (const { id, keyId, supplier } of supplierRows) {
      const { secret } = await issueSupplierKey(tx, {
        id: keyId,
        supplierId: id,
        name: "Démonstration",
        scopes: KEY_SCOPES,
        at: beganAt,
        expiresAt: null,
      });
      keys[supplier.slug] = secret;
    }
    await tx.insert(companies).values(
      accountRows.map(([, { companyId, account }]) => ({
        id: companyId,
        supplierId: demoRows.suppliers.get(account.supplier)?.id ?? "",
        ...account.company,
        createdAt: beganAt,
      })),
    );
    await tx.insert(accounts).values(
      accountRows.map(([key, { id, companyId, account }]) => ({
        id,
        companyId,
        supplierId: demoRows.suppliers.get(account.supplier)?.id ?? "",
        ...accountValues(account, beganAt),
        activationQueuedAt: activated.has(key) || account.activationUnusedDays !== undefined ? beganAt : null,
      })),
    );
  });
  return { demoRows, supplierKeys: keys };
}

function supplierValues(
  { id, supplier }: { id: string; supplier: DemoSupplier },
  createdAt: Date,
): typeof suppliers.$inferInsert {
  const { seller } = supplier;
  return {
    id,
    slug: supplier.slug,
    name: seller.name,
    legalName: seller.name,
    siren: seller.siren,
    vatNumber: seller.vatNumber,
    address: `${seller.street}\n${seller.postcode} ${seller.city}`,
    publisher: supplier.publisher,
    brandColor: seller.brandColour,
    senderName: supplier.senderName,
    senderAddress: supplier.senderAddress,
    verifiedDomain: domainOfAddress(supplier.senderAddress),
    replyTo: supplier.contactEmail,
    contactEmail: supplier.contactEmail,
    contactPhone: supplier.contactPhone,
    contactHours: supplier.contactHours,
    startsOn: supplier.startsOn,
    formerPortalName: supplier.formerPortalName,
    formerPortalUrl: supplier.formerPortalUrl,
    linkOpens: supplier.linkOpens,
    createdAt,
  };
}

function accountValues(account: DemoAccount, at: Date) {
  const { customerNumber, email, preference, channel, adviser } = account;
  return {
    customerNumber,
    email,
    emailSource: email === null ? null : ("api" as const),
    emailRecordedAt: email === null ? null : at,
    preference,
    channel,
    adviserName: adviser?.name ?? null,
    adviserEmail: adviser?.email ?? null,
    adviserPhone: adviser?.phone ?? null,
    createdAt: at,
    updatedAt: at,
  };
}

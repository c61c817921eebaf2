import { foreignKey, index, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { accounts } from "./accounts";
import { id, instant, sha256 } from "./columns";
import { suppliers } from "./suppliers";
import { users } from "./users";

/** A supplier's key to the API. Only its digest is stored; the prefix identifies a key on a screen. */
export const supplierKeys = pgTable(
  "supplier_keys",
  {
    id: id(),
    supplierId: uuid().notNull(),
    name: text().notNull(),
    prefix: text().notNull(),
    keyHash: sha256().notNull(),
    createdAt: instant().notNull(),
    lastUsedAt: instant(),
    revokedAt: instant(),
  },
  (t) => [
    foreignKey({ columns: [t.supplierId], foreignColumns: [suppliers.id] }),
    unique("supplier_keys_hash").on(t.keyHash),
    index("supplier_keys_supplier").on(t.supplierId),
  ],
);

/** A customer's read-only token for the invoices of its account; it ends with the access of the user who made it. */
export const customerTokens = pgTable(
  "customer_tokens",
  {
    id: id(),
    supplierId: uuid().notNull(),
    accountId: uuid().notNull(),
    userId: uuid().notNull(),
    name: text().notNull(),
    prefix: text().notNull(),
    tokenHash: sha256().notNull(),
    createdAt: instant().notNull(),
    lastUsedAt: instant(),
    revokedAt: instant(),
  },
  (t) => [
    foreignKey({ columns: [t.supplierId, t.accountId], foreignColumns: [accounts.supplierId, accounts.id] }),
    foreignKey({ columns: [t.userId], foreignColumns: [users.id] }),
    unique("customer_tokens_hash").on(t.tokenHash),
    index("customer_tokens_account").on(t.accountId),
  ],
);

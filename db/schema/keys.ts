import { sql } from "drizzle-orm";
import { check, foreignKey, index, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { KEY_SCOPES } from "@/lib/key-scopes";
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
    /** What it may be used for. */
    scopes: text({ enum: KEY_SCOPES }).array().notNull(),
    prefix: text().notNull(),
    keyHash: sha256().notNull(),
    createdAt: instant().notNull(),
    /** From then on it is refused; earlier than chosen at first when another key has replaced it. Null: never. */
    expiresAt: instant(),
    /** The key that this one replaced. */
    replacedKeyId: uuid(),
    lastUsedAt: instant(),
    revokedAt: instant(),
  },
  (t) => [
    foreignKey({ columns: [t.supplierId], foreignColumns: [suppliers.id] }),
    foreignKey({ columns: [t.replacedKeyId], foreignColumns: [t.id] }),
    unique("supplier_keys_hash").on(t.keyHash),
    unique("supplier_keys_replaced").on(t.replacedKeyId),
    check(
      "supplier_keys_scopes_choice",
      sql`cardinality(${t.scopes}) > 0 and ${t.scopes} <@ array[${sql.raw(KEY_SCOPES.map((scope) => `'${scope}'`).join(", "))}]`,
    ),
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

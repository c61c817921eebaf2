import { foreignKey, index, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { accounts } from "./accounts";

/**
 * The words by which the console's search finds an account: its number, SIREN, names, addresses and identifiers, as
 * `search_key` writes them. Written only by triggers and read by one function (db/functions/account-search.sql).
 */
export const accountSearchWords = pgTable(
  "account_search_words",
  {
    supplierId: uuid().notNull(),
    accountId: uuid().notNull(),
    /** The row that the word comes from: the account itself, or one of its users. */
    sourceId: uuid().notNull(),
    kind: text({
      enum: ["customer_number", "siren", "company", "person", "identifier", "address", "domain"],
    }).notNull(),
    word: text().notNull(),
    /** The value as people write it. */
    shown: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.sourceId, t.kind, t.word] }),
    foreignKey({ columns: [t.supplierId, t.accountId], foreignColumns: [accounts.supplierId, accounts.id] }),
    index("account_search_words_by_word").on(t.supplierId, t.kind, t.word.op("text_pattern_ops")),
    index("account_search_words_account").on(t.accountId),
  ],
);

import { sql } from "drizzle-orm";
import { boolean, check, pgTable, text } from "drizzle-orm/pg-core";
import { instant } from "./columns";

/** The deployment that this database belongs to: one row, and none before the first start (lib/installation). */
export const installation = pgTable(
  "installation",
  {
    /** Always true: the table has one row. */
    isOnly: boolean().primaryKey().default(true),
    /** The portal's public address: `APP_URL` of the deployment that may send mails and run jobs. */
    appUrl: text().notNull(),
    adoptedAt: instant().notNull(),
  },
  (t) => [check("installation_one_row", sql`${t.isOnly}`)],
);

import { type SQL, sql } from "drizzle-orm";
import { type AnyPgColumn, customType, timestamp, uuid } from "drizzle-orm/pg-core";
import { v7 as uuidv7 } from "uuid";

/**
 * A time-ordered UUID (RFC 9562, version 7), made by the application so that any version of PostgreSQL can be used.
 */
export const id = () =>
  uuid()
    .primaryKey()
    .$defaultFn(() => uuidv7());

/** An instant with millisecond precision, always with its time zone. */
export const instant = () => timestamp({ withTimezone: true, precision: 3, mode: "date" });

/** A SHA-256 digest; hexadecimal in the application, 32 bytes in the database. */
export const sha256 = customType<{ data: string; driverData: Buffer }>({
  dataType: () => "bytea",
  toDriver: (hex) => Buffer.from(hex, "hex"),
  fromDriver: (bytes) => bytes.toString("hex"),
});

/**
 * Returns the condition that a column has one of these values, written as literals: a constraint takes no parameters.
 */
export const isOneOf = (column: AnyPgColumn, choices: readonly (string | number)[]): SQL =>
  sql`${column} in (${sql.raw(choices.map((one) => (typeof one === "string" ? `'${one}'` : one)).join(", "))})`;

import { randomBytes, randomUUID } from "node:crypto";
import type postgres from "postgres";
import { depositFile } from "@/tests/support/deposit-file";
import { fieldFile } from "@/tests/support/field-file";

/** Adds a question of a user, answered long ago, so that it counts for no limit. */
export async function addQuestion(
  sql: postgres.Sql,
  accountId: string,
  userId: string,
): Promise<{ id: string }> {
  const id = randomUUID();
  const at = "2025-01-20T10:00:00Z";
  await sql`
    insert into customer_requests (id, supplier_id, account_id, user_id, kind, topic, wanted, message, state, created_at,
      first_answered_at)
    select ${id}, supplier_id, id, ${userId}, 'question', 'other', ${sql.json({ address: null, preference: null, document: null })},
      'Bonjour ?', 'answered', ${at}, ${at} from accounts where id = ${accountId}`;
  return { id };
}

/** Adds an answer template of a supplier. */
export async function addTemplate(sql: postgres.Sql, supplierId: string): Promise<{ id: string }> {
  const id = randomUUID();
  const at = new Date();
  // Removes the templates of earlier tests: a supplier may have only some, and its pages list all of them.
  await sql`
    delete from answer_templates where title like 'Permissions %' and created_at < now() - interval '3 minutes'`;
  await sql`
    insert into answer_templates (id, supplier_id, title, texts, created_at, updated_at)
    values (${id}, ${supplierId}, ${`Permissions ${id}`}, ${sql.json({ fr: "Bonjour {name}" })}, ${at}, ${at})`;
  return { id };
}

/** Adds an active key of a supplier. */
export async function addKey(sql: postgres.Sql, supplierId: string): Promise<{ id: string }> {
  const id = randomUUID();
  // Those of earlier tests: a supplier has a maximum of active keys.
  await sql`
    update supplier_keys set revoked_at = now()
    where name like 'Permissions %' and revoked_at is null and created_at < now() - interval '3 minutes'`;
  await sql`
    insert into supplier_keys (id, supplier_id, name, scopes, prefix, key_hash, created_at)
    values (${id}, ${supplierId}, ${`Permissions ${id}`}, '{deposits}', 'efk_permissi', ${randomBytes(32)}, now())`;
  return { id };
}

/**
 * An import that was checked and has nothing to apply. All worlds share one, because no test changes it and a supplier
 * may have only five unfinished imports.
 */
export async function addImport(
  sql: postgres.Sql,
  supplierId: string,
  userId: string,
): Promise<{ id: string }> {
  const [known] = await sql<{ id: string }[]>`
    select id from account_imports
    where supplier_id = ${supplierId} and file_name = 'permissions.csv' and state = 'checked' limit 1`;
  if (known) return known;
  const id = randomUUID();
  await sql`
    insert into account_imports (id, supplier_id, user_id, form_hash, file_name, heads, columns, line_count, state, created_at)
    values (${id}, ${supplierId}, ${userId}, ${randomBytes(32)}, 'permissions.csv', '{}', '[]', 0, 'checked', now())`;
  return { id };
}

const withJoined = new Map<string, Promise<{ id: string }>>();

/** Deposits an invoice with a joined document. All worlds of a process share it, because no test changes it. */
export function depositWithJoined(customerNumber: string, supplier: string): Promise<{ id: string }> {
  const deposited = withJoined.get(customerNumber) ?? depositJoined(customerNumber, supplier);
  withJoined.set(customerNumber, deposited);
  return deposited;
}

async function depositJoined(customerNumber: string, supplier: string): Promise<{ id: string }> {
  const number = `JOINED-${randomUUID().slice(0, 13)}`;
  // Issued long ago, so that it changes no list that another test reads in order.
  const xml = Buffer.from(fieldFile("ubl-with-embedded-pdf.xml"))
    .toString()
    .replace("FIELD-EMB", number)
    .replace("2026-11-20", "2025-01-20");
  const file = { bytes: Buffer.from(xml), fileName: "joined.xml" };
  return { id: await depositFile({ customerNumber, supplier }, file) };
}

import type postgres from "postgres";
import { v7 as uuidv7 } from "uuid";
import type { CustomerUser, SupplierKey, Viewer } from "@/lib/access/viewer";
import { GENESIS_HASH } from "@/lib/ledger/ledger-entry";
import { newSecret, sha256Hex } from "@/lib/sha256";
import { hashPassword } from "@/lib/sign-in/password/password-hash";
import { sealFactorSecret } from "@/lib/sign-in/second-factor/factor-secret";
import { testDatabase } from "./database";

export const PASSWORD = "Papier-Carbone-7";
let passwordHash: Promise<string> | undefined;
let count = 0;

export interface TestSupplier {
  id: string;
  slug: string;
  key: string;
  keyViewer: SupplierKey;
}

export interface TestAccount {
  id: string;
  customerNumber: string;
  companyId: string;
  administrator: CustomerUser;
  member: CustomerUser;
  identifiers: { administrator: string; member: string };
}

/** Runs SQL as a superuser, without row-level security: only to prepare and to check, never for the tested action. */
export function asOwner<T>(work: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  return testDatabase().asOwner(work);
}

/** A supplier with an empty ledger and one API key. */
export async function makeSupplier(
  change: Partial<{ slug: string; startsOn: string }> = {},
): Promise<TestSupplier> {
  const id = uuidv7();
  const keyId = uuidv7();
  const slug = change.slug ?? `supplier-${(count += 1)}`;
  const key = newSecret("efk");
  await asOwner(async (sql) => {
    await sql`
      insert into suppliers (id, slug, name, legal_name, brand_color, sender_name, sender_address, reply_to, contact_email,
        starts_on, created_at)
      values (${id}, ${slug}, 'Loueur Essai', 'Loueur Essai SA', '#0b4f6c', 'Loueur', 'mails@loueur.example',
        'mails@loueur.example', 'conseil@loueur.example', ${change.startsOn ?? null}, now())`;
    await sql`insert into ledger_heads values (${id}, 0, ${Buffer.from(GENESIS_HASH, "hex")})`;
    await sql`
      insert into supplier_keys (id, supplier_id, name, scopes, prefix, key_hash, created_at)
      values (${keyId}, ${id}, 'test', '{deposits,accounts}', ${key.slice(0, 8)}, ${Buffer.from(sha256Hex(key), "hex")}, now())`;
  });
  return { id, slug, key, keyViewer: { kind: "supplier_key", keyId, supplierId: id } };
}

type AccountChange = Partial<{
  customerNumber: string;
  siren: string | null;
  preference: "attachment" | "link" | "digest" | "none";
  channel: "electronic" | "paper";
  state: "open" | "closed";
}>;

/** An account with an administrator and a member who both sign in with PASSWORD. */
export async function makeAccount(supplier: TestSupplier, change: AccountChange = {}): Promise<TestAccount> {
  const number = (count += 1);
  const account = {
    id: uuidv7(),
    companyId: uuidv7(),
    customerNumber: change.customerNumber ?? `C-${number}`,
  };
  const hash = await (passwordHash ??= hashPassword(PASSWORD, { owners: [] }));
  const people = { administrator: uuidv7(), member: uuidv7() };
  const identifiers = { administrator: `admin-${number}@essai.example`, member: `membre-${number}` };
  await asOwner(async (sql) => {
    await sql`
      insert into companies (id, supplier_id, name, siren, created_at)
      values (${account.companyId}, ${supplier.id}, ${`Entreprise ${number}`}, ${change.siren ?? null}, now())`;
    await sql`
      insert into accounts (id, supplier_id, company_id, customer_number, preference, channel, state, created_at, updated_at)
      values (${account.id}, ${supplier.id}, ${account.companyId}, ${account.customerNumber}, ${change.preference ?? "digest"},
        ${change.channel ?? "electronic"}, ${change.state ?? "open"}, now(), now())`;
    for (const role of ["administrator", "member"] as const) {
      await sql`
        insert into users (id, identifier, name, role, password_hash, account_id, created_at)
        values (${people[role]}, ${identifiers[role]}, ${role}, ${role}, ${hash}, ${account.id}, now())`;
    }
  });
  const viewer = (kind: "administrator" | "member"): CustomerUser => ({
    kind,
    userId: people[kind],
    accountId: account.id,
    supplierId: supplier.id,
  });
  return { ...account, administrator: viewer("administrator"), member: viewer("member"), identifiers };
}

/** Empties the database and makes one supplier with one account. */
export async function resetToOneAccount(
  change: AccountChange = {},
): Promise<{ supplier: TestSupplier; account: TestAccount }> {
  await testDatabase().reset();
  const supplier = await makeSupplier();
  return { supplier, account: await makeAccount(supplier, change) };
}

/** The secret of the second factor of all staff and operators here (base32). */
export const TOTP_SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";

/** Gives a user the second factor with TOTP_SECRET, without recovery codes. */
export const enrol = (userId: string) =>
  asOwner(
    (sql) => sql`
      insert into second_factors (user_id, sealed_for, sealed_secret, enrolled_at)
      values (${userId}, ${userId}, ${sealFactorSecret(userId, TOTP_SECRET)}, now())`,
  );

/** A user of the supplier's staff, or the operator (`supplier` null), who signs in with PASSWORD and a code. */
export async function makeStaff(
  role: "adviser" | "manager" | "operator",
  supplier: TestSupplier | null,
): Promise<{ viewer: Viewer; identifier: string }> {
  const userId = uuidv7();
  const identifier = `${role}-${(count += 1)}`;
  const hash = await (passwordHash ??= hashPassword(PASSWORD, { owners: [] }));
  await asOwner(
    (sql) => sql`
      insert into users (id, identifier, name, role, password_hash, supplier_id, created_at)
      values (${userId}, ${identifier}, ${role}, ${role}, ${hash}, ${supplier?.id ?? null}, now())`,
  );
  await enrol(userId);
  if (role === "operator" || !supplier) return { viewer: { kind: "operator", userId }, identifier };
  return { viewer: { kind: role, userId, supplierId: supplier.id }, identifier };
}

import { randomUUID } from "node:crypto";
import { env } from "@/lib/env";
import { sha256Hex } from "@/lib/sha256";
import { storage } from "@/lib/storage/open-storage";
import { originalKey } from "@/lib/storage/storage";
import { startApp, type TestApp } from "@/tests/support/app";
import { testDatabase } from "@/tests/support/database";
import { insertInvoices, invoiceRow } from "@/tests/support/invoice-row";
import {
  asOwner,
  makeAccount,
  makeSupplier,
  type TestAccount,
  type TestSupplier,
} from "@/tests/support/world";
import { cookieOf } from "./ask";

export interface Tenant {
  supplier: TestSupplier;
  account: TestAccount;
  cookie: string;
  /** One invoice, with an original of 8 MB. */
  invoiceId: string;
}

/** The portal that is attacked, and its users in the attack. The process that attacks gets a copy. */
export interface Target {
  app: Pick<TestApp, "url" | "pid">;
  attacker: Tenant;
  /** Other users of the attacker's supplier, each of a separate account. */
  accomplices: { account: TestAccount; cookie: string }[];
  victim: Tenant;
}

export interface AttackedPortal extends Target {
  app: TestApp;
  stop(): Promise<void>;
}

const ORIGINAL = Buffer.concat([Buffer.from("%PDF-1.7\n"), Buffer.alloc(8_000_000, "x")]);

/** The built portal with two suppliers; the account that attacks has `invoices` invoices. */
export async function startAttackedPortal(invoices: number): Promise<AttackedPortal> {
  const attacker = await makeTenant();
  const accomplices = [];
  for (let index = 0; index < 4; index += 1) {
    const account = await makeAccount(attacker.supplier);
    await fill(attacker.supplier, account);
    accomplices.push({ account, cookie: await cookieOf(account.member.userId) });
  }
  const victim = await makeTenant();
  await multiply(attacker, invoices);
  await multiply(victim, 100);
  const app = await startApp({
    database: testDatabase(),
    dataDir: env().DATA_DIR,
    // One reverse proxy, as hosts have it: `ask` names the address as the proxy would.
    env: { EMBEDDED: "", LOG_LEVEL: "error", TRUSTED_PROXY_HOPS: "1" },
  });
  return { app, attacker, accomplices, victim, stop: () => app.stop() };
}

async function makeTenant(): Promise<Tenant> {
  const supplier = await makeSupplier();
  const account = await makeAccount(supplier);
  const invoiceId = await fill(supplier, account);
  return { supplier, account, cookie: await cookieOf(account.member.userId), invoiceId };
}

async function fill(supplier: TestSupplier, account: TestAccount): Promise<string> {
  const depositId = randomUUID();
  const row = {
    ...invoiceRow(supplier, account, depositId),
    size: ORIGINAL.length,
    storage_key: originalKey(supplier.id, "2026-11-02", sha256Hex(account.id)),
  };
  await storage().put(row.storage_key, ORIGINAL);
  await insertInvoices(supplier, depositId, [row]);
  return row.id;
}

/** Inserts copies of the tenant's invoice, with other numbers and days. */
async function multiply({ invoiceId }: Tenant, invoices: number): Promise<void> {
  await asOwner(async (sql) => {
    const columns = await sql<{ name: string }[]>`
      select attname as name from pg_attribute
      where attrelid = 'invoices'::regclass and attnum > 0 and not attisdropped and attgenerated = ''`;
    const own: Record<string, string> = {
      id: "gen_random_uuid()",
      number: "'FT-' || n || '-' || number",
      sequence: "sequence + 1000000 + n",
      issued_on: "current_date - (n % 700)::int",
      sha256: "sha256((n || id::text)::bytea)",
      contracts: "array['CC-' || n % 7]",
      vehicles: "array['GA-' || n % 9 || '-AA']",
    };
    const names = columns.map(({ name }) => name);
    await sql.unsafe(
      `insert into invoices (${names.join(", ")})
       select ${names.map((name) => own[name] ?? name).join(", ")}
       from invoices, generate_series(1, ${invoices}) n where id = $1`,
      [invoiceId],
    );
    await sql`analyze invoices`;
  });
}

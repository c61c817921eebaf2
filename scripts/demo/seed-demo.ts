import { suppliers } from "@/db/schema/suppliers";
import { withViewer } from "@/lib/access/with-viewer";
import { now } from "@/lib/clock";
import { todayIn } from "@/lib/dates";
import { env } from "@/lib/env";
import { passStartChecks } from "@/lib/health/start-checks";
import { checkUnread } from "@/lib/retention/check-unread";
import { demoPlan } from "./demo-plan";
import type { DemoUser, DemoWorld } from "./demo-world";
import { depositDemoInvoice } from "./deposit-demo-invoice";
import { type DemoRows, insertDemoAccounts } from "./insert-demo-accounts";
import { insertDemoDeposits } from "./insert-demo-deposits";
import { insertDemoMails } from "./insert-demo-mails";
import { insertDemoRequests } from "./insert-demo-requests";
import { insertDemoUsers } from "./insert-demo-users";

/** The parts of `demo.json` that come from the demo data. Keys and tokens are new each time. */
export interface DemoSummary {
  users: (Pick<DemoUser, "identifier" | "password" | "role" | "supplier" | "customerNumber" | "email"> & {
    company: string | null;
    /** The secret of the second factor in base32; only for staff. */
    totpSecret?: string;
  })[];
  /** By the supplier's slug. */
  supplierKeys: Record<string, string>;
  /** By the identifier of the administrator who owns the token. */
  customerTokens: Record<string, string>;
}

/**
 * Fills an empty database with the demo data of today. Each invoice goes through the portal's own storage, ledger,
 * journal and outbox. If there is already a supplier, does nothing and returns an empty summary. Throws outside the
 * embedded database: the passwords are public.
 */
export async function seedDemo(options: {
  onProgress(done: number, total: number, label: string): void;
}): Promise<DemoSummary> {
  await requireEmbedded();
  if (await hasSuppliers()) return { users: [], supplierKeys: {}, customerTokens: {} };
  const today = todayIn("Europe/Paris", now().getTime());
  const world = demoPlan(today);
  const { demoRows, supplierKeys } = await insertDemoAccounts(world);
  const customerTokens = await insertDemoUsers(world, demoRows);
  await depositAll(world, demoRows, options.onProgress);
  await insertDemoDeposits(world, demoRows, today);
  await insertDemoRequests(demoRows);
  await insertDemoMails(world, demoRows, today, now());
  await checkUnread(now());
  return { users: world.users.map((user) => userSummary(user, world)), supplierKeys, customerTokens };
}

async function requireEmbedded(): Promise<void> {
  if (!env().EMBEDDED)
    throw new Error(
      "The demo data has public passwords, so only the embedded database gets it. Leave DATABASE_URL out.",
    );
  if (!(await passStartChecks())) throw new Error("The database cannot be reached, or has no schema yet.");
}

async function hasSuppliers(): Promise<boolean> {
  const found = await withViewer({ kind: "anonymous" }, (tx) =>
    tx.select({ id: suppliers.id }).from(suppliers).limit(1),
  );
  return found.length > 0;
}

/** Deposits for all suppliers in parallel, but for each supplier in order, because its ledger is a chain. */
async function depositAll(
  world: DemoWorld,
  demoRows: DemoRows,
  onProgress: (done: number, total: number, label: string) => void,
): Promise<void> {
  const kept = world.invoices.filter((invoice) => !invoice.expired);
  let done = 0;
  const depositOf = async (slug: string) => {
    for (const invoice of kept.filter((one) => one.supplier === slug)) {
      await depositDemoInvoice(invoice, demoRows);
      onProgress((done += 1), kept.length, "Demo invoices");
    }
  };
  await Promise.all(world.suppliers.map((supplier) => depositOf(supplier.slug)));
}

function userSummary(user: DemoUser, world: DemoWorld): DemoSummary["users"][number] {
  const { identifier, password, role, supplier, customerNumber, email, totpSecret } = user;
  const account = world.accounts.find(
    (one) => one.supplier === supplier && one.customerNumber === customerNumber,
  );
  return {
    identifier,
    password,
    role,
    supplier,
    company: account?.company.name ?? null,
    customerNumber,
    email,
    ...(totpSecret !== null && { totpSecret }),
  };
}

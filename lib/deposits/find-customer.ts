import { and, eq, inArray, ne, type SQL, sql } from "drizzle-orm";
import { accounts } from "@/db/schema/accounts";
import { companies } from "@/db/schema/companies";
import type { Transaction } from "@/db/transaction";
import { visibleAccounts } from "@/lib/access/access";
import type { Viewer } from "@/lib/access/viewer";
import type { Channel, Preference } from "@/lib/preferences";
import type { DepositFacts } from "./deposit-facts";
import type { DepositMetadata } from "./deposit-metadata";
import type { DepositProblem } from "./deposit-problem";

export interface Customer {
  accountId: string;
  customerNumber: string;
  companyName: string;
  companySiren: string | null;
  preference: Preference;
  channel: Channel;
  /** Its address is known and no activation mail was queued yet, or a change of address takes effect now (R21). */
  awaitsActivation: boolean;
}

type Found = { ok: true; customer: Customer } | { ok: false; problems: DepositProblem[] };

/**
 * The account a document belongs to: the customer number in the metadata, else the one the file carries as buyer
 * reference (BT-10) or buyer identifier (BT-46), else the only open account of the buyer's SIREN (BT-47). A buyer
 * SIREN that contradicts the account refuses the deposit unless `confirmBuyer` says it is meant.
 */
export async function findCustomer(
  tx: Transaction,
  viewer: Viewer,
  facts: DepositFacts,
  metadata: DepositMetadata,
): Promise<Found> {
  const found = await findCandidate(tx, viewer, facts, metadata);
  if (!found.ok) return found;
  const { state, ...customer } = found.candidate;
  if (state === "closed")
    return refuse("customer_closed", `The account ${customer.customerNumber} is closed.`);
  const buyerSiren = facts.buyer?.siren ?? null;
  if (buyerSiren && customer.companySiren && buyerSiren !== customer.companySiren && !metadata.confirmBuyer)
    return refuse(
      "buyer_contradicts_account",
      `The file's buyer has SIREN ${buyerSiren}, the account ${customer.customerNumber} belongs to SIREN ` +
        `${customer.companySiren}. Correct the customer number, or send confirmBuyer: true if this is meant.`,
    );
  return { ok: true, customer };
}

type Candidate = Customer & { state: "open" | "closing" | "closed" };

async function findCandidate(
  tx: Transaction,
  viewer: Viewer,
  facts: DepositFacts,
  metadata: DepositMetadata,
): Promise<{ ok: true; candidate: Candidate } | { ok: false; problems: DepositProblem[] }> {
  if (metadata.customerNumber !== undefined) {
    const [candidate] = await select(tx, viewer, eq(accounts.customerNumber, metadata.customerNumber));
    if (candidate) return { ok: true, candidate };
    return refuse("customer_unknown", `No account has the customer number ${metadata.customerNumber}.`);
  }
  const written = [facts.buyerReference, facts.buyer?.identifier].filter((text) => text != null);
  const byNumber = written.length ? await select(tx, viewer, inArray(accounts.customerNumber, written)) : [];
  const siren = facts.buyer?.siren;
  const found =
    byNumber.length || !siren
      ? byNumber
      : await select(tx, viewer, and(eq(companies.siren, siren), ne(accounts.state, "closed")));
  const [candidate, another] = found;
  if (!candidate)
    return refuse(
      "customer_unknown",
      "The file names no customer of yours (buyer reference BT-10, buyer identifier BT-46, SIREN BT-47). Send customerNumber.",
    );
  if (another)
    return refuse(
      "customer_ambiguous",
      `The file fits several accounts (${found.map((one) => one.customerNumber).join(", ")}). Send customerNumber.`,
    );
  return { ok: true, candidate };
}

function select(tx: Transaction, viewer: Viewer, which: SQL | undefined): Promise<Candidate[]> {
  return tx
    .select({
      accountId: accounts.id,
      customerNumber: accounts.customerNumber,
      companyName: companies.name,
      companySiren: companies.siren,
      preference: accounts.preference,
      channel: accounts.channel,
      awaitsActivation: sql<boolean>`(${accounts.email} is not null and ${accounts.activationQueuedAt} is null)
        or ${accounts.pendingEmail} is not null`,
      state: accounts.state,
    })
    .from(accounts)
    .innerJoin(companies, eq(companies.id, accounts.companyId))
    .where(and(visibleAccounts(viewer), which))
    .orderBy(accounts.customerNumber)
    .limit(10);
}

const refuse = (type: DepositProblem["type"], detail: string) => ({
  ok: false as const,
  problems: [{ type, field: "customerNumber", detail }],
});

import { and, eq, inArray, or, type SQL, sql } from "drizzle-orm";
import { accounts } from "@/db/schema/accounts";
import { companies } from "@/db/schema/companies";
import type { Transaction } from "@/db/transaction";
import { visibleAccounts } from "@/lib/access/access";
import { ACCOUNT_NAME } from "@/lib/access/account-name";
import type { Viewer } from "@/lib/access/viewer";
import { withoutInvisible } from "@/lib/invisible-text";
import type { Channel, Preference } from "@/lib/preferences";
import {
  buyerIdentity,
  companyIdentity,
  contradiction,
  type Identity,
  isSameCompany,
} from "./buyer-evidence";
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
  /**
   * Whether the account's address is known and no activation mail was queued yet, or a change of address takes effect
   * now (R21).
   */
  awaitsActivation: boolean;
}

type Found = { ok: true; customer: Customer } | { ok: false; problems: DepositProblem[] };

/**
 * Finds the account that a document belongs to. A customer number in the metadata decides. Without one, the file
 * decides: the numbers that identify its buyer (legal identifier, VAT number, electronic address), or a buyer
 * identifier (BT-46) or buyer reference (BT-10) that is a customer number; the reference never overrides the others.
 * A deposit whose buyer contradicts the account is refused, except with `confirmBuyer`.
 */
export async function findCustomer(
  tx: Transaction,
  viewer: Viewer,
  facts: DepositFacts,
  metadata: DepositMetadata,
): Promise<Found> {
  const buyer = buyerIdentity(facts.buyer);
  const found =
    metadata.customerNumber === undefined
      ? await findByFile(tx, viewer, facts, buyer)
      : await findByNumber(tx, viewer, metadata.customerNumber);
  if (!found.ok) return found;
  const { state, companyVatNumber, ...customer } = found.candidate;
  if (state !== "open")
    return refuse("customer_closed", `The account ${customer.customerNumber} is closed or being closed.`);
  const other = contradiction(buyer, identityOf({ ...customer, companyVatNumber }));
  if (other && !metadata.confirmBuyer)
    return refuse(
      "buyer_contradicts_account",
      `The file's buyer has ${other}, the account ${customer.customerNumber} belongs to ` +
        `${customer.companySiren ? `SIREN ${customer.companySiren}` : `VAT number ${companyVatNumber}`}. ` +
        "Correct the customer number, or send confirmBuyer: true if this is meant.",
    );
  return { ok: true, customer };
}

type Candidate = Customer & { state: "open" | "closing" | "closed"; companyVatNumber: string | null };
type FoundCandidate = { ok: true; candidate: Candidate } | { ok: false; problems: DepositProblem[] };

async function findByNumber(
  tx: Transaction,
  viewer: Viewer,
  customerNumber: string,
): Promise<FoundCandidate> {
  const [candidate] = await select(tx, viewer, eq(accounts.customerNumber, customerNumber));
  if (candidate) return { ok: true, candidate };
  return refuse("customer_unknown", `No account has the customer number ${customerNumber}.`);
}

async function findByFile(
  tx: Transaction,
  viewer: Viewer,
  facts: DepositFacts,
  buyer: Identity,
): Promise<FoundCandidate> {
  const [reference, identifier] = [facts.buyerReference, facts.buyer?.identifier].map((text) =>
    text == null ? null : withoutInvisible(text),
  );
  const writtenNumbers = [reference, identifier].filter((text) => text != null);
  const byNumber = writtenNumbers.length
    ? await select(tx, viewer, inArray(accounts.customerNumber, writtenNumbers))
    : [];
  const ofSameCompany = byNumber.filter((one) => isSameCompany(buyer, identityOf(one)));
  if (ofSameCompany.length > 0) return onlyOne(ofSameCompany);
  // BT-46 is a customer number, but the buyer's SIREN or VAT number is another company's: `findCustomer` decides.
  const identified = byNumber.find((one) => one.customerNumber === identifier);
  if (identified && contradiction(buyer, identityOf(identified))) return { ok: true, candidate: identified };
  const byIdentity = await selectByIdentity(tx, viewer, buyer);
  if (byIdentity.length === 0) return onlyOne(byNumber);
  return onlyOne(identified ? [...byIdentity, identified] : byIdentity);
}

function onlyOne(found: Candidate[]): FoundCandidate {
  const [candidate, another] = found;
  if (!candidate)
    return refuse(
      "customer_unknown",
      "The file identifies none of your customers (buyer reference BT-10, buyer identifier BT-46, legal identifier BT-47, " +
        "VAT number BT-48, electronic address BT-49). Send customerNumber.",
    );
  if (another)
    return refuse(
      "customer_ambiguous",
      `The file matches several accounts (${found.map((one) => one.customerNumber).join(", ")}). Send customerNumber.`,
    );
  return { ok: true, candidate };
}

const identityOf = (candidate: Pick<Candidate, "companySiren" | "companyVatNumber">): Identity =>
  companyIdentity({ siren: candidate.companySiren, vatNumber: candidate.companyVatNumber });

/** The accounts, except closed ones and those being closed, of companies with one of these numbers. */
async function selectByIdentity(tx: Transaction, viewer: Viewer, buyer: Identity): Promise<Candidate[]> {
  const { sirens, vatNumbers } = buyer;
  if (sirens.length + vatNumbers.length === 0) return [];
  const vatKey = sql`upper(regexp_replace(${companies.vatNumber}, '[^0-9A-Za-z]', '', 'g'))`;
  return select(
    tx,
    viewer,
    and(
      eq(accounts.state, "open"),
      or(
        sirens.length ? inArray(companies.siren, [...sirens]) : undefined,
        sirens.length
          ? and(sql`${vatKey} like 'FR%'`, inArray(sql`right(${vatKey}, 9)`, [...sirens]))
          : undefined,
        vatNumbers.length ? inArray(vatKey, [...vatNumbers]) : undefined,
      ),
    ),
  );
}

function select(tx: Transaction, viewer: Viewer, which: SQL | undefined): Promise<Candidate[]> {
  return tx
    .select({
      accountId: accounts.id,
      customerNumber: accounts.customerNumber,
      companyName: ACCOUNT_NAME,
      companySiren: companies.siren,
      companyVatNumber: companies.vatNumber,
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

import { type InvoiceQuery, readInvoiceQuery } from "@/lib/invoices/filter/invoice-query";
import type { Register } from "@/lib/invoices/register/open-register";
import type { ListedInvoice, RegisterEntry } from "@/lib/invoices/register/select-invoices";
import type { OwnAccount } from "@/lib/persons/own-account";
import { helpSupplier } from "@/tests/unit/help/help-supplier";

const query = (url: string): InvoiceQuery => readInvoiceQuery(new URLSearchParams(url));

export const ID = "019a8f00-0000-7000-8000-000000000001";

const LISTED: ListedInvoice = {
  id: ID,
  number: "FT-1",
  type: "invoice",
  issuedOn: "2026-11-02",
  dueOn: null,
  paymentMeans: null,
  currency: "EUR",
  signedWithVatMinor: 120_000n,
  signedWithoutVatMinor: 100_000n,
  contracts: ["C-1"],
  vehicles: [],
  format: "facturx",
  legalRole: "original",
};

export const ENTRY: RegisterEntry = {
  ...LISTED,
  depositedAt: new Date("2026-11-03T08:00:00Z"),
  seenAt: null,
  takenAt: null,
};

export function account(change: Partial<OwnAccount> = {}): OwnAccount {
  return {
    viewer: { kind: "member", userId: "user", accountId: "account", supplierId: "supplier" },
    identifier: "perce-neige-dl",
    customerNumber: "204118",
    companyName: "Perce-Neige",
    supplier: { slug: "loueur", name: "Loueur", timeZone: "Europe/Paris" },
    isCurrent: true,
    isAttached: false,
    ...change,
  };
}

type Change = Partial<Omit<Register, "list" | "query">> & { list?: Partial<Register["list"]> };

/** The list for the query of a URL on 23 November 2026; empty by default. */
export function register(url: string, { list, ...change }: Change = {}): Register {
  const asked = query(url);
  return {
    supplier: helpSupplier(),
    query: asked,
    effective: asked.filter,
    today: "2026-11-23",
    historyMonths: 3,
    historySince: "2026-08-23",
    ownAccounts: [account()],
    savedFilters: [],
    ...change,
    list: {
      rows: [],
      previous: null,
      next: null,
      count: 0,
      hasMore: false,
      creditNotes: 0,
      remaining: 0,
      unread: 0,
      sinceLastVisit: 0,
      size: 0,
      totals: [],
      months: {},
      olderHidden: 0,
      places: null,
      filled: { contract: true, vehicle: true, dueOn: true, withoutVat: true },
      ...list,
    },
  };
}

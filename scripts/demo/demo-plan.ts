import { addDays, addMonths, compare, type PlainDate } from "@/lib/dates";
import { RETENTION_MONTHS } from "@/lib/month-settings";
import { demoAccounts } from "./demo-accounts";
import { type DemoDraft, draftsOf } from "./demo-drafts";
import { makeDemoFile } from "./demo-file";
import { demoSuppliers } from "./demo-suppliers";
import { demoUsers } from "./demo-users";
import type { DemoInvoice, DemoSupplier, DemoWorld } from "./demo-world";
import type { InvoiceSpec } from "./invoice-spec";

/**
 * Returns the demo data of the day `today`: three suppliers, about twelve accounts, their users, and about 400 invoices of
 * the 30 months before. The same day gives the same data, to the last byte of each file.
 */
export function demoPlan(today: PlainDate): DemoWorld {
  const invoices = demoSuppliers.flatMap((supplier) => invoicesOf(supplier, today));
  return {
    suppliers: [...demoSuppliers],
    accounts: [...demoAccounts],
    users: [...demoUsers],
    invoices: invoices.sort((a, b) => compare(a.depositedAt, b.depositedAt)),
  };
}

function invoicesOf(supplier: DemoSupplier, today: PlainDate): DemoInvoice[] {
  const drafts = demoAccounts
    .filter((account) => account.supplier === supplier.slug)
    .flatMap((account) => draftsOf(account, today))
    // The sort is stable: invoices of the same day keep the order of the accounts.
    .sort((a, b) => compare(a.issuedOn, b.issuedOn));
  const numbers = numbersOf(supplier, drafts);
  return drafts.map((draft, index) => {
    const spec = specOf(supplier, draft, numbers);
    const { customerNumber } = draft.account;
    const fileName = `${spec.number}${draft.format === "facturx" || draft.format === "pdf" ? ".pdf" : ".xml"}`;
    return {
      supplier: supplier.slug,
      customerNumber,
      spec,
      format: draft.format,
      depositedAt: depositInstant(draft.issuedOn, index),
      expired: addMonths(draft.issuedOn, RETENTION_MONTHS.default) < today,
      file: () => makeDemoFile(spec, draft.format, fileName),
    };
  });
}

/** Numbers invoices and credit notes separately, without gaps, in the order of issue (CGI, annexe II, 242 nonies A). */
function numbersOf(supplier: DemoSupplier, drafts: DemoDraft[]): Map<DemoDraft, string> {
  const numbers = new Map<DemoDraft, string>();
  const sequences = [
    { type: "invoice", prefix: supplier.invoicePrefix, last: supplier.lastInvoiceNumber },
    { type: "credit_note", prefix: supplier.creditNotePrefix, last: supplier.lastCreditNoteNumber },
  ];
  for (const { type, prefix, last } of sequences) {
    const own = drafts.filter((draft) => draft.type === type);
    own.forEach((draft, index) => {
      const position = String(last - own.length + 1 + index).padStart(6, "0");
      numbers.set(draft, `${prefix}-${draft.issuedOn.slice(0, 4)}-${position}`);
    });
  }
  return numbers;
}

function specOf(supplier: DemoSupplier, draft: DemoDraft, numbers: Map<DemoDraft, string>): InvoiceSpec {
  const { account, corrects } = draft;
  const { name, siren, vatNumber } = account.company;
  return {
    seller: supplier.seller,
    buyer: { name, siren, vatNumber, ...account.address },
    customerNumber: account.customerNumber,
    number: numbers.get(draft) ?? "",
    type: draft.type,
    issuedOn: draft.issuedOn,
    ...(draft.type === "invoice" && { dueOn: addDays(draft.issuedOn, supplier.paymentDays) }),
    ...(draft.period && { period: draft.period }),
    currency: "EUR",
    contracts: draft.contracts,
    plates: draft.plates,
    lines: draft.lines,
    ...(corrects && {
      precedingInvoice: { number: numbers.get(corrects) ?? "", issuedOn: corrects.issuedOn },
    }),
    payment: account.billing.payment,
    notes: draft.notes,
  };
}

/** Returns an instant in the early morning of the day of issue; deposits are one second apart. */
function depositInstant(issuedOn: PlainDate, index: number): string {
  const second = String(index % 60).padStart(2, "0");
  const minute = String(Math.floor(index / 60) % 60).padStart(2, "0");
  return `${issuedOn}T04:${minute}:${second}.000Z`;
}

import { now } from "@/lib/clock";
import { addDays, todayIn } from "@/lib/dates";
import { establishFacts } from "@/lib/deposits/deposit-facts";
import type { DepositMetadata } from "@/lib/deposits/deposit-metadata";
import { recordDeposit } from "@/lib/deposits/record-deposit";
import { readInvoiceFile } from "@/lib/formats/read-invoice-file";
import { toDecimal } from "@/lib/money";
import { RETENTION_MONTHS } from "@/lib/month-settings";
import { sha256Hex } from "@/lib/sha256";
import { storage } from "@/lib/storage/open-storage";
import { originalKey } from "@/lib/storage/storage";
import type { DemoInvoice } from "./demo-world";
import { accountKey, type DemoRows } from "./insert-demo-accounts";
import type { InvoiceSpec } from "./invoice-spec";
import { totalsOf } from "./invoice-totals";

/** Only deposits of the last days queue mails; older ones count as already notified. */
const NOTIFIED_DAYS = 7;

/**
 * Deposits a demo invoice as `depositInvoice` does, from file to ledger, but at the instant planned for it. An invoice
 * older than a week is recorded with the preference « none »: otherwise mails of two years would be queued.
 */
export async function depositDemoInvoice(invoice: DemoInvoice, demoRows: DemoRows): Promise<void> {
  const supplier = demoRows.suppliers.get(invoice.supplier);
  const accountRow = demoRows.accounts.get(accountKey(invoice.supplier, invoice.customerNumber));
  if (!supplier || !accountRow) throw new Error(`No account for ${invoice.spec.number}.`);
  const { fileName, bytes } = await invoice.file();
  const reading = await readInvoiceFile(bytes);
  if (!reading.ok) throw new Error(`${fileName} cannot be read: ${reading.reason}`);
  const established = establishFacts(reading, reading.fields ? {} : metadataOf(invoice.spec));
  if (!established.ok) throw new Error(`${fileName} lacks ${JSON.stringify(established.problems)}`);

  const { facts, warnings } = established;
  const { seller } = supplier.supplier;
  const { account } = accountRow;
  const sha256 = sha256Hex(bytes);
  await storage().put(originalKey(supplier.id, facts.issuedOn, sha256), bytes);
  const today = todayIn("Europe/Paris", now().getTime());
  const isNotified = facts.issuedOn > addDays(today, -NOTIFIED_DAYS);
  const result = await recordDeposit(
    { kind: "supplier_key", keyId: supplier.keyId, supplierId: supplier.id },
    {
      deposited: {
        id: null,
        facts,
        reading,
        sellerName: facts.seller?.name ?? seller.name,
        buyerName: facts.buyer?.name ?? account.company.name,
        sha256,
        size: bytes.length,
        legalRole: "original",
        warnings,
      },
      supplier: {
        id: supplier.id,
        legalName: seller.name,
        siren: seller.siren,
        vatNumber: seller.vatNumber,
        timeZone: "Europe/Paris",
        retentionMonths: RETENTION_MONTHS.default,
        startsOn: supplier.supplier.startsOn,
        defaultLegalRole: "original",
      },
      customer: {
        accountId: accountRow.id,
        customerNumber: account.customerNumber,
        companyName: account.company.name,
        companySiren: account.company.siren,
        preference: isNotified ? account.preference : "none",
        channel: account.channel,
        awaitsActivation: account.email !== null,
      },
      fileName,
      at: new Date(Math.min(Date.parse(invoice.depositedAt), now().getTime())),
    },
  );
  if (!result.ok) throw new Error(`${fileName} was not deposited: ${result.reason}`);
}

/** Returns the metadata that a plain PDF does not contain as data. */
function metadataOf(spec: InvoiceSpec): DepositMetadata {
  const totals = totalsOf(spec);
  return {
    number: spec.number,
    type: spec.type,
    issuedOn: spec.issuedOn,
    ...(spec.dueOn !== undefined && { dueOn: spec.dueOn }),
    currency: spec.currency,
    totalWithVat: toDecimal(totals.grossMinor, spec.currency),
    totalWithoutVat: toDecimal(totals.netMinor, spec.currency),
    vat: totals.vat.map(({ category, rate, basisMinor, vatMinor }) => ({
      category,
      rate,
      base: toDecimal(basisMinor, spec.currency),
      amount: toDecimal(vatMinor, spec.currency),
    })),
    contracts: spec.contracts,
    vehicles: spec.plates,
  };
}

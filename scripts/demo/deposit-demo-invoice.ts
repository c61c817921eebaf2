import { now } from "@/lib/clock";
import { addDays, todayIn } from "@/lib/dates";
import { establishFacts } from "@/lib/deposits/deposit-facts";
import type { DepositMetadata } from "@/lib/deposits/deposit-metadata";
import { recordDeposit } from "@/lib/deposits/record-deposit";
import { readInvoiceFile } from "@/lib/formats/read-invoice-file";
import { toDecimal } from "@/lib/money";
import { sha256Hex } from "@/lib/sha256";
import { storage } from "@/lib/storage/open-storage";
import { originalKey } from "@/lib/storage/storage";
import type { DemoInvoice } from "./demo-world";
import { type DemoPlaces, placeOf } from "./insert-demo-accounts";
import type { InvoiceSpec } from "./invoice-spec";
import { totalsOf } from "./invoice-totals";

/** Deposits of the last days make mails; older ones count as notified already. */
const NOTIFIED_DAYS = 7;

/**
 * Deposits a demo invoice as `depositInvoice` does, from file to ledger, at the instant the plan says instead of now.
 * What is older than a week is recorded as if its account had wanted no mail then: otherwise years of mails would wait.
 */
export async function depositDemoInvoice(invoice: DemoInvoice, places: DemoPlaces): Promise<void> {
  const supplier = places.suppliers.get(invoice.supplier);
  const place = places.accounts.get(placeOf(invoice.supplier, invoice.customerNumber));
  if (!supplier || !place) throw new Error(`No place for ${invoice.spec.number}.`);
  const { fileName, bytes } = await invoice.file();
  const reading = await readInvoiceFile(bytes);
  if (!reading.ok) throw new Error(`${fileName} cannot be read: ${reading.reason}`);
  const established = establishFacts(reading, reading.fields ? {} : metadataOf(invoice.spec));
  if (!established.ok) throw new Error(`${fileName} lacks ${JSON.stringify(established.problems)}`);

  const { facts, warnings } = established;
  const { seller } = supplier.supplier;
  const { account } = place;
  const sha256 = sha256Hex(bytes);
  await storage().put(originalKey(supplier.id, facts.issuedOn, sha256), bytes);
  const today = todayIn("Europe/Paris", now().getTime());
  const isNews = facts.issuedOn > addDays(today, -NOTIFIED_DAYS);
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
        timeZone: "Europe/Paris",
        retentionMonths: 24,
        startsOn: supplier.supplier.startsOn,
        defaultLegalRole: "original",
      },
      customer: {
        accountId: place.id,
        customerNumber: account.customerNumber,
        companyName: account.company.name,
        companySiren: account.company.siren,
        preference: isNews ? account.preference : "none",
        channel: account.channel,
        awaitsActivation: account.email !== null,
      },
      fileName,
      at: new Date(Math.min(Date.parse(invoice.depositedAt), now().getTime())),
    },
  );
  if (!result.ok) throw new Error(`${fileName} was not deposited: ${result.reason}`);
}

/** What a plain PDF cannot say itself. */
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
    contracts: spec.contracts,
    vehicles: spec.plates,
  };
}

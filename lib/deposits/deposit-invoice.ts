import { eq } from "drizzle-orm";
import { suppliers } from "@/db/schema/suppliers";
import { ownersOf } from "@/lib/access/owners";
import { withViewer } from "@/lib/access/with-viewer";
import { now } from "@/lib/clock";
import { addDays, addMonths, todayIn } from "@/lib/dates";
import type { ReadInvoice } from "@/lib/formats/invoice-reading";
import { readInvoiceFile } from "@/lib/formats/read-invoice-file";
import { MONTHS_AFTER_DEPOSIT } from "@/lib/month-settings";
import { sha256Hex } from "@/lib/sha256";
import { storage } from "@/lib/storage/open-storage";
import { originalKey } from "@/lib/storage/storage";
import { type DepositFacts, establishFacts } from "./deposit-facts";
import type { DepositMetadata } from "./deposit-metadata";
import type { DepositProblem } from "./deposit-problem";
import type { Deposited, DepositedFile, DepositResult, DepositSupplier } from "./deposit-result";
import type { Depositor } from "./depositor";
import { findConflict } from "./find-conflict";
import { type Customer, findCustomer } from "./find-customer";
import { recordDeposit } from "./record-deposit";
import { recordRefusal } from "./record-refusal";
import { resolveRefusal } from "./resolve-refusal";

/**
 * Deposits one document into a customer's account, exactly once.
 *
 * The same bytes for the same account are `already_there`; the same bytes for another account are `file_elsewhere`;
 * another document with a number that its seller already used that year is `number_taken`. A refused deposit stores no
 * invoice; the refusal is recorded, with the bytes when other metadata may make the file acceptable. The original is
 * stored first; then invoice, ledger entry, journal entry and notification are written in one transaction. `dryRun`
 * reads and checks file and metadata alone: it looks for no customer, compares nothing with stored invoices and stores
 * nothing.
 */
export async function depositInvoice(
  viewer: Depositor,
  file: DepositedFile,
  metadata: DepositMetadata,
  options: { dryRun: boolean },
): Promise<DepositResult> {
  const reading = await readInvoiceFile(file.bytes, { owners: ownersOf(viewer) });
  const result = reading.ok
    ? await depositReadFile(viewer, { file, reading, metadata, ...options })
    : refuse([{ type: "file_unreadable", field: "file", detail: unreadable(reading) }]);
  if (!result.ok && !options.dryRun) await recordRefusal(viewer, { file, reading, metadata, result });
  return result;
}

/** Refuses a deposit whose metadata cannot be used. The refusal is recorded like any other. */
export async function refuseMetadata(
  viewer: Depositor,
  file: DepositedFile,
  problems: DepositProblem[],
  options: { dryRun: boolean },
): Promise<void> {
  if (options.dryRun) return;
  const reading = await readInvoiceFile(file.bytes, { owners: ownersOf(viewer) });
  await recordRefusal(viewer, {
    file,
    reading,
    metadata: null,
    result: { ok: false, reason: "refused", problems },
  });
}

interface ReadFile {
  file: DepositedFile;
  reading: ReadInvoice;
  metadata: DepositMetadata;
  dryRun: boolean;
}

async function depositReadFile(
  viewer: Depositor,
  { file, reading, metadata, dryRun }: ReadFile,
): Promise<DepositResult> {
  const established = establishFacts(reading, metadata);
  if (!established.ok) return refuse(established.problems);
  const { facts } = established;

  const { supplier, found } = await withViewer(viewer, async (tx) => {
    const [settings, customer] = await Promise.all([
      tx
        .select({
          id: suppliers.id,
          legalName: suppliers.legalName,
          siren: suppliers.siren,
          vatNumber: suppliers.vatNumber,
          timeZone: suppliers.timeZone,
          retentionMonths: suppliers.retentionMonths,
          startsOn: suppliers.startsOn,
          defaultLegalRole: suppliers.defaultLegalRole,
        })
        .from(suppliers)
        .where(eq(suppliers.id, viewer.supplierId)),
      dryRun ? null : findCustomer(tx, viewer, facts, metadata),
    ]);
    if (!settings[0]) throw new Error("The supplier was not found.");
    return { supplier: settings[0] as DepositSupplier, found: customer };
  });
  if (found && !found.ok) return refuse(found.problems);
  const customer: Customer | null = found?.customer ?? null;

  const at = now();
  const deposited: Deposited = {
    id: null,
    facts,
    reading,
    sellerName: facts.seller?.name ?? supplier.legalName,
    buyerName: facts.buyer?.name ?? customer?.companyName ?? "",
    sha256: sha256Hex(file.bytes),
    size: file.bytes.byteLength,
    legalRole: metadata.legalRole ?? supplier.defaultLegalRole,
    warnings: [
      ...established.warnings,
      ...depositWarnings(facts, supplier, todayIn(supplier.timeZone, at.getTime())),
    ],
  };
  if (!customer) return { ok: true, outcome: "dry_run", deposited };

  const conflict = await withViewer(viewer, async (tx) => {
    const found = await findConflict(tx, { deposited, supplier, customer });
    if (found?.ok && found.deposited.id !== null)
      await resolveRefusal(tx, {
        supplierId: supplier.id,
        sha256: deposited.sha256,
        invoiceId: found.deposited.id,
        at,
      });
    return found;
  });
  if (conflict) return conflict;
  await storage().put(originalKey(supplier.id, facts.issuedOn, deposited.sha256), file.bytes);
  return recordDeposit(viewer, { deposited, supplier, customer, fileName: file.fileName, at });
}

const refuse = (problems: DepositProblem[]): DepositResult => ({ ok: false, reason: "refused", problems });

function unreadable(reading: { reason: string; detail?: string }): string {
  return `The file cannot be read: ${reading.reason.replaceAll("_", " ")}${reading.detail ? ` (${reading.detail})` : ""}.`;
}

/** Old documents and documents with a future date are accepted with a warning. */
function depositWarnings(facts: DepositFacts, supplier: DepositSupplier, today: string): DepositProblem[] {
  const { issuedOn } = facts;
  const warn = (type: DepositProblem["type"], detail: string): DepositProblem[] => [
    { type, field: "issuedOn", detail },
  ];
  if (issuedOn > addDays(today, 1)) return warn("issued_in_future", `Issued on ${issuedOn}, after today.`);
  if (addMonths(issuedOn, supplier.retentionMonths) < today)
    return warn(
      "issued_long_ago",
      `Issued on ${issuedOn}: it will be kept for ${MONTHS_AFTER_DEPOSIT} months only.`,
    );
  if (supplier.startsOn && issuedOn < supplier.startsOn)
    return warn(
      "issued_before_start",
      `Issued on ${issuedOn}, before this portal's start on ${supplier.startsOn}.`,
    );
  return [];
}

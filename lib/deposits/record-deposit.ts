import { v7 as uuidv7 } from "uuid";
import { insertRows } from "@/db/insert-rows";
import { depositFiles, deposits } from "@/db/schema/deposits";
import { invoiceLines, invoiceVat } from "@/db/schema/invoice-contents";
import { invoiceReferences, invoices } from "@/db/schema/invoices";
import type { Transaction } from "@/db/transaction";
import { withViewer } from "@/lib/access/with-viewer";
import { activateAccount } from "@/lib/accounts/activate-account";
import { applyAddressChange } from "@/lib/accounts/apply-address-change";
import { recordAudit } from "@/lib/audit/record-audit";
import { todayIn } from "@/lib/dates";
import { appendToLedger, lockLedger } from "@/lib/ledger/append-to-ledger";
import { queueNotification } from "@/lib/notifications/queue-notification";
import { removeAfter } from "@/lib/retention/remove-after";
import { originalKey } from "@/lib/storage/storage";
import type { DepositFacts } from "./deposit-facts";
import type { Deposited, DepositResult, DepositSupplier } from "./deposit-result";
import { depositedBy, type Depositor } from "./depositor";
import { findConflict } from "./find-conflict";
import type { Customer } from "./find-customer";
import { resolveRefusal } from "./resolve-refusal";
import { sellerKey } from "./seller-key";

export interface DepositToRecord {
  deposited: Deposited;
  supplier: DepositSupplier;
  customer: Customer;
  fileName: string;
  at: Date;
}

/**
 * Records a stored document in one transaction: deposit, invoice, ledger, journal, notification. The lock of the
 * supplier's ledger makes its deposits run one after the other, so no other deposit can add a conflicting invoice
 * after the check. The unique indexes are the second protection.
 */
export function recordDeposit(viewer: Depositor, deposit: DepositToRecord): Promise<DepositResult> {
  const { deposited, supplier, customer, at } = deposit;
  return withViewer(viewer, async (tx) => {
    const [head, conflict] = await Promise.all([lockLedger(tx, supplier.id), findConflict(tx, deposit)]);
    if (conflict) return conflict;

    const invoiceId = uuidv7();
    await Promise.all([
      insertInvoice(tx, viewer, deposit, invoiceId, head.sequence + 1n),
      appendToLedger(tx, head, {
        kind: "deposited",
        invoiceId,
        accountId: customer.accountId,
        number: deposited.facts.number,
        issuedOn: deposited.facts.issuedOn,
        sha256: deposited.sha256,
        recordedAt: at,
      }),
      recordAudit(tx, viewer, {
        action: "invoice_deposited",
        subjectId: invoiceId,
        accountId: customer.accountId,
        at,
      }),
      queueNotification(tx, { supplierId: supplier.id, invoiceId, customer, at }),
      resolveRefusal(tx, { supplierId: supplier.id, sha256: deposited.sha256, invoiceId, at }),
    ]);
    if (customer.awaitsActivation && !(await applyAddressChange(tx, viewer, customer, at)))
      await activateAccount(tx, viewer, customer, at);
    return { ok: true, outcome: "created", deposited: { ...deposited, id: invoiceId } };
  });
}

async function insertInvoice(
  tx: Transaction,
  viewer: Depositor,
  { deposited, supplier, customer, fileName, at }: DepositToRecord,
  invoiceId: string,
  sequence: bigint,
): Promise<void> {
  const { facts, reading } = deposited;
  const tenant = { supplierId: supplier.id, accountId: customer.accountId };
  const depositId = uuidv7();
  const references = facts.precedingInvoices.map((reference, position) => ({
    invoiceId,
    ...tenant,
    position,
    ...reference,
  }));
  await Promise.all([
    tx.insert(deposits).values({
      id: depositId,
      supplierId: supplier.id,
      ...depositedBy(viewer),
      state: "done",
      fileCount: 1,
      receivedAt: at,
      finishedAt: at,
    }),
    tx.insert(depositFiles).values({
      supplierId: supplier.id,
      depositId,
      fileName,
      size: deposited.size,
      sha256: deposited.sha256,
      result: "accepted",
      invoiceId,
      problems: deposited.warnings.map(({ type, detail }) => ({ type, detail })),
    }),
    tx.insert(invoices).values({
      id: invoiceId,
      ...tenant,
      depositId,
      depositedAt: at,
      sequence,
      number: facts.number,
      type: facts.type,
      typeCode: facts.typeCode,
      issuedOn: facts.issuedOn,
      dueOn: facts.dueOn,
      currency: facts.currency,
      totalWithVatMinor: facts.totalWithVatMinor,
      totalWithoutVatMinor: facts.totalWithoutVatMinor,
      paymentMeans: facts.payment.means,
      paymentAccount: facts.payment.account,
      contracts: facts.contracts,
      vehicles: facts.vehicles,
      sellerKey: sellerKey(facts.seller),
      sellerName: deposited.sellerName,
      sellerSiren: facts.seller?.siren ?? null,
      sellerVatNumber: facts.seller?.vatNumber ?? null,
      buyerName: deposited.buyerName,
      buyerSiren: facts.buyer?.siren ?? null,
      buyerVatNumber: facts.buyer?.vatNumber ?? null,
      format: reading.format,
      profile: reading.profile,
      mediaType: reading.mediaType,
      xmlAttachment: reading.xmlAttachment,
      joinedDocuments: reading.joinedDocuments,
      hasActiveContent: reading.hasActiveContent,
      sha256: deposited.sha256,
      size: deposited.size,
      storageKey: originalKey(supplier.id, facts.issuedOn, deposited.sha256),
      fileName,
      legalRole: deposited.legalRole,
      removeAfter: removeAfter(
        facts.issuedOn,
        todayIn(supplier.timeZone, at.getTime()),
        supplier.retentionMonths,
      ),
    }),
    ...(references.length ? [tx.insert(invoiceReferences).values(references)] : []),
  ]);
  await insertContents(
    tx,
    { invoice_id: invoiceId, supplier_id: supplier.id, account_id: customer.accountId },
    facts,
  );
}

/** Stores the VAT and the lines of the document, so that exports and overviews need not read the original again. */
async function insertContents(
  tx: Transaction,
  owner: { invoice_id: string; supplier_id: string; account_id: string },
  { vat, lines }: DepositFacts,
): Promise<void> {
  const vatRows = vat.map(({ category, rate, baseMinor, taxMinor }, position) => ({
    ...owner,
    position,
    category,
    rate,
    base_minor: String(baseMinor),
    tax_minor: String(taxMinor),
  }));
  const lineRows = lines.map((line, position) => ({
    ...owner,
    position,
    name: line.name,
    net_amount: line.netAmount,
    vat_category: line.vatCategory,
    vat_rate: line.vatRate,
    contract: line.contract,
    vehicle: line.vehicle,
    period_from: line.periodFrom,
    period_to: line.periodTo,
  }));
  await Promise.all([
    insertRows(tx, invoiceVat, vatRows, { onConflict: "fail" }),
    insertRows(tx, invoiceLines, lineRows, { onConflict: "fail" }),
  ]);
}

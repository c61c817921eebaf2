import { and, asc, eq, inArray, isNull, or, sql } from "drizzle-orm";
import { invoiceReferences, invoices } from "@/db/schema/invoices";
import type { Transaction } from "@/db/transaction";
import { visibleInvoices } from "@/lib/access/access";
import type { Viewer } from "@/lib/access/viewer";
import { withViewer } from "@/lib/access/with-viewer";
import type { PlainDate } from "@/lib/dates";
import type { ListedInvoice } from "@/lib/invoices/register/select-invoices";
import type { Minor } from "@/lib/money";
import { isUuid } from "@/lib/uuid";
import { findRemovedAmong, type RemovedInvoice } from "./find-removed";

export interface LinkedInvoice {
  id: string;
  number: string;
  type: "invoice" | "credit_note";
  /** UNTDID 1001: 384 is a corrective invoice, which replaces the invoice it refers to. */
  typeCode: string;
  issuedOn: PlainDate;
  currency: string;
  signedWithVatMinor: Minor;
}

/** A document that refers to this one; with `namesOthers`, it refers to other documents as well. */
export interface CorrectingInvoice extends LinkedInvoice {
  namesOthers: boolean;
}

/** A preceding document, with the number and date given by this one. */
interface NamedInvoice {
  number: string;
  issuedOn: PlainDate | null;
  found: LinkedInvoice | null;
  /** Its ledger data, if it was removed from the account at the end of retention (R15). */
  removed: RemovedInvoice | null;
}

export interface InvoiceDetails extends ListedInvoice {
  accountId: string;
  typeCode: string;
  /** BT-84 */
  paymentAccount: string | null;
  sellerName: string;
  buyerName: string;
  profile: string | null;
  mediaType: "application/pdf" | "application/xml";
  fileName: string;
  /** Name of the XML inside a hybrid PDF. */
  xmlAttachment: string | null;
  /** Names of the documents that the supplier joined to it. */
  joinedDocuments: string[];
  size: number;
  sha256: string;
  sequence: bigint;
  depositedAt: Date;
  removeAfter: PlainDate;
  /** The preceding invoices this document refers to (BG-3); those found in the account can be opened. */
  corrects: NamedInvoice[];
  /** Credit notes and invoices of the account that refer to this one, oldest first. */
  correctedBy: CorrectingInvoice[];
}

const linked = {
  id: invoices.id,
  number: invoices.number,
  type: invoices.type,
  typeCode: invoices.typeCode,
  issuedOn: invoices.issuedOn,
  currency: invoices.currency,
  signedWithVatMinor: invoices.signedWithVatMinor,
};

/**
 * Returns an invoice with the documents it refers to and those that refer to it; null if absent or not the viewer's.
 */
export function getInvoice(viewer: Viewer, id: string): Promise<InvoiceDetails | null> {
  if (!isUuid(id)) return Promise.resolve(null);
  return withViewer(viewer, async (tx) => {
    const [invoice] = await tx
      .select({
        ...linked,
        accountId: invoices.accountId,
        dueOn: invoices.dueOn,
        paymentMeans: invoices.paymentMeans,
        paymentAccount: invoices.paymentAccount,
        signedWithoutVatMinor: invoices.signedWithoutVatMinor,
        contracts: invoices.contracts,
        vehicles: invoices.vehicles,
        format: invoices.format,
        legalRole: invoices.legalRole,
        sellerName: invoices.sellerName,
        buyerName: invoices.buyerName,
        profile: invoices.profile,
        mediaType: invoices.mediaType,
        fileName: invoices.fileName,
        xmlAttachment: invoices.xmlAttachment,
        joinedDocuments: invoices.joinedDocuments,
        size: invoices.size,
        sha256: invoices.sha256,
        sequence: invoices.sequence,
        depositedAt: invoices.depositedAt,
        removeAfter: invoices.removeAfter,
      })
      .from(invoices)
      .where(and(visibleInvoices(viewer), eq(invoices.id, id)));
    if (!invoice) return null;
    const [corrects, correctedBy] = await Promise.all([
      findCorrected(tx, viewer, invoice),
      findCorrections(tx, viewer, invoice),
    ]);
    return { ...invoice, corrects, correctedBy };
  });
}

type InvoiceIdentity = Pick<InvoiceDetails, "id" | "accountId" | "number" | "issuedOn">;

async function findCorrected(
  tx: Transaction,
  viewer: Viewer,
  invoice: InvoiceIdentity,
): Promise<NamedInvoice[]> {
  const named = await tx
    .select({ number: invoiceReferences.number, issuedOn: invoiceReferences.issuedOn })
    .from(invoiceReferences)
    .where(eq(invoiceReferences.invoiceId, invoice.id))
    .orderBy(asc(invoiceReferences.position))
    .limit(50);
  if (named.length === 0) return [];
  const numbers = named.map((one) => one.number);
  const present = await tx
    .select(linked)
    .from(invoices)
    .where(
      and(
        visibleInvoices(viewer),
        eq(invoices.accountId, invoice.accountId),
        inArray(invoices.number, numbers),
      ),
    );
  const matches =
    (one: (typeof named)[number]) => (row: { id: string; number: string; issuedOn: PlainDate }) =>
      row.number === one.number && row.id !== invoice.id && (!one.issuedOn || row.issuedOn === one.issuedOn);
  const links = named.map((one) => ({ ...one, found: present.find(matches(one)) ?? null }));
  const missing = links.filter(({ found }) => found === null).map(({ number }) => number);
  const removed = await findRemovedAmong(tx, invoice.accountId, missing);
  return links.map((one) => ({
    ...one,
    removed: one.found === null ? (removed.find(matches(one)) ?? null) : null,
  }));
}

/** Finds the documents that refer to this one by number, with its issue date or without a date. */
function findCorrections(
  tx: Transaction,
  viewer: Viewer,
  invoice: InvoiceIdentity,
): Promise<CorrectingInvoice[]> {
  const namesOthers = sql<boolean>`(
    select count(distinct named.number) > 1 from ${invoiceReferences} named where named.invoice_id = ${invoices.id}
  )`;
  return tx
    .selectDistinct({ ...linked, namesOthers })
    .from(invoiceReferences)
    .innerJoin(invoices, eq(invoices.id, invoiceReferences.invoiceId))
    .where(
      and(
        visibleInvoices(viewer),
        eq(invoiceReferences.accountId, invoice.accountId),
        eq(invoiceReferences.number, invoice.number),
        or(isNull(invoiceReferences.issuedOn), eq(invoiceReferences.issuedOn, invoice.issuedOn)),
      ),
    )
    .orderBy(asc(invoices.issuedOn), asc(invoices.id))
    .limit(50);
}

import { type PlainDate, todayIn } from "@/lib/dates";
import type { InvoiceContents } from "@/lib/formats/invoice-contents";
import {
  attachedXmlPath,
  downloadPath,
  filteredListPath,
  invoicePath,
  joinedDocumentPath,
  originalPath,
} from "@/lib/invoices/filter/invoice-paths";
import { type InvoiceQuery, writeInvoiceQuery } from "@/lib/invoices/filter/invoice-query";
import type { ContentsReading } from "@/lib/invoices/original/read-contents";
import type { Minor } from "@/lib/money";
import { type PaymentWay, paymentWay, writtenAccount } from "@/lib/payment-means";
import type { ReaderSession } from "@/lib/sign-in/session/current-session";
import type { InvoiceDetails } from "./get-invoice";
import { type HistoryEntry, invoiceHistory } from "./invoice-history";
import {
  type Correction,
  corrections,
  type Credited,
  credited,
  type DocumentKind,
  documentKind,
  type NamedDocument,
  namedDocuments,
} from "./linked-documents";
import { type ListPlace, listPlace } from "./list-place";
import type { InvoiceSurroundings } from "./open-surroundings";

/** A contract or a vehicle with the link to the list of its invoices, or a joined document with the link to it. */
export interface NameLink {
  name: string;
  href: string;
}

/** The data of an invoice's page. */
export interface InvoiceView extends Omit<
  InvoiceDetails,
  "contracts" | "vehicles" | "corrects" | "correctedBy" | "joinedDocuments"
> {
  kind: DocumentKind;
  /** Null when the file does not state the total without VAT. */
  vatMinor: Minor | null;
  /** What happens on the due date. */
  paymentWay: PaymentWay;
  /** The account to pay to, as people read it; null unless the invoice asks for a transfer. */
  transferAccount: string | null;
  contracts: NameLink[];
  vehicles: NameLink[];
  /** The preceding documents this one refers to. */
  corrects: NamedDocument[];
  /** The credit notes and invoices that refer to this one. */
  corrections: Correction[];
  credited: Credited | null;
  /** Newest first. */
  history: HistoryEntry[];
  /** The day (supplier's time zone) on which this user first downloaded it. */
  downloadedOn: PlainDate | null;
  /** The content of the file; null for a PDF without data, and when it was not read. */
  contents: InvoiceContents | null;
  /** Why a file with data was not read. */
  notRead: "too_large" | "unreadable" | "busy" | null;
  place: ListPlace;
  /** The page itself, with the query of the list. */
  pageHref: string;
  /** Opens the original in the browser. */
  openHref: string;
  downloadHref: string;
  xmlHref: string;
  joinedDocuments: NameLink[];
}

/** Builds the data of an invoice's page; `query` is that of the list from which the user came. */
export function invoiceView(
  invoice: InvoiceDetails,
  { neighbours, events, contents }: InvoiceSurroundings,
  { session, query }: { session: Pick<ReaderSession, "viewer" | "supplier">; query: InvoiceQuery },
): InvoiceView {
  const { viewer, supplier } = session;
  const { id, signedWithVatMinor, signedWithoutVatMinor } = invoice;
  const listQuery = writeInvoiceQuery(query);
  const downloaded = events.find((one) => one.kind === "downloaded" && one.by.userId === viewer.userId);
  const found = corrections(invoice, listQuery);
  return {
    ...invoice,
    kind: documentKind(invoice),
    vatMinor: signedWithoutVatMinor === null ? null : signedWithVatMinor - signedWithoutVatMinor,
    paymentWay: paymentWay(invoice),
    transferAccount: writtenAccount(invoice),
    contracts: invoice.contracts.map((name) => ({ name, href: filteredListPath({ contract: name }) })),
    vehicles: invoice.vehicles.map((name) => ({ name, href: filteredListPath({ vehicle: name }) })),
    corrects: namedDocuments(invoice, { listQuery, timeZone: supplier.timeZone }),
    corrections: found,
    credited: credited(invoice, found),
    history: invoiceHistory(invoice, events, { readerId: viewer.userId, supplierName: supplier.name }),
    downloadedOn: downloaded ? todayIn(supplier.timeZone, downloaded.at.getTime()) : null,
    contents: contents?.ok ? contents.contents : null,
    notRead: notRead(contents),
    place: listPlace(query, neighbours),
    pageHref: invoicePath(id, listQuery),
    openHref: originalPath(id),
    downloadHref: downloadPath(id),
    xmlHref: attachedXmlPath(id),
    joinedDocuments: invoice.joinedDocuments.map((name, at) => ({
      name,
      href: joinedDocumentPath(id, at + 1),
    })),
  };
}

/** Returns the reason to show when data was not read; null for a plain PDF, which has none. */
function notRead(reading: ContentsReading | null): InvoiceView["notRead"] {
  if (reading === null || reading.ok) return null;
  return reading.reason === "no_data" ? "unreadable" : reading.reason;
}

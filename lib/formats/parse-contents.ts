import { detectContainer } from "@/lib/formats/detect-container";
import { findInvoiceXml } from "@/lib/formats/find-invoice-xml";
import type { InvoiceContents } from "@/lib/formats/invoice-contents";
import { findJoinedDocuments, type JoinedDocument, openJoinedDocument } from "@/lib/formats/joined-documents";
import { mapContents } from "@/lib/formats/map-contents";
import { openPdf } from "@/lib/formats/open-pdf";
import { readEmbeddedInvoice } from "@/lib/formats/read-embedded-invoice";
import { surveyPdf } from "@/lib/formats/survey-pdf";

/** The fields that a person reads, null for a file without data. Runs in the worker; throws for an unreadable file. */
export async function parseContents(file: Uint8Array): Promise<InvoiceContents | null> {
  const found = await findInvoiceXml(file);
  return found && mapContents(found.root, found.syntax);
}

/** A document joined to the invoice, counted from 1; null when there is none. Runs in the worker. */
export async function parseJoined(file: Uint8Array, number: number): Promise<JoinedDocument | null> {
  if (detectContainer(file) !== "pdf") {
    const found = await findInvoiceXml(file);
    return openJoinedDocument(findJoinedDocuments([], { stream: null, root: found?.root ?? null }), number);
  }
  const { context, catalog } = await openPdf(file);
  const { attachments } = surveyPdf(context, catalog);
  const invoice = readEmbeddedInvoice(attachments) ?? { stream: null, root: null };
  return openJoinedDocument(findJoinedDocuments(attachments, invoice), number);
}

/** The XML attached to a hybrid PDF: name and exact bytes; null when there is none. Runs in the worker. */
export async function parseAttachment(file: Uint8Array): Promise<{ name: string; bytes: Uint8Array } | null> {
  const found = await findInvoiceXml(file);
  return found?.name == null ? null : { name: found.name, bytes: found.bytes };
}

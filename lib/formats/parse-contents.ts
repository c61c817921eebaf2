import { findInvoiceXml } from "@/lib/formats/find-invoice-xml";
import type { InvoiceContents } from "@/lib/formats/invoice-contents";
import { mapContents } from "@/lib/formats/map-contents";

/** The fields that a person reads, null for a file without data. Runs in the worker; throws for an unreadable file. */
export async function parseContents(file: Uint8Array): Promise<InvoiceContents | null> {
  const found = await findInvoiceXml(file);
  return found && mapContents(found.root, found.syntax);
}

/** The XML attached to a hybrid PDF: name and exact bytes; null when there is none. Runs in the worker. */
export async function parseAttachment(file: Uint8Array): Promise<{ name: string; bytes: Uint8Array } | null> {
  const found = await findInvoiceXml(file);
  return found?.name == null ? null : { name: found.name, bytes: found.bytes };
}

import { findInvoiceXml } from "@/lib/formats/find-invoice-xml";
import type { InvoiceContents } from "@/lib/formats/invoice-contents";
import { mapContents } from "@/lib/formats/map-contents";

/** What a person reads in the file, null where it holds no data. Runs in the worker; a file that cannot be read throws. */
export async function parseContents(file: Uint8Array): Promise<InvoiceContents | null> {
  const found = await findInvoiceXml(file);
  return found && mapContents(found.root, found.syntax);
}

/** The XML a hybrid PDF carries, as its name and exact bytes, null where there is none. Runs in the worker. */
export async function parseAttachment(file: Uint8Array): Promise<{ name: string; bytes: Uint8Array } | null> {
  const found = await findInvoiceXml(file);
  return found?.name == null ? null : { name: found.name, bytes: found.bytes };
}

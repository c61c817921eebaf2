import { readFileSync } from "node:fs";

export interface InvoiceFile {
  bytes: Uint8Array;
  fileName: string;
}

const FOLDER = new URL("../fixtures/invoices/", import.meta.url);

/** One of the frozen files of tests/fixtures/invoices, unchanged. */
export function frozenFile(
  name: "invoice.cii.xml" | "invoice.ubl.xml" | "factur-x.pdf" | "plain.pdf",
): Buffer {
  return readFileSync(new URL(name, FOLDER));
}

/** The frozen invoice of 1,200.00 EUR with VAT, by default in CII, with another number and customer. */
export function invoiceFile(
  { number = "FT-2026-000001", customerNumber = "C-1" } = {},
  syntax: "cii" | "ubl" = "cii",
): InvoiceFile {
  const xml = frozenFile(`invoice.${syntax}.xml`)
    .toString()
    .replaceAll(">FT-2026-000001<", `>${number}<`)
    .replaceAll(/\bC-1</g, `${customerNumber}<`);
  return { bytes: Buffer.from(xml), fileName: `${number}.xml` };
}

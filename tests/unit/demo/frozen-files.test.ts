import { expect, test } from "vitest";
import { readInvoiceFile } from "@/lib/formats/read-invoice-file";
import { makeCii } from "@/scripts/demo/make-cii";
import { makeFacturX } from "@/scripts/demo/make-factur-x";
import { makePlainPdf } from "@/scripts/demo/make-plain-pdf";
import { makeUbl } from "@/scripts/demo/make-ubl";
import { frozenFile, invoiceFile } from "@/tests/support/invoice-file";
import { invoiceSpec } from "@/tests/support/made-invoice";

test("the frozen XML files are what the generator makes, to the last byte", () => {
  expect(frozenFile("invoice.cii.xml").equals(makeCii(invoiceSpec()))).toBe(true);
  expect(frozenFile("invoice.ubl.xml").equals(makeUbl(invoiceSpec()))).toBe(true);
});

// Versions of Node compress differently: the bytes of a PDF may differ.
test("the frozen PDF files read like those that the generator makes", async () => {
  const made = {
    "factur-x.pdf": await makeFacturX(invoiceSpec()),
    "plain.pdf": await makePlainPdf(invoiceSpec()),
  };
  for (const name of ["factur-x.pdf", "plain.pdf"] as const) {
    expect(await readInvoiceFile(frozenFile(name))).toEqual(await readInvoiceFile(made[name]));
  }
});

test("a frozen file with another number and customer equals what the generator makes", () => {
  const change = { number: "N-2", customerNumber: "K-7" };
  expect(Buffer.from(makeCii(invoiceSpec(change))).equals(invoiceFile(change).bytes)).toBe(true);
  expect(Buffer.from(makeUbl(invoiceSpec(change))).equals(invoiceFile(change, "ubl").bytes)).toBe(true);
});

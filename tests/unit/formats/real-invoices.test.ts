import { describe, expect, it } from "vitest";
import type { InvoiceReading } from "@/lib/formats/invoice-reading";
import { readInvoiceFile } from "@/lib/formats/read-invoice-file";
import { listSamples, readManifest, readSample, type Sample } from "./sample-invoices";

const manifest = readManifest();

describe("real invoices", () => {
  it("have an expected result each, or are reported as absent", () => {
    expect(manifest.map(({ file }) => file).sort()).toEqual(listSamples().sort());
  });

  it.each(manifest)("gives the values of independent tools for $file", async (sample) => {
    const reading = await readInvoiceFile(readSample(sample.file));
    expect(seen(reading)).toEqual(expected(sample));
  });
});

function seen(reading: InvoiceReading) {
  if (!reading.ok) return { reason: reading.reason };
  const { fields } = reading;
  return {
    format: reading.format.replace("zugferd", "facturx"),
    profile: reading.profile ?? "",
    typeCode: fields?.typeCode ?? "",
    number: fields?.number ?? "",
    issuedOn: fields?.issuedOn ?? "",
    dueOn: fields?.dueOn ?? "",
    currency: fields?.currency ?? "",
    totalWithVat: fields?.totalWithVat ?? "",
    amountDue: fields?.amountDue ?? "",
    seller: fields?.seller.name ?? "",
    buyer: fields?.buyer.name ?? "",
    xmlAttachment: reading.xmlAttachment ?? "",
  };
}

function expected(sample: Sample) {
  if (sample.syntax === "") return { reason: "malformed_xml" };
  const xmlFormat = sample.syntax?.startsWith("UBL") ? "ubl" : "cii";
  const pdfFormat = sample.syntax === "pdf-only" ? "pdf" : "facturx";
  return {
    format: sample.container === "pdf" ? pdfFormat : xmlFormat,
    profile: sample.profile,
    typeCode: sample.type_code,
    number: sample.number,
    issuedOn: sample.issue,
    dueOn: sample.due,
    currency: sample.currency,
    totalWithVat: sample.total_with_vat,
    amountDue: sample.payable,
    seller: sample.seller,
    buyer: sample.buyer,
    xmlAttachment: sample.xml_name,
  };
}

import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { readInvoiceFile } from "@/lib/formats/read-invoice-file";
import type { InvoiceSpec } from "@/scripts/demo/invoice-spec";
import { makeCii } from "@/scripts/demo/make-cii";
import { makeFacturX } from "@/scripts/demo/make-factur-x";
import { makePlainPdf } from "@/scripts/demo/make-plain-pdf";
import { makeUbl } from "@/scripts/demo/make-ubl";
import { rentLine, sampleSpec } from "./sample-spec";

const writers = [
  { format: "facturx", write: (spec: InvoiceSpec) => makeFacturX(spec) },
  { format: "cii", write: (spec: InvoiceSpec) => Promise.resolve(makeCii(spec)) },
  { format: "ubl", write: (spec: InvoiceSpec) => Promise.resolve(makeUbl(spec)) },
] as const;

const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

for (const { format, write } of writers) {
  test(`an invoice written as ${format} is read back with the values of its spec`, async () => {
    const reading = await readInvoiceFile(await write(sampleSpec()));
    expect(reading).toMatchObject({
      ok: true,
      format,
      profile: "urn:cen.eu:en16931:2017",
      problems: [],
      hasActiveContent: false,
      fields: {
        number: "FT-2026-110482",
        issuedOn: "2026-11-18",
        dueOn: "2026-12-18",
        type: "invoice",
        typeCode: "380",
        currency: "EUR",
        buyerReference: "204118",
        contracts: ["LLD-204118-03"],
        vehicles: ["GF-410-BQ"],
        precedingInvoices: [],
        totalWithoutVat: "585.80",
        totalWithVat: "690.48",
        amountDue: "690.48",
        seller: { name: "Tramontane Mobilité & Cie", siren: "999512049", vatNumber: "FR88999512049" },
        buyer: { name: 'Transports "Perce-Neige" <SAS> & Fils', siren: "999204118" },
      },
    });
    expect(reading.ok && reading.fields?.lines.map((line) => line.netAmount)).toEqual([
      "418.00",
      "62.40",
      "105.40",
    ]);
  });

  test(`a credit note written as ${format} names the invoice it corrects`, async () => {
    const credit = sampleSpec({
      type: "credit_note",
      number: "AV-2026-000031",
      precedingInvoice: { number: "FT-2026-110482", issuedOn: "2026-11-18" },
    });
    const reading = await readInvoiceFile(await write(credit));
    expect(reading).toMatchObject({
      ok: true,
      problems: [],
      fields: {
        type: "credit_note",
        typeCode: "381",
        dueOn: "2026-12-18",
        totalWithVat: "690.48",
        precedingInvoices: [{ number: "FT-2026-110482", issuedOn: "2026-11-18" }],
      },
    });
  });

  test(`a fleet invoice written as ${format} names every vehicle and contract`, async () => {
    const plates = ["GF-410-BQ", "GH-377-CD", "GJ-902-KL"];
    const contracts = ["LLD-204118-03", "LLD-204118-04", "LLD-204118-05"];
    const lines = plates.map((vehicle, index) => ({ ...rentLine, vehicle, contract: contracts[index] }));
    const reading = await readInvoiceFile(await write(sampleSpec({ plates, contracts, lines })));
    expect(reading).toMatchObject({ ok: true, fields: { vehicles: plates, contracts } });
  });

  test(`the same spec written twice as ${format} makes the same bytes`, async () => {
    expect(sha256(await write(sampleSpec()))).toBe(sha256(await write(sampleSpec())));
    expect(sha256(await write(sampleSpec()))).not.toBe(sha256(await write(sampleSpec({ number: "X" }))));
  });
}

test("the data inside a Factur-X file equals the CII file of the same spec", async () => {
  const { getDocument } = await import("pdfjs-dist/legacy/build/pdf.mjs");
  const document = await getDocument({ data: await makeFacturX(sampleSpec()), verbosity: 0 }).promise;
  const attachments: Record<string, { content: Uint8Array }> = await document.getAttachments();
  expect(Object.keys(attachments)).toEqual(["factur-x.xml"]);
  expect(attachments["factur-x.xml"]?.content).toEqual(makeCii(sampleSpec()));
  expect(document.numPages).toBe(1);
  const page = await (await document.getPage(1)).getTextContent();
  const text = page.items.map((item) => ("str" in item ? item.str : "")).join(" ");
  await document.destroy();
  for (const mention of ["FT-2026-110482", "690,48 €", "40 €", "TVA acquittée sur les débits"]) {
    expect(text).toContain(mention);
  }
});

test("a plain PDF contains no data, and says so to its reader", async () => {
  const reading = await readInvoiceFile(await makePlainPdf(sampleSpec()));
  expect(reading).toMatchObject({ ok: true, format: "pdf", fields: null, attachments: [] });
});

test("an annex makes the file as large as a test needs, and the data stays readable", async () => {
  const bytes = await makeFacturX(sampleSpec(), { annexBytes: 300_000 });
  expect(bytes.length).toBeGreaterThan(300_000);
  expect(await readInvoiceFile(bytes)).toMatchObject({
    ok: true,
    format: "facturx",
    attachments: ["annexe.bin", "factur-x.xml"],
  });
});

test("an invoice with more lines than a page holds continues on the next page and ends with its totals", async () => {
  const { getDocument } = await import("pdfjs-dist/legacy/build/pdf.mjs");
  const lines = Array.from({ length: 60 }, () => rentLine);
  const data = await makeFacturX(sampleSpec({ lines }));
  const document = await getDocument({ data, verbosity: 0 }).promise;
  expect(document.numPages).toBe(3);
  await document.destroy();
});

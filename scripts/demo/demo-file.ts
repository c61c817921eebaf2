import type { DemoFile, DemoInvoice } from "./demo-world";
import type { InvoiceSpec } from "./invoice-spec";
import { makeCii } from "./make-cii";
import { makeFacturX } from "./make-factur-x";
import { makePlainPdf } from "./make-plain-pdf";
import { makeUbl } from "./make-ubl";

/** Makes the file of a demo invoice in the given format. */
export async function makeDemoFile(
  spec: InvoiceSpec,
  format: DemoInvoice["format"],
  fileName: string,
): Promise<DemoFile> {
  switch (format) {
    case "facturx":
      return { fileName, mediaType: "application/pdf", bytes: await makeFacturX(spec) };
    case "pdf":
      return { fileName, mediaType: "application/pdf", bytes: await makePlainPdf(spec) };
    case "cii":
      return { fileName, mediaType: "application/xml", bytes: makeCii(spec) };
    case "ubl":
      return { fileName, mediaType: "application/xml", bytes: makeUbl(spec) };
  }
}

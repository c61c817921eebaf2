import { decodeXml } from "@/lib/formats/decode-xml";
import { detectContainer } from "@/lib/formats/detect-container";
import { FormatRefusal } from "@/lib/formats/format-refusal";
import type { InvoiceFormat, InvoiceReading } from "@/lib/formats/invoice-reading";
import { syntaxOf } from "@/lib/formats/invoice-syntax";
import { mapInvoice } from "@/lib/formats/map-invoice";
import { openPdf } from "@/lib/formats/open-pdf";
import { parseXml } from "@/lib/formats/parse-xml";
import { readEmbeddedInvoice } from "@/lib/formats/read-embedded-invoice";
import { surveyPdf } from "@/lib/formats/survey-pdf";

/** Detects the format, extracts the XML of a PDF, maps and checks it. Runs in the worker: may block, never throws. */
export async function parseDocument(bytes: Uint8Array): Promise<InvoiceReading> {
  const container = detectContainer(bytes);
  if (container === null) return { ok: false, reason: "unknown_format" };
  try {
    return container === "pdf" ? await readPdf(bytes) : readXml(bytes);
  } catch (error) {
    if (error instanceof FormatRefusal) return { ok: false, reason: error.reason, detail: error.detail };
    // Errors of the parser itself on broken input, stack overflows included.
    const reason = container === "pdf" ? "malformed_pdf" : "malformed_xml";
    return { ok: false, reason, detail: String(error).slice(0, 200) };
  }
}

function readXml(bytes: Uint8Array): InvoiceReading {
  const root = parseXml(decodeXml(bytes));
  const syntax = syntaxOf(root);
  if (syntax === null) throw new FormatRefusal("unknown_root", root.name.slice(0, 80));
  return {
    ok: true,
    format: syntax === "cii" ? "cii" : "ubl",
    mediaType: "application/xml",
    ...mapInvoice(root, syntax),
    xmlAttachment: null,
    attachments: [],
    hasActiveContent: false,
  };
}

async function readPdf(bytes: Uint8Array): Promise<InvoiceReading> {
  const { context, catalog } = await openPdf(bytes);
  const { attachments, hasActiveContent } = surveyPdf(context, catalog);
  const embedded = readEmbeddedInvoice(attachments);
  const common = {
    ok: true,
    mediaType: "application/pdf",
    attachments: attachments.slice(0, 100).map(({ name }) => name),
    hasActiveContent,
  } as const;
  if (!embedded) {
    return { ...common, format: "pdf", profile: null, fields: null, xmlAttachment: null, problems: [] };
  }
  const mapped = mapInvoice(embedded.root, "cii");
  const format = hybridFormat(embedded.name, mapped.profile ?? "");
  return { ...common, format, ...mapped, xmlAttachment: embedded.name };
}

/** Factur-X and ZUGFeRD are one standard; this is the name that the file uses. */
function hybridFormat(name: string, profile: string): InvoiceFormat {
  return /^factur-x/i.test(name) && !profile.startsWith("urn:ferd:") ? "facturx" : "zugferd";
}

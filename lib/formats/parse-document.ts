import { decodeXml } from "@/lib/formats/decode-xml";
import { detectContainer } from "@/lib/formats/detect-container";
import { findInvoiceRoot } from "@/lib/formats/find-invoice-root";
import { FormatRefusal } from "@/lib/formats/format-refusal";
import type { InvoiceFormat, InvoiceReading } from "@/lib/formats/invoice-reading";
import { findJoinedDocuments } from "@/lib/formats/joined-documents";
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
  const { root, syntax } = findInvoiceRoot(parseXml(decodeXml(bytes)));
  return {
    ok: true,
    format: syntax === "cii" ? "cii" : "ubl",
    mediaType: "application/xml",
    ...mapInvoice(root, syntax),
    xmlAttachment: null,
    attachments: [],
    joinedDocuments: namesOfJoined([], { stream: null, root }),
    unusedInvoices: [],
    hasActiveContent: false,
  };
}

async function readPdf(bytes: Uint8Array): Promise<InvoiceReading> {
  const { context, catalog } = await openPdf(bytes);
  const { attachments, hasActiveContent } = surveyPdf(context, catalog);
  const embedded = readEmbeddedInvoice(attachments);
  const joinedDocuments = namesOfJoined(attachments, embedded ?? { stream: null, root: null });
  const common = {
    ok: true,
    mediaType: "application/pdf",
    attachments: attachments.slice(0, 100).map(({ name }) => name),
    joinedDocuments,
    hasActiveContent,
  } as const;
  if (!embedded) {
    const nothing = { profile: null, fields: null, xmlAttachment: null, unusedInvoices: [], problems: [] };
    return { ...common, format: "pdf", ...nothing };
  }
  const { name, root, syntax, unused } = embedded;
  const mapped = mapInvoice(root, syntax);
  const format = syntax === "cii" ? hybridFormat(name, mapped.profile ?? "") : "ubl";
  return { ...common, format, ...mapped, xmlAttachment: name, unusedInvoices: unused };
}

const namesOfJoined = (...found: Parameters<typeof findJoinedDocuments>) =>
  findJoinedDocuments(...found).map(({ name }) => name);

/** Factur-X and ZUGFeRD are one standard; this is the name that the file uses, in its attachment or its profile. */
function hybridFormat(name: string, profile: string): InvoiceFormat {
  if (profile.startsWith("urn:ferd:")) return "zugferd";
  return /^factur-x/i.test(name) || profile.includes("factur-x") ? "facturx" : "zugferd";
}

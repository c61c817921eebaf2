import { isPlainDate } from "@/lib/dates";
import type {
  InvoiceFields,
  InvoiceLine,
  InvoiceParty,
  InvoicePayment,
  ReadInvoice,
} from "@/lib/formats/invoice-reading";
import { INVOICE_NUMBER_LENGTH } from "@/lib/invoice-number";
import { type Minor, parseDecimal, toDecimal } from "@/lib/money";
import type { DepositMetadata } from "./deposit-metadata";
import { contradiction, type DepositProblem } from "./deposit-problem";
import { type DepositVat, establishVat } from "./deposit-vat";
import { splitLines } from "./split-lines";

/** The facts of a deposited document, from file and metadata together. */
export interface DepositFacts {
  number: string;
  type: "invoice" | "credit_note";
  typeCode: string;
  issuedOn: string;
  dueOn: string | null;
  currency: string;
  totalWithVatMinor: Minor;
  totalWithoutVatMinor: Minor | null;
  /** By category and rate; empty when neither file nor metadata says it. */
  vat: DepositVat[];
  /** Each with the contract and the vehicle it belongs to. */
  lines: readonly Omit<InvoiceLine, "text">[];
  /** BT-81 and BT-84 */
  payment: InvoicePayment;
  contracts: string[];
  vehicles: string[];
  seller: InvoiceParty | null;
  buyer: InvoiceParty | null;
  buyerReference: string | null;
  precedingInvoices: { number: string; issuedOn: string | null }[];
}

const CURRENCIES = new Set(Intl.supportedValuesOf("currency"));
const EARLIEST = "1900-01-01";
const LATEST = "2199-12-31";

export type FactsResult =
  { ok: true; facts: DepositFacts; warnings: DepositProblem[] } | { ok: false; problems: DepositProblem[] };

/**
 * Combines the file with its metadata. The file is the invoice: metadata may add what it lacks or repeat it, but not
 * contradict it. Returns all problems together.
 */
export function establishFacts(reading: ReadInvoice, metadata: DepositMetadata): FactsResult {
  const fields = reading.fields;
  const problems: DepositProblem[] = [];

  const value = <K extends "number" | "issuedOn" | "dueOn" | "currency">(name: K): string | null => {
    const inFile = fields?.[name] ?? null;
    const inMetadata = metadata[name] ?? null;
    const isOneOfSeveral = name === "dueOn" && fields?.dueDates.includes(inMetadata ?? "");
    if (inFile !== null && inMetadata !== null && inFile !== inMetadata && !isOneOfSeveral)
      problems.push(contradiction(name, inFile, inMetadata));
    return inFile ?? inMetadata;
  };
  const number = value("number");
  const issuedOn = value("issuedOn");
  const dueOn = value("dueOn");
  const currency = value("currency");
  const amount = (name: "totalWithVat" | "totalWithoutVat") =>
    total(name, fields, metadata, currency, problems);
  const totalWithVatMinor = amount("totalWithVat");
  const totalWithoutVatMinor = amount("totalWithoutVat");

  for (const [name, found] of Object.entries({
    number,
    issuedOn,
    currency,
    totalWithVat: totalWithVatMinor,
  })) {
    if (found === null && !problems.some((problem) => problem.field === name))
      problems.push(missing(name, reading));
  }
  if (number !== null && !isWellFormedNumber(number))
    problems.push({
      type: "field_invalid",
      field: "number",
      detail: `The invoice number holds control characters or is longer than ${INVOICE_NUMBER_LENGTH} characters.`,
    });
  if (currency !== null && !CURRENCIES.has(currency))
    problems.push({
      type: "field_invalid",
      field: "currency",
      detail: "The currency is not an ISO 4217 code.",
    });
  if (issuedOn !== null && (!isPlainDate(issuedOn) || issuedOn < EARLIEST || issuedOn > LATEST))
    problems.push({
      type: "field_invalid",
      field: "issuedOn",
      detail: "The issue date is not a calendar date between 1900 and 2199.",
    });

  const type = fields?.type ?? metadata.type ?? ((totalWithVatMinor ?? 0n) < 0n ? "credit_note" : "invoice");
  if (metadata.type && metadata.type !== type) problems.push(contradiction("type", type, metadata.type));
  if (type === "invoice" && (totalWithVatMinor ?? 0n) < 0n)
    problems.push({
      type: "field_invalid",
      field: "type",
      detail: "A document with a negative total is a credit note.",
    });

  const vat = establishVat(fields?.vat ?? [], metadata.vat ?? [], currency, problems);
  const contracts = list("contracts", fields, metadata, problems);
  const vehicles = list("vehicles", fields, metadata, problems);
  if (
    problems.length > 0 ||
    number === null ||
    issuedOn === null ||
    currency === null ||
    totalWithVatMinor === null
  )
    return { ok: false, problems };

  const facts: DepositFacts = {
    number,
    type,
    typeCode: fields?.typeCode ?? (type === "credit_note" ? "381" : "380"),
    issuedOn,
    dueOn,
    currency,
    totalWithVatMinor,
    totalWithoutVatMinor,
    vat,
    lines: splitLines(fields?.lines ?? [], { contracts, vehicles }),
    payment: fields?.payment ?? { means: null, account: null },
    contracts,
    vehicles,
    seller: fields?.seller ?? null,
    buyer: fields?.buyer ?? null,
    buyerReference: fields?.buyerReference ?? null,
    precedingInvoices: fields?.precedingInvoices ?? [],
  };
  return { ok: true, facts, warnings: readingWarnings(reading, metadata) };
}

function total(
  name: "totalWithVat" | "totalWithoutVat",
  fields: InvoiceFields | null,
  metadata: DepositMetadata,
  currency: string | null,
  problems: DepositProblem[],
): Minor | null {
  const [inFile, inMetadata] = [fields?.[name] ?? null, metadata[name] ?? null].map((decimal) => {
    if (decimal === null || currency === null) return null;
    const minor = parseDecimal(decimal, currency);
    if (minor === null)
      problems.push({
        type: "field_invalid",
        field: name,
        detail: `${name} ${decimal} is not an amount in ${currency}.`,
      });
    return minor;
  });
  if (inFile != null && inMetadata != null && inFile !== inMetadata && currency !== null)
    problems.push(contradiction(name, toDecimal(inFile, currency), toDecimal(inMetadata, currency)));
  return inFile ?? inMetadata ?? null;
}

function list(
  name: "contracts" | "vehicles",
  fields: InvoiceFields | null,
  metadata: DepositMetadata,
  problems: DepositProblem[],
): string[] {
  const inFile = fields?.[name] ?? [];
  const inMetadata = metadata[name] ?? [];
  if (inFile.length === 0) return [...new Set(inMetadata)];
  if (inMetadata.length > 0 && [...inFile].sort().join("\n") !== [...inMetadata].sort().join("\n"))
    problems.push(contradiction(name, inFile.join(", "), inMetadata.join(", ")));
  return [...new Set(inFile)].slice(0, 500);
}

/** Malformed values of the file that the metadata did not replace: reported as warnings, not dropped silently. */
function readingWarnings(reading: ReadInvoice, metadata: DepositMetadata): DepositProblem[] {
  const warnings: DepositProblem[] = reading.problems
    .filter((problem) => problem.reason !== "missing" && !(problem.field in metadata))
    .map((problem) => ({
      type: "value_ignored",
      field: problem.field,
      detail: `${problem.term} (${problem.field}) is ${problem.reason.replace("_", " ")} in the file and was left out.`,
    }));
  if (reading.hasActiveContent)
    warnings.push({
      type: "active_content",
      detail: "The PDF holds active content (scripts, launch actions or rich media).",
    });
  for (const name of reading.unusedInvoices)
    warnings.push({
      type: "invoice_inside_ignored",
      detail: `The PDF also holds the invoice ${name}. It was not read, because ${reading.xmlAttachment} was read.`,
    });
  return warnings;
}

function missing(name: string, reading: ReadInvoice): DepositProblem {
  const malformed = reading.problems.find(
    (problem) => problem.field === name && problem.reason !== "missing",
  );
  return malformed
    ? {
        type: "field_invalid",
        field: name,
        detail: `${malformed.term} (${name}) is ${malformed.reason.replace("_", " ")} in the file; give it in metadata.`,
      }
    : { type: "field_missing", field: name, detail: `${name} is neither in the file nor in metadata.` };
}

const isWellFormedNumber = (number: string) =>
  number.length <= INVOICE_NUMBER_LENGTH && number === number.trim() && !/\p{Cc}/u.test(number);

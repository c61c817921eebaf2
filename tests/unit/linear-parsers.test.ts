import { expect, it } from "vitest";
import { fieldText, fixedText } from "@/lib/accounting/layouts/file-text";
import { lineKind } from "@/lib/accounting/line-kind";
import { readVehicleRules } from "@/lib/accounting/vehicle-rules";
import { parseAccountChange } from "@/lib/accounts/account-change";
import { csvText, fromCsvText } from "@/lib/csv-text";
import { isPlainDate } from "@/lib/dates";
import { sellerKey } from "@/lib/deposits/seller-key";
import { splitLines } from "@/lib/deposits/split-lines";
import { documentName, shortName } from "@/lib/document-name";
import { folderName } from "@/lib/exports/pack-names";
import { detectContainer } from "@/lib/formats/detect-container";
import type { InvoiceLine, InvoiceParty } from "@/lib/formats/invoice-reading";
import { isPlainMarkup } from "@/lib/formats/is-plain-markup";
import { withAddresses } from "@/lib/formats/sheet-addresses";
import { sirenOf } from "@/lib/formats/siren";
import { requestedRange } from "@/lib/http/byte-range";
import { networkOf } from "@/lib/http/client-address";
import { contentDisposition } from "@/lib/http/content-disposition";
import { isPrefetch } from "@/lib/http/is-prefetch";
import { requestFault } from "@/lib/http/request-fault";
import { returnPath } from "@/lib/http/return-path";
import { wantsHtml } from "@/lib/http/wants-html";
import { isIdentifier, normalizeIdentifier } from "@/lib/identifier";
import { IMPORT_FIELDS } from "@/lib/imports/import-fields";
import { readCell } from "@/lib/imports/read-cell";
import { readDate } from "@/lib/imports/read-date";
import { recogniseColumns } from "@/lib/imports/recognise-columns";
import { parseAmount } from "@/lib/invoices/filter/parse-amount";
import { parseDay } from "@/lib/invoices/filter/parse-day";
import { searchedText } from "@/lib/invoices/filter/searched-text";
import { negotiateLocale } from "@/lib/locale/negotiate-locale";
import { redactPath } from "@/lib/log";
import { isMailAddress, normalizeMailAddress } from "@/lib/mail-address";
import { cleanText, nameInMail } from "@/lib/mails/writing/clean-props";
import { escapeHtml } from "@/lib/mails/writing/html-writing";
import { formatDecimal, parseDecimal } from "@/lib/money";
import { readRequest } from "@/lib/requests/customer-request";
import { readDevice } from "@/lib/sign-in/session/device";
import { readPastedPeople } from "@/lib/users/pasted-people";
import { isPersonName, readPersonName } from "@/lib/users/person-name";

/** Everything that reads text from outside (security T31). */
const READERS: Record<string, (text: string) => unknown> = {
  isPlainDate,
  fromCsvText,
  readCell: (text) => IMPORT_FIELDS.map((field) => readCell(field, text)),
  readDate,
  recogniseColumns: (text) => recogniseColumns([text]),
  isPlainMarkup,
  withAddresses: (text) => withAddresses(`<row>${text}</row>`),
  documentName: (number) =>
    documentName({ number, issuedOn: "2026-11-29", supplierName: number, mediaType: "application/pdf" }),
  folderName: (text) => folderName({ companyName: text, supplierName: text, customerNumber: text }),
  shortName,
  sirenOf: (text) => sirenOf(text, null),
  networkOf,
  contentDisposition: (text) => contentDisposition("attachment", text),
  isIdentifier: (text) => isIdentifier(normalizeIdentifier(text)),
  parseAmount,
  parseDay,
  searchedText,
  negotiateLocale: (text) => negotiateLocale(undefined, text),
  redactPath,
  isMailAddress: (text) => isMailAddress(normalizeMailAddress(text)),
  cleanText,
  nameInMail,
  parseDecimal: (text) => parseDecimal(text, "EUR"),
  formatDecimal: (text) => formatDecimal(text, "fr"),
  readDevice,
  readPersonName: (text) => isPersonName(readPersonName(text)),
  readPastedPeople,
  sellerKey: (name) => sellerKey({ name, siren: null, vatNumber: name } as InvoiceParty),
  parseAccountChange: (text) => parseAccountChange(text, JSON.stringify({ siren: text, vatNumber: text })),
  readRequest: (message) => readRequest({ kind: "duplicate", number: message, issuedOn: null, message }),
  returnPath,
  requestFault: (target) =>
    requestFault({ method: "GET", target: `/${target}`, bodyLength: 0, hosts: [target] }, "http://localhost"),
  requestedRange: (text) => requestedRange(new Headers({ range: headerText(text) }), 1_000, "etag"),
  wantsHtml: (text) => wantsHtml(new Headers({ accept: headerText(text) })),
  isPrefetch: (text) => isPrefetch(new Headers({ purpose: headerText(text) })),
  lineKind,
  readVehicleRules,
  fieldText,
  fixedText: (text) => fixedText(text, 20),
  splitLines: (text) =>
    splitLines([{ text, vehicle: null, contract: null } as InvoiceLine], {
      contracts: [text],
      vehicles: ["GF-410-BQ"],
    }),
  detectContainer: (text) => detectContainer(Buffer.from(text)),
  csvText,
  escapeHtml,
};

/** The text as a header can contain it: without characters above U+00FF and without line breaks. */
const headerText = (text: string) => text.replace(/[^\x20-\xff]/g, "");

const RUNS = [" ", "-", ".", "0", "1", "1 ", "?", "@", "a.", ";q=", "=?", "Version/1", "1.", "::", "/d/"];
const LENGTH = 3_000;

/** Milliseconds of processor time for the hostile texts of this length; the best of three. */
function time(read: (text: string) => unknown, run: string, length: number): number {
  const filling = run.repeat(length / run.length);
  const texts = [filling, `x${filling}x`, `-${filling}!`];
  const times = [1, 2, 3].map(() => {
    const began = process.cpuUsage();
    for (const text of texts) read(text);
    const { user, system } = process.cpuUsage(began);
    return (user + system) / 1_000;
  });
  return Math.min(...times);
}

/** Eight times the length takes eight times as long, or 64 times where time is quadratic. */
function isQuadratic(read: (text: string) => unknown, run: string): boolean {
  const long = time(read, run, 8 * LENGTH);
  return long > 20 && long > 24 * time(read, run, LENGTH);
}

it.each(Object.entries(READERS))(
  "%s takes time in proportion to the length of a hostile text",
  (_name, read) => {
    // A busy machine can make one measurement slow, but hardly four.
    expect(RUNS.filter((run) => [1, 2, 3, 4].every(() => isQuadratic(read, run)))).toEqual([]);
  },
);

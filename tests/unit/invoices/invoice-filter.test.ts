import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { effectiveFilter } from "@/lib/invoices/filter/effective-filter";
import { EMPTY_FILTER, readInvoiceFilter, writeInvoiceFilter } from "@/lib/invoices/filter/invoice-filter";
import { parseDay } from "@/lib/invoices/filter/parse-day";

const NAMES = [
  "q",
  "from",
  "to",
  "type",
  "contract",
  "vehicle",
  "min",
  "max",
  "new",
  "unread",
  "company",
  "sort",
  "page",
];
const values = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.constantFrom(
    "1",
    "invoice",
    "credit_note",
    "2026-11-23",
    "23/11/2026",
    "1 000,20 €",
    "1.000",
    "2000.567",
    "-5",
    "AB-123-CD",
    "%",
    "\u0000",
    "  ",
    "-",
  ),
  fc.array(fc.string(), { maxLength: 2 }),
);
const params = fc.dictionary(fc.constantFrom(...NAMES), values);

describe("the filter of the list", () => {
  it("is the same after it was written to a URL and read again", () => {
    fc.assert(
      fc.property(params, (typed) => {
        const filter = readInvoiceFilter(typed);
        const written = writeInvoiceFilter(filter);
        expect(readInvoiceFilter(written)).toEqual(filter);
        expect(readInvoiceFilter(new URLSearchParams(written.toString()))).toEqual(filter);
        expect(writeInvoiceFilter(readInvoiceFilter(written)).toString()).toBe(written.toString());
      }),
      { numRuns: 1_000 },
    );
  });

  it("is read from the fields of the form as people type", () => {
    const typed = {
      q: "  ab\t123\ncd ",
      from: "1/8/2026",
      to: "31.12.26",
      type: "credit_note",
      contract: "",
      vehicle: "–",
      min: "1 000,20 €",
      max: "−5",
      new: "1",
      unread: "1",
      company: "019a8f00-0000-7000-8000-000000000001",
    };
    expect(readInvoiceFilter(typed)).toEqual({
      q: "ab 123 cd",
      from: "2026-08-01",
      to: "2026-12-31",
      type: "credit_note",
      contract: null,
      vehicle: null,
      min: "1000.2",
      max: "-5",
      isNew: true,
      isUnread: true,
      company: "019a8f00-0000-7000-8000-000000000001",
    });
  });

  it("ignores invalid values and keeps the others", () => {
    const odd = {
      from: "30/02/2026",
      to: "demain",
      type: "quittance",
      min: "beaucoup",
      max: ["1", "2"],
      new: "oui",
      unread: "yes",
      company: "204118",
      q: "FT",
    };
    expect(readInvoiceFilter(odd)).toEqual({ ...EMPTY_FILTER, q: "FT" });
    expect(readInvoiceFilter(new URLSearchParams("q=a&q=b"))).toEqual(EMPTY_FILTER);
  });

  it("ignores the display history only for a search or an explicit period", () => {
    const since = "2026-08-23";
    const from = (change: object) => effectiveFilter({ ...EMPTY_FILTER, ...change }, since).from;
    expect(from({})).toBe(since);
    expect(from({ type: "invoice", contract: "CC", vehicle: "GF", min: "1", max: "2", isNew: true })).toBe(
      since,
    );
    expect(from({ q: "FT" })).toBeNull();
    expect(from({ to: "2020-01-01" })).toBeNull();
    expect(from({ from: "2020-01-01" })).toBe("2020-01-01");
  });
});

describe("a day", () => {
  it.each([
    ["2026-11-23", "2026-11-23"],
    ["23/11/2026", "2026-11-23"],
    ["3/1/26", "2026-01-03"],
    ["03 01 2026", "2026-01-03"],
    ["03012026", "2026-01-03"],
    ["29.02.2024", "2024-02-29"],
    ["29/02/2026", null],
    ["31/04/2026", null],
    ["11/23/2026", null],
    ["2026", null],
    ["", null],
  ])("typed as %j is %s", (text, day) => {
    expect(parseDay(text)).toBe(day);
  });
});

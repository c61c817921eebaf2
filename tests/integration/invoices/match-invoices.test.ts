import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { EMPTY_FILTER, type InvoiceFilter, readInvoiceFilter } from "@/lib/invoices/filter/invoice-filter";
import { listInvoices } from "@/tests/support/list-invoices";
import type { TestAccount } from "@/tests/support/world";
import { fillSamples, matches, SAMPLES } from "./filter-samples";
import { listing } from "./listing";

let account: TestAccount;

beforeAll(async () => {
  ({ account } = await fillSamples());
});

async function found(filter: Partial<InvoiceFilter>): Promise<string[]> {
  const list = await listInvoices(account.member, listing(filter));
  expect(list.count).toBe(list.rows.length);
  return list.rows.map(({ number }) => number).sort();
}

describe("the list under a filter", () => {
  it("contains exactly the matching invoices, for all combinations of filters", async () => {
    const texts = [
      "ft 2026",
      "AB123CD",
      "ab-1",
      "%",
      "_",
      "a_b",
      "\\",
      "'",
      "1000",
      "1 000,20",
      "−1000.20",
      "10",
      "5",
      "é",
      "AB",
      "zz",
    ];
    const amounts = ["0", "-0.01", "0.04", "10", "1000", "1000.2", "-1000.2", "154.8", "99999999999.005"];
    const days = ["2024-02-29", "2026-10-01", "2026-10-31", "2026-11-01"];
    const maybe = <T>(values: readonly T[]) => fc.option(fc.constantFrom(...values), { freq: 1 });
    const filters = fc.record({
      q: maybe(texts),
      from: maybe(days),
      to: maybe(days),
      type: maybe(["invoice", "credit_note"] as const),
      contract: maybe(["cc", "CC-2026-07", "a_b", "AB", "%"]),
      vehicle: maybe(["ab 123", "12", "%", "ef456gh"]),
      min: maybe(amounts),
      max: maybe(amounts),
      isNew: fc.boolean(),
      isUnread: fc.boolean(),
      company: fc.constant(null),
    });
    const alone = (name: keyof InvoiceFilter, values: readonly string[]) =>
      values.map((value): [InvoiceFilter] => [{ ...EMPTY_FILTER, [name]: value }]);
    await fc.assert(
      fc.asyncProperty(filters, async (filter) => {
        const expected = SAMPLES.filter((one) => matches(one, filter)).map(({ number }) => number);
        expect(await found(filter)).toEqual(expected.sort());
      }),
      {
        numRuns: 150,
        examples: [
          [EMPTY_FILTER],
          [{ ...EMPTY_FILTER, isNew: true }],
          [{ ...EMPTY_FILTER, isUnread: true }],
          ...alone("q", texts),
          ...alone("contract", ["cc", "AB", "%"]),
          ...alone("vehicle", ["ab 123", "12"]),
          ...alone("min", amounts),
          ...alone("max", amounts),
        ],
      },
    );
  });

  it("finds plates and numbers without regard to case, spaces and dashes", async () => {
    for (const plate of ["AB-123-CD", "ab123cd", "Ab 123 cD", "ab–123–cd", "AB\u00a0123\u202fCD"])
      expect(await found(readInvoiceFilter({ vehicle: plate })), plate).toEqual([
        "FT 2026 110483",
        "FT-2026-110482",
      ]);
    for (const number of ["FT-2026-110484", "ft 2026 11 04 84", "110484"])
      expect(await found(readInvoiceFilter({ q: number })), number).toEqual(["ft2026110484"]);
  });

  it("finds an amount in every form, with or without VAT, in invoices and credit notes", async () => {
    for (const amount of [
      "1 000,20",
      "1000,2",
      "1.000,20",
      "1000.20",
      "1\u202f000,20 €",
      "1\u00a0000,20",
      "-1000,20",
      "−1 000,20 €",
    ])
      expect(await found(readInvoiceFilter({ q: amount })), amount).toEqual(
        ["FT-2026-110482", "\\", "ft2026110484"].sort(),
      );
    expect(await found(readInvoiceFilter({ q: "833,50" }))).toEqual(["FT-2026-110482"]);
  });

  it("treats pattern characters as ordinary text", async () => {
    expect(await found({ q: "%" })).toEqual(["100%", "\\"].sort());
    expect(await found({ q: "_" })).toEqual(["100%"]);
    expect(await found({ q: "\\" })).toEqual(["\\"]);
    expect(await found({ q: ".*" })).toEqual([]);
    expect(await found({ q: "'; drop table invoices; --" })).toEqual([]);
  });

  it("finds nothing that spans two neighbouring names", async () => {
    expect(await found({ contract: "AB" })).toEqual(["É-1"]);
  });
});

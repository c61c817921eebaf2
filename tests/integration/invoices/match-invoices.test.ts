import { EMPTY_FILTER, readInvoiceFilter, type InvoiceFilter } from "@/lib/invoices/invoice-filter";
import { listInvoices } from "@/lib/invoices/list-invoices";
import { minorDigits } from "@/lib/money";
import { asOwner, makeAccount, makeSupplier, type TestAccount } from "@/tests/support/world";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { fillAccount } from "./fill-account";
import { listing } from "./listing";

interface Sample {
  number: string;
  issuedOn: string;
  type: "invoice" | "credit_note";
  currency: string;
  withVat: bigint;
  withoutVat: bigint | null;
  contracts: string[];
  vehicles: string[];
  isDownloaded: boolean;
}

const sample = (number: string, change: Partial<Sample> = {}): Sample => ({
  number,
  issuedOn: "2026-11-01",
  type: "invoice",
  currency: "EUR",
  withVat: 12_000n,
  withoutVat: 10_000n,
  contracts: [],
  vehicles: [],
  isDownloaded: false,
  ...change,
});

/** Few values of everything, near one another, and signs that mean something to LIKE or to a pattern. */
const SAMPLES: Sample[] = [
  sample("FT-2026-110482", {
    contracts: ["CC-2026-07"],
    vehicles: ["AB-123-CD"],
    withVat: 100_020n,
    withoutVat: 83_350n,
  }),
  sample("FT 2026 110483", {
    contracts: ["CC-2026-07", "CC-2026-11"],
    vehicles: ["ab123cd", "EF-456-GH"],
    isDownloaded: true,
  }),
  sample("ft2026110484", {
    issuedOn: "2026-10-31",
    withVat: -100_020n,
    withoutVat: null,
    type: "credit_note",
  }),
  sample("AV-1", {
    issuedOn: "2026-10-01",
    type: "credit_note",
    withVat: 15_480n,
    withoutVat: 12_900n,
    isDownloaded: true,
  }),
  sample("100%", { contracts: ["a_b"], withVat: 100_000n, withoutVat: 0n }),
  sample("1000", { contracts: ["axb"], withVat: 1_000n, withoutVat: 1_000n, currency: "JPY" }),
  sample("\\", {
    issuedOn: "2025-01-31",
    vehicles: ["%"],
    withVat: 1_000_200n,
    withoutVat: 5n,
    currency: "TND",
  }),
  sample("É-1", { issuedOn: "2024-02-29", contracts: ["AB"], vehicles: ["12"], withVat: 0n, withoutVat: 0n }),
  sample("x1", { contracts: ["A", "B"], vehicles: ["AB-12"], withVat: 99_999_999_999n, withoutVat: null }),
  sample("'; --", { vehicles: ["AB-123"], withVat: 5n, withoutVat: 4n, isDownloaded: true }),
];

let account: TestAccount;
let other: TestAccount;

beforeAll(async () => {
  const supplier = await makeSupplier();
  [account, other] = [await makeAccount(supplier), await makeAccount(supplier)];
  const dates = SAMPLES.map(({ issuedOn }) => issuedOn);
  for (const one of [account, other]) {
    const ids = await fillAccount(supplier, one, dates, (at) => {
      const { number, type, currency, withVat, withoutVat, contracts, vehicles } = SAMPLES[at] ?? sample("");
      return {
        number,
        type,
        currency,
        total_with_vat_minor: String(withVat),
        total_without_vat_minor: withoutVat === null ? null : String(withoutVat),
        contracts,
        vehicles,
        seller_key: `name:${one.id}`,
      };
    });
    // In the account looked at the member downloaded some, its colleague all; elsewhere nobody did.
    if (one === account)
      await asOwner(async (sql) => {
        for (const [at, id] of ids.entries())
          for (const { userId } of [...(SAMPLES[at]?.isDownloaded ? [one.member] : []), one.administrator])
            await sql`
              insert into invoice_readings (invoice_id, supplier_id, account_id, user_id, downloaded_at)
              values (${id}, ${supplier.id}, ${one.id}, ${userId}, now())`;
      });
  }
});

async function found(filter: Partial<InvoiceFilter>): Promise<string[]> {
  const list = await listInvoices(account.member, listing(filter));
  expect(list.count).toBe(list.rows.length);
  return list.rows.map(({ number }) => number).sort();
}

const folded = (text: string) => text.toLowerCase().replace(/[-\s\u2010-\u2015\u2212]/g, "");
const holds = (names: string[], part: string) => names.some((name) => folded(name).includes(folded(part)));
/** Exact: a decimal string as ten thousandths. */
const scaled = (decimal: string) => {
  const [whole = "", fraction = ""] = decimal.replace("-", "").split(".");
  const magnitude = BigInt(whole + fraction.padEnd(10, "0"));
  return decimal.startsWith("-") ? -magnitude : magnitude;
};
const valued = (minor: bigint, currency: string) => minor * 10n ** BigInt(10 - minorDigits(currency));
const absolute = (value: bigint) => (value < 0n ? -value : value);

/** The same, said plainly. */
function matches(one: Sample, filter: InvoiceFilter): boolean {
  const { q, from, to, type, contract, vehicle, min, max, isNew } = filter;
  const withVat = valued(one.withVat, one.currency);
  const amounts = [one.withVat, one.withoutVat].flatMap((minor) =>
    minor === null ? [] : [absolute(valued(minor, one.currency))],
  );
  const asked = q === null ? null : readInvoiceFilter({ min: q }).min;
  return (
    (from === null || one.issuedOn >= from) &&
    (to === null || one.issuedOn <= to) &&
    (type === null || one.type === type) &&
    (contract === null || holds(one.contracts, contract)) &&
    (vehicle === null || holds(one.vehicles, vehicle)) &&
    (min === null || withVat >= scaled(min)) &&
    (max === null || withVat <= scaled(max)) &&
    (!isNew || !one.isDownloaded) &&
    (q === null ||
      holds([one.number, ...one.contracts, ...one.vehicles], q) ||
      (asked !== null && amounts.includes(absolute(scaled(asked)))))
  );
}

describe("the list under a filter", () => {
  it("holds what the filter lets through and nothing else, however filters are combined", async () => {
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
          ...alone("q", texts),
          ...alone("contract", ["cc", "AB", "%"]),
          ...alone("vehicle", ["ab 123", "12"]),
          ...alone("min", amounts),
          ...alone("max", amounts),
        ],
      },
    );
  });

  it("finds plates and numbers whatever their case, spaces and dashes", async () => {
    for (const plate of ["AB-123-CD", "ab123cd", "Ab 123 cD", "ab–123–cd", "AB\u00a0123\u202fCD"])
      expect(await found(readInvoiceFilter({ vehicle: plate })), plate).toEqual([
        "FT 2026 110483",
        "FT-2026-110482",
      ]);
    for (const number of ["FT-2026-110484", "ft 2026 11 04 84", "110484"])
      expect(await found(readInvoiceFilter({ q: number })), number).toEqual(["ft2026110484"]);
  });

  it("finds an amount in every writing, with or without VAT, invoices and credit notes alike", async () => {
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

  it("takes the signs of patterns literally", async () => {
    expect(await found({ q: "%" })).toEqual(["100%", "\\"].sort());
    expect(await found({ q: "_" })).toEqual(["100%"]);
    expect(await found({ q: "\\" })).toEqual(["\\"]);
    expect(await found({ q: ".*" })).toEqual([]);
    expect(await found({ q: "'; drop table invoices; --" })).toEqual([]);
  });

  it("finds nothing across two names that stand side by side", async () => {
    expect(await found({ contract: "AB" })).toEqual(["É-1"]);
  });

  it("counts as new what this user has not downloaded, whatever a colleague did", async () => {
    const kept = SAMPLES.filter(({ isDownloaded }) => !isDownloaded);
    expect(await found({ isNew: true })).toHaveLength(kept.length);
    const colleague = await listInvoices(account.administrator, listing({ isNew: true }));
    expect(colleague.count).toBe(0);
    const elsewhere = await listInvoices(other.member, listing({ isNew: true }));
    expect(elsewhere.count).toBe(SAMPLES.length);
  });

  it("adds up each currency, credit notes taken away whichever sign they are written with", async () => {
    const list = await listInvoices(account.member, listing({ from: "2026-10-01", to: "2026-10-31" }));
    expect(list.totals).toEqual([
      { currency: "EUR", withVatMinor: -100_020n - 15_480n, withoutVatMinor: null },
    ]);
    const all = await listInvoices(account.member, listing());
    expect(all.totals.map(({ currency }) => currency)).toEqual(["EUR", "JPY", "TND"]);
    expect(all.totals[1]).toEqual({ currency: "JPY", withVatMinor: 1_000n, withoutVatMinor: 1_000n });
    expect([all.creditNotes, all.remaining, all.size]).toEqual([2, 7, SAMPLES.length]);
    expect(all.months["2026-10"]?.totals).toEqual(list.totals);
    expect([all.months["2026-10"]?.remaining, all.months["2026-11"]?.remaining]).toEqual([1, 4]);
  });

  it("says what came since the last visit and was not opened", async () => {
    const since = async (lastVisitAt: Date | null) =>
      (await listInvoices(account.member, listing({}, { lastVisitAt }))).sinceLastVisit;
    expect(await since(new Date(Date.parse("2020-01-01")))).toBe(7);
    expect(await since(new Date(Date.parse("2099-01-01")))).toBe(0);
    expect(await since(null)).toBe(0);
  });
});

import { type InvoiceFilter, readInvoiceFilter } from "@/lib/invoices/filter/invoice-filter";
import { minorDigits, signOf } from "@/lib/money";
import { asOwner, makeAccount, makeSupplier, type TestAccount } from "@/tests/support/world";
import { fillAccount } from "./fill-account";

export interface Sample {
  number: string;
  issuedOn: string;
  type: "invoice" | "credit_note";
  currency: string;
  withVat: bigint;
  withoutVat: bigint | null;
  contracts: string[];
  vehicles: string[];
  isDownloaded: boolean;
  isSeen: boolean;
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
  isSeen: false,
  ...change,
});

/** Few and similar values for each field, and characters with a meaning in LIKE or a pattern. */
export const SAMPLES: Sample[] = [
  sample("FT-2026-110482", {
    isSeen: true,
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

/** Two accounts with the same samples; in the first its member downloaded some of them, and its administrator all. */
export async function fillSamples(): Promise<{ account: TestAccount; other: TestAccount }> {
  const supplier = await makeSupplier();
  const [account, other] = [await makeAccount(supplier), await makeAccount(supplier)];
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
    if (one === account)
      await asOwner(async (sql) => {
        for (const [index, id] of ids.entries())
          for (const { userId } of [...(SAMPLES[index]?.isDownloaded ? [one.member] : []), one.administrator])
            await sql`
              insert into invoice_readings (invoice_id, supplier_id, account_id, user_id, downloaded_at)
              values (${id}, ${supplier.id}, ${one.id}, ${userId}, now())`;
        for (const [index, id] of ids.entries())
          if (SAMPLES[index]?.isSeen)
            await sql`
              insert into invoice_readings (invoice_id, supplier_id, account_id, user_id, seen_at)
              values (${id}, ${supplier.id}, ${one.id}, ${one.member.userId}, now())`;
      });
  }
  return { account, other };
}

const folded = (text: string) => text.toLowerCase().replace(/[-\s\u2010-\u2015\u2212]/g, "");
const holds = (names: string[], part: string) => names.some((name) => folded(name).includes(folded(part)));
/** A decimal string as an exact whole number, in units of the tenth decimal. */
const scaled = (decimal: string) => {
  const [whole = "", fraction = ""] = decimal.replace("-", "").split(".");
  const magnitude = BigInt(whole + fraction.padEnd(10, "0"));
  return decimal.startsWith("-") ? -magnitude : magnitude;
};
const valued = (minor: bigint, currency: string) => minor * 10n ** BigInt(10 - minorDigits(currency));
const absolute = (value: bigint) => (value < 0n ? -value : value);

/** A second implementation of the filter, as simple as possible, to compare with. */
export function matches(one: Sample, filter: InvoiceFilter): boolean {
  const { q, from, to, type, contract, vehicle, min, max, isNew, isUnread } = filter;
  const withVat = valued(signOf(one.type, one.withVat) * one.withVat, one.currency);
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
    (!isUnread || !(one.isDownloaded || one.isSeen)) &&
    (q === null ||
      holds([one.number, ...one.contracts, ...one.vehicles], q) ||
      (asked !== null && amounts.includes(absolute(scaled(asked)))))
  );
}

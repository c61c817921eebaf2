import { and, between, type SQL, sql } from "drizzle-orm";
import { invoices } from "@/db/schema/invoices";
import type { Transaction } from "@/db/transaction";
import { visibleInvoices } from "@/lib/access/access";
import type { AccountReader } from "@/lib/access/viewer";
import type { PlainDate } from "@/lib/dates";
import type { Minor } from "@/lib/money";
import type { DateRange } from "@/lib/months";
import { documentParts, SPEND_OF_PARTS } from "./document-parts";
import { spendOf, type SpendRow } from "./spend";
import { namesOneOf } from "./sum-by-kind";
import type { MonthSpend } from "./sum-by-month";

/** A document that names a vehicle. */
export interface VehicleDocument {
  id: string;
  number: string;
  type: "invoice" | "credit_note";
  currency: string;
  issuedOn: PlainDate;
  /** The vehicle's part; null when the lines do not say it. */
  partMinor: Minor | null;
  /** The texts of the vehicle's lines. */
  lines: string[];
}

/** A contract under which the vehicle is invoiced. */
export interface VehicleContract {
  name: string;
  firstIssuedOn: PlainDate;
  lastIssuedOn: PlainDate;
}

/** The texts of a document's lines that are shown. */
const MOST_LINES = 6;
const MOST_CONTRACTS = 5;

const ofVehicle = (plate: string, { from, to }: DateRange): SQL | undefined =>
  and(between(invoices.issuedOn, from, to), namesOneOf("vehicle", [plate]));

/** Sums what the documents of these days say about a vehicle, by month and currency; the rest of fleets is not in it. */
export async function sumVehicleByMonth(
  tx: Transaction,
  viewer: AccountReader,
  plate: string,
  { span, readsLines }: { span: DateRange; readsLines: boolean },
): Promise<MonthSpend[]> {
  const lines = readsLines ? "of_several" : "none";
  const rows = await tx.execute<SpendRow & Pick<MonthSpend, "month" | "currency">>(sql`
    with ${documentParts(viewer, { matching: ofVehicle(plate, span), dimension: "vehicle", lines })}
    select to_char(issued_on, 'YYYY-MM') as month, currency, ${SPEND_OF_PARTS}
    from parts where name = ${plate} group by 1, 2 order by 1, 2`);
  return rows.map((row) => ({
    ...spendOf(row),
    month: row.month,
    currency: row.currency,
    ofVehicles: 0,
    correctiveCount: 0,
  }));
}

/** Counts the documents of a period that name the vehicle. */
export async function countVehicleDocuments(
  tx: Transaction,
  viewer: AccountReader,
  plate: string,
  span: DateRange,
): Promise<number> {
  const [row] = await tx.execute<{ count: number }>(sql`
    select count(*)::int as count from ${invoices} where ${and(visibleInvoices(viewer), ofVehicle(plate, span))}`);
  return row?.count ?? 0;
}

/** Counts those of them with amounts that no line gives to a vehicle. */
export async function countUnsplit(
  tx: Transaction,
  viewer: AccountReader,
  plate: string,
  { span, readsLines }: { span: DateRange; readsLines: boolean },
): Promise<number> {
  const lines = readsLines ? "of_several" : "none";
  const [row] = await tx.execute<{ count: number }>(sql`
    with ${documentParts(viewer, { matching: ofVehicle(plate, span), dimension: "vehicle", lines })}
    select count(*)::int as count from parts where name is null`);
  return row?.count ?? 0;
}

/** Reads the newest documents of a period that name the vehicle. */
export async function listVehicleDocuments(
  tx: Transaction,
  viewer: AccountReader,
  plate: string,
  { span, limit }: { span: DateRange; limit: number },
): Promise<VehicleDocument[]> {
  const newest = sql`${invoices.id} = any(array(
    select ${invoices.id} from ${invoices} where ${and(visibleInvoices(viewer), ofVehicle(plate, span))}
    order by ${invoices.issuedOn} desc, ${invoices.id} desc limit ${limit}))`;
  const rows = await tx.execute<
    Omit<VehicleDocument, "partMinor" | "lines"> & { part: string | null; lines: string }
  >(sql`
    with ${documentParts(viewer, { matching: newest, dimension: "vehicle", lines: "all" })}
    select id, number, type, currency, issued_on::text as "issuedOn",
      (sum(amount) filter (where name = ${plate}))::text as part,
      to_json((array_agg(distinct line) filter (where name = ${plate} and line is not null))[1:${sql.raw(String(MOST_LINES))}])::text as lines
    from parts group by 1, 2, 3, 4, 5 order by 5 desc, 1 desc`);
  return rows.map(({ part, lines, ...row }) => ({
    ...row,
    partMinor: part === null ? null : BigInt(part),
    lines: (JSON.parse(lines ?? "null") as string[] | null) ?? [],
  }));
}

/** Reads the contracts that the vehicle's documents name for it, the newest first. */
export async function listVehicleContracts(
  tx: Transaction,
  viewer: AccountReader,
  plate: string,
  span: DateRange,
): Promise<VehicleContract[]> {
  const rows = await tx.execute<VehicleContract & Record<string, unknown>>(sql`
    select contract as name, min(issued_on)::text as "firstIssuedOn", max(issued_on)::text as "lastIssuedOn"
    from (
      select ${invoices.issuedOn} as issued_on, case when cardinality(${invoices.contracts}) = 1
        then ${invoices.contracts}[1] else (
          select min(line.contract) from invoice_lines line
          where line.invoice_id = ${invoices.id} and line.vehicle = ${plate}
          having count(distinct line.contract) = 1) end as contract
      from ${invoices} where ${and(visibleInvoices(viewer), ofVehicle(plate, span))}
    ) named where contract is not null
    group by 1 order by 3 desc, 1 limit ${MOST_CONTRACTS}`);
  return rows.map(({ name, firstIssuedOn, lastIssuedOn }) => ({ name, firstIssuedOn, lastIssuedOn }));
}

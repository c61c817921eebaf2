import { and, type SQL, sql } from "drizzle-orm";
import { invoiceLines } from "@/db/schema/invoice-contents";
import { invoices } from "@/db/schema/invoices";
import { visibleInvoices } from "@/lib/access/access";
import type { AccountReader } from "@/lib/access/viewer";
import { OTHER_DECIMALS } from "@/lib/money";
import type { Dimension } from "./overview-query";

interface PartsRequest {
  /** The documents, besides those that the viewer must not see. */
  matching: SQL | undefined;
  dimension: Dimension;
  /**
   * Which lines are read: none; those of documents that name several contracts or vehicles; or all of them, and their
   * texts are kept in `line`, which is null otherwise.
   */
  lines: "none" | "of_several" | "all";
}

/**
 * Lines are read of this many documents at most: it takes a second. The amounts of more documents stay without a name
 * where they name several.
 */
export const MOST_WITH_LINES = 20_000;

/** A line's VAT is known when it has a rate, or a category without VAT (`UNTAXED` in lib/exports/vat-rates.ts). */
const isUntaxed = sql`line.vat_category in ('E', 'AE', 'K', 'G', 'O')`;

/** Roundings of a line, of its amount and of its VAT, are less than a unit each. */
const ROUNDINGS = 2;

/**
 * The tables `documents` and `parts` of a query: `with ${documentParts(…)} select … from parts`. The parts of a document
 * (`id`, `type`, `currency`, `issued_on`, `name`, `line`, `amount`) add up to its total with VAT, to the last digit, with
 * the sign used in sums; `name` is the contract or vehicle, `line` the text of the line.
 *
 * A document that names one contract or vehicle belongs to it. One that names several is split by its lines: each line
 * has its amount with its own VAT. What the lines do not explain, and lines that name none or no VAT, are a part without
 * a name: it is never guessed. If only roundings differ, the lines share the total out in proportion.
 */
export function documentParts(viewer: AccountReader, request: PartsRequest): SQL {
  const { matching, dimension, lines } = request;
  const names = dimension === "contract" ? invoices.contracts : invoices.vehicles;
  const lineName = sql.raw(`line.${dimension}`);
  const line = lines === "all" ? sql`line` : sql`null::text`;
  const read = { none: sql`false`, of_several: sql`document.name_count > 1`, all: sql`true` }[lines];
  return sql`documents as (
      select ${invoices.id} as id, ${invoices.number} as number, ${invoices.type} as type,
        ${invoices.currency} as currency, ${invoices.issuedOn} as issued_on, ${names} as names,
        cardinality(${names}) as name_count, ${invoices.signedWithVatMinor}::numeric as total,
        ${invoices.sign} * ${unitsOfCurrency} as units
      from ${invoices} where ${and(visibleInvoices(viewer), matching)}
    ), weighed as (
      select document.id, document.total, line.position, line.name as line,
        case when document.name_count = 1 then document.names[1]
          when ${lineName} = any(document.names) then ${lineName} end as name,
        line.net_amount * document.units
          * case when ${isUntaxed} then 1 else 1 + line.vat_rate / 100 end as weight
      from documents document join ${invoiceLines} line on line.invoice_id = document.id
      where ${read}
        and line.net_amount is not null and (line.vat_rate is not null or ${isUntaxed})
    ), measured as (
      select *, sum(weight) over (partition by id) as explained, count(*) over (partition by id) as line_count,
        sum(weight) over (partition by id order by position rows unbounded preceding) as up_to
      from weighed
    ), shared as (
      select id, name, line, case
        when explained <> 0 and abs(total - explained) <= ${ROUNDINGS} * line_count
          then round(total * up_to / explained) - round(total * (up_to - weight) / explained)
        else round(weight) end as amount
      from measured
    ), named as (
      select id, name, ${line} as line, sum(amount) as amount from shared where name is not null group by 1, 2, 3
    ), explained as (
      select id, sum(amount) as amount from named group by id
    ), parts as (
      select document.id, document.number, document.type, document.currency, document.issued_on,
        document.name_count, named.name, named.line, named.amount
      from documents document join named on named.id = document.id
      union all
      select document.id, document.number, document.type, document.currency, document.issued_on,
        document.name_count, case document.name_count when 1 then document.names[1] end, null,
        document.total - coalesce(explained.amount, 0)
      from documents document left join explained on explained.id = document.id
      where explained.id is null or document.total <> explained.amount
    )`;
}

/** Units of 10^-n of each row's currency. */
const unitsOfCurrency = sql`case ${sql.join(
  OTHER_DECIMALS.map(
    ({ digits, currencies }) =>
      sql`when ${invoices.currency} in ${currencies} then ${sql.raw(String(10 ** digits))}`,
  ),
  sql` `,
)} else 100 end`;

/**
 * The columns of a `Spend` in a query over `parts` without lines, grouped by name at least: a document then has one row in
 * a group. Amounts are whole numbers of any size.
 */
export const SPEND_OF_PARTS = sql`
  coalesce(sum(amount) filter (where type = 'invoice'), 0)::text as invoices,
  coalesce(sum(amount) filter (where type = 'credit_note'), 0)::text as "creditNotes",
  (count(*) filter (where type = 'invoice'))::int as "invoiceCount",
  (count(*) filter (where type = 'credit_note'))::int as "creditNoteCount"`;

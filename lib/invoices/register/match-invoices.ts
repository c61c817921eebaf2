import { and, eq, gte, lte, not, or, type SQL, sql } from "drizzle-orm";
import { invoiceReadings, invoices } from "@/db/schema/invoices";
import { visibleInvoices } from "@/lib/access/access";
import type { AccountReader } from "@/lib/access/viewer";
import type { InvoiceFilter } from "@/lib/invoices/filter/invoice-filter";
import { parseAmount } from "@/lib/invoices/filter/parse-amount";
import { withoutIgnored } from "@/lib/invoices/filter/searched-text";
import { OTHER_DECIMALS } from "@/lib/money";
import { isTakenBy } from "@/lib/takings/taken";

/**
 * Builds the condition for the invoices of the viewer's account that match the filter. The account comes first: under
 * row-level security no other condition here could use an index. Texts are searched anywhere in numbers, contracts and
 * plates, ignoring case, spaces, dashes and invisible characters; no character is a wildcard. The company is not part of
 * it: it decides which accounts are read (`lib/persons/accounts-in-scope.ts`).
 */
export function matchInvoices(viewer: AccountReader, filter: InvoiceFilter): SQL | undefined {
  const { q, from, to, type, contract, vehicle, min, max } = filter;
  return and(
    visibleInvoices(viewer),
    from === null ? undefined : gte(invoices.issuedOn, from),
    to === null ? undefined : lte(invoices.issuedOn, to),
    type === null ? undefined : eq(invoices.type, type),
    contract === null
      ? undefined
      : and(nameContains(contract), contains(lines(invoices.contracts), contract)),
    vehicle === null ? undefined : and(nameContains(vehicle), contains(lines(invoices.vehicles), vehicle)),
    min === null ? undefined : sql`${invoices.signedWithVatMinor} >= ${inMinor(min)}`,
    max === null ? undefined : sql`${invoices.signedWithVatMinor} <= ${inMinor(max)}`,
    q === null ? undefined : matchesSearch(q),
    filter.isNew ? not(isTakenBy(viewer)) : undefined,
    filter.isUnread ? notRead(viewer) : undefined,
  );
}

function matchesSearch(q: string): SQL | undefined {
  const amount = parseAmount(q)?.replace("-", "");
  return or(
    nameContains(q),
    amount === undefined
      ? undefined
      : sql`${inMinor(amount)} in (abs(${invoices.signedWithVatMinor}), abs(${invoices.signedWithoutVatMinor}))`,
  );
}

/**
 * Whether the number, a contract or a plate contains the text. The query reads every invoice of an account, so each
 * comparison has to be fast: the column holds these names already folded, the text is folded once, and both are
 * compared byte by byte.
 */
const nameContains = (part: string): SQL =>
  sql`strpos(${invoices.searched} collate "C", ${folded(part)} collate "C") > 0`;

/** Joins the names by a line feed, which a search text cannot contain, so that no match spans two names. */
const lines = (list: typeof invoices.contracts | typeof invoices.vehicles): SQL =>
  sql`array_to_string(${list}, chr(10))`;

const contains = (text: SQL, part: string): SQL => sql`strpos(folded_text(${text}), ${folded(part)}) > 0`;

/** The search text as the function `folded_text` of the database folds it; computed once for each query. */
const folded = (part: string): SQL => sql`(select lower(${withoutIgnored(part)}))`;

/**
 * Converts a decimal string to the minor unit of each row's currency, without rounding; the result may have decimals.
 */
function inMinor(decimal: string): SQL {
  const cases = OTHER_DECIMALS.map(
    ({ digits, currencies }) =>
      sql`when ${invoices.currency} in ${currencies} then ${sql.raw(String(10 ** digits))}`,
  );
  return sql`${decimal}::numeric * case ${sql.join(cases, sql` `)} else 100 end`;
}

const notRead = (viewer: AccountReader): SQL => sql`not ${isTakenBy(viewer)} and not exists (
  select from ${invoiceReadings} reading
  where reading.user_id = ${viewer.userId} and reading.invoice_id = ${invoices.id} and reading.account_id = ${viewer.accountId}
    and reading.seen_at is not null
)`;

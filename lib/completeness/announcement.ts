import { z } from "zod";
import { isPlainDate } from "@/lib/dates";
import { type Minor, parseDecimal } from "@/lib/money";

/**
 * What a supplier announces: the documents issued to an account in a month, credit notes included, and their sum with
 * VAT, credit notes counted negative.
 */
export interface Announcement {
  customerNumber: string;
  /** `YYYY-MM`, the month of the issue dates. */
  month: string;
  currency: string;
  documentCount: number;
  totalMinor: Minor;
}

/** One reason why an announcement is refused. `detail` is in English, for the supplier's developer. */
export interface AnnouncementProblem {
  type: "announcement_invalid" | "customer_unknown";
  field?: string;
  detail: string;
}

const EARLIEST_MONTH = "1990-01";
const LATEST_MONTH = "2199-12";
const MAX_DOCUMENTS = 1_000_000;
/** Beyond any sum of documents; a bigint of PostgreSQL holds it in every currency. */
const MAX_TOTAL_MINOR = 10n ** 17n;
const CURRENCIES = new Set(Intl.supportedValuesOf("currency"));

/** Returns whether the text is a month `YYYY-MM` that can be announced. */
export const isAnnouncedMonth = (text: string): boolean =>
  /^\d{4}-\d{2}$/.test(text) && isPlainDate(`${text}-01`) && text >= EARLIEST_MONTH && text <= LATEST_MONTH;

const body = z.strictObject({
  count: z.int().min(0).max(MAX_DOCUMENTS),
  total: z
    .string('must be a decimal in quotes, such as "1234.50"')
    .regex(/^[+-]?\d{1,16}(\.\d{1,4})?$/, 'must be a decimal such as "1234.50"'),
  currency: z.string().refine((code) => CURRENCIES.has(code), "must be an ISO 4217 code such as EUR"),
});

type Parsed = { ok: true; announcement: Announcement } | { ok: false; problems: AnnouncementProblem[] };

/** Reads what the API was sent: `{count, total, currency}`. Returns all problems together. */
export function parseAnnouncement(account: { customerNumber: string; month: string }, sent: unknown): Parsed {
  const problems: AnnouncementProblem[] = [];
  if (!isAnnouncedMonth(account.month))
    problems.push(invalid("month", `The month is written YYYY-MM, from ${EARLIEST_MONTH} on.`));
  const result = body.safeParse(sent);
  if (!result.success)
    problems.push(
      ...result.error.issues.map((issue) => {
        const field = issue.path.join(".");
        return invalid(field || undefined, `${field || "The body"}: ${issue.message}`);
      }),
    );
  if (!result.success || problems.length > 0) return { ok: false, problems };
  const { count, total, currency } = result.data;
  const totalMinor = parseDecimal(total, currency);
  if (totalMinor === null || totalMinor > MAX_TOTAL_MINOR || totalMinor < -MAX_TOTAL_MINOR)
    return { ok: false, problems: [invalid("total", `${total} is not an amount in ${currency}.`)] };
  return { ok: true, announcement: { ...account, currency, documentCount: count, totalMinor } };
}

const invalid = (field: string | undefined, detail: string): AnnouncementProblem => ({
  type: "announcement_invalid",
  ...(field !== undefined && { field }),
  detail,
});

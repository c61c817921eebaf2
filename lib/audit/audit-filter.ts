import { ACTION_GROUPS, type ActionGroup, ACTOR_SIDES, type ActorSide } from "@/lib/audit-choices";
import { addDays, isPlainDate, type PlainDate } from "@/lib/dates";
import { readTimeCursor, type TimeCursor } from "@/lib/time-cursor";
import { isUuid } from "@/lib/uuid";

/** What the supplier's journal shows. */
export interface AuditFilter {
  /** The first and the last day, in the supplier's time zone. */
  from: PlainDate;
  to: PlainDate;
  /** A side, or the id of a member of the supplier's staff; null for everybody. */
  who: ActorSide | { userId: string } | null;
  /** Null for all groups. Deposits are then left out, because there are many of them. */
  group: ActionGroup | null;
  /** The customer's number as it was typed; "" for all. */
  customerNumber: string;
  /** The last event of the previous page. */
  after: TimeCursor | null;
}

/** The days that are shown when no period was chosen. */
const DEFAULT_DAYS = 90;

const MAX_NUMBER_LENGTH = 100;

/** Reads the filter from a URL; `today` is the day of the supplier. Each invalid part counts as missing. */
export function readAuditFilter(search: Record<string, unknown>, today: PlainDate): AuditFilter {
  const to = readDay(search.to) ?? today;
  return {
    from: readDay(search.from) ?? addDays(to, -DEFAULT_DAYS),
    to,
    who: readWho(search.who),
    group: ACTION_GROUPS.find((group) => group === search.group) ?? null,
    customerNumber:
      typeof search.customer === "string" ? search.customer.trim().slice(0, MAX_NUMBER_LENGTH) : "",
    after: readTimeCursor(search.after),
  };
}

/** Writes the filter for a URL, without the page. */
export function writeAuditFilter({ from, to, who, group, customerNumber }: AuditFilter): URLSearchParams {
  const written = new URLSearchParams({ from, to });
  if (who) written.set("who", writeWho(who));
  if (group) written.set("group", group);
  if (customerNumber) written.set("customer", customerNumber);
  return written;
}

/** The value of `who` in a URL. */
const writeWho = (who: NonNullable<AuditFilter["who"]>): string =>
  typeof who === "string" ? who : who.userId;

const readDay = (text: unknown): PlainDate | null =>
  typeof text === "string" && isPlainDate(text) ? text : null;

function readWho(text: unknown): AuditFilter["who"] {
  if (typeof text !== "string") return null;
  return ACTOR_SIDES.find((side) => side === text) ?? (isUuid(text) ? { userId: text } : null);
}

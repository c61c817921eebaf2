import { MINUTE_MS } from "@/lib/durations";
import type { TimelineEntry } from "./timeline";

const MAX_MINUTES_APART = 10;
const MAX_NUMBERS = 5;

/** Joins deposits that follow each other within ten minutes by the same actor into one line. Expects newest first. */
export function joinDeposits(entries: readonly TimelineEntry[]): TimelineEntry[] {
  const joined: TimelineEntry[] = [];
  for (const entry of entries) {
    const run = joined.at(-1);
    if (run && isSameRun(run, entry)) joined[joined.length - 1] = joinEntries(run, entry);
    else joined.push(entry);
  }
  return joined;
}

type EventEntry = Extract<TimelineEntry, { kind: "event" }>;

const isDeposit = (entry: TimelineEntry): entry is EventEntry =>
  entry.kind === "event" && entry.action === "invoice_deposited";

const isSameRun = (run: TimelineEntry, entry: TimelineEntry): run is EventEntry =>
  isDeposit(run) &&
  isDeposit(entry) &&
  JSON.stringify(run.actor) === JSON.stringify(entry.actor) &&
  run.at.getTime() - entry.at.getTime() <= MAX_MINUTES_APART * MINUTE_MS;

function joinEntries(run: EventEntry, entry: TimelineEntry): EventEntry {
  const added = entry.kind === "event" ? entry.invoices : null;
  const count = (run.invoices?.count ?? 0) + (added?.count ?? 0);
  const numbers = [...(run.invoices?.numbers ?? []), ...(added?.numbers ?? [])].slice(0, MAX_NUMBERS);
  return { ...run, invoices: { count, numbers } };
}

/** A line of the supplier's journal, newest first. */
export interface JournalLine {
  at: Date;
  action: string;
  accountId: string | null;
  companyName: string | null;
  actorId: string | null;
  actorName: string | null;
  keyName: string | null;
  /** The identifier of the user it was done to. */
  about: string | null;
  /** How many events the line summarizes. */
  count: number;
}

/**
 * Joins consecutive deposits of one actor into one line, which names the company only when all were for the same one.
 */
export function joinDeposits(lines: readonly JournalLine[]): JournalLine[] {
  const joined: JournalLine[] = [];
  for (const line of lines) {
    const last = joined.at(-1);
    const isMore =
      last?.action === "invoice_deposited" && line.action === last.action && line.actorId === last.actorId;
    if (!isMore) {
      joined.push({ ...line });
      continue;
    }
    last.count += line.count;
    if (last.accountId !== line.accountId) Object.assign(last, { accountId: null, companyName: null });
  }
  return joined;
}

/** What a month of issue comes to, the most pressing first. */
export type MonthState = "leaving" | "remaining" | "gap" | "complete" | "removed" | "none" | "future";

export interface MonthShown {
  /** `YYYY-MM`. */
  month: string;
  state: MonthState;
  deposited: number;
  /** Downloaded by the reader, and by anyone of the account. */
  mine: number;
  anyones: number;
  /** Those that left the portal. */
  removed: number;
  /** Numbers missing in a sequence. */
  missing: number;
  /** The first last day among those the reader has not downloaded. */
  firstLeaving: string | null;
  /** Takes the rest of the month, or all of it when nothing is left; null without invoices. */
  takeHref: string | null;
  /** The month in the list. */
  listHref: string;
}

/** A company's year among those of all. */
export interface CompanyShown {
  /** The user it is opened as. */
  userId: string;
  companyName: string;
  customerNumber: string;
  supplierName: string;
  isCurrent: boolean;
  /** That of its most pressing month. */
  state: MonthState;
  /** January to December. */
  months: readonly MonthShown[];
  deposited: number;
  mine: number;
  /** Numbers missing in a sequence. */
  missing: number;
  /** The first last day among those the reader has not downloaded and that leave soon. */
  firstLeaving: string | null;
  /** Its own « Rien ne manque ». */
  path: string;
}

export interface GapShown {
  month: string;
  after: string;
  before: string;
  missing: readonly string[];
}

interface LeavingShown {
  days: number;
  until: string;
  count: number;
  untaken: number;
  takeUntakenHref: string;
  takeHref: string;
}

export interface GuardShown {
  windows: readonly LeavingShown[];
  first: string;
  firstUntaken: string | null;
  isCapped: boolean;
}

import { now } from "@/lib/clock";
import { type PlainDate, todayIn } from "@/lib/dates";
import { searchParam, type SearchParams } from "@/lib/http/search-params";
import { exportPath } from "@/lib/invoices/filter/invoice-paths";
import { accountOfSession } from "@/lib/persons/own-account";
import { queryPerAccount } from "@/lib/persons/query-per-account";
import type { ReaderSession } from "@/lib/sign-in/session/current-session";
import { isAnnouncedMonth } from "./announcement";
import { type ArchiveMonth, archiveMonths } from "./archive-month";
import { type AnnouncedMonth, compareAnnounced } from "./compare-announced";
import { countMonths, type MonthCount } from "./count-months";
import { findQuestions } from "./find-questions";
import { isCertain } from "./is-certain";
import type { NumberGap } from "./number-gaps";
import { type OpenedMonth, openMonth } from "./open-month";

/** This year and the two before: longer than invoices are usually kept. */
const YEARS = 3;

/** « Archivage » of one company: three years of months, and the month that is open. */
export interface OwnArchive {
  today: PlainDate;
  /** Latest first, each from January to December. */
  years: { year: number; months: ArchiveMonth[] }[];
  opened: OpenedMonth | null;
  deposited: number;
  /** Taken by the viewer. */
  taken: number;
  /** Not taken by the viewer, but by somebody else. */
  takenByOthers: number;
  questions: NumberGap[];
  /** The announced months that agree, and those that are over and do not. */
  announced: { complete: AnnouncedMonth[]; incomplete: AnnouncedMonth[] };
  /** Whether the supplier announced all months with invoices, and all agree. */
  isCertain: boolean;
  takeYearUrl: string;
}

/**
 * Opens « Archivage » of the session's company; `month=2026-10` opens that month. « Restantes » are those that the viewer
 * has not taken, as everywhere (`lib/takings`).
 */
export async function openOwnArchive(session: ReaderSession, params: SearchParams): Promise<OwnArchive> {
  const today = todayIn(session.supplier.timeZone, now().getTime());
  const thisYear = Number(today.slice(0, 4));
  const firstYear = thisYear - YEARS + 1;
  const asked = searchParam(params, "month");
  const month = isAnnouncedMonth(asked) ? asked : null;
  const [read] = await queryPerAccount(
    [accountOfSession(session)],
    async (tx, { viewer }) => {
      const [counts, questions, announced, isSure, opened] = await Promise.all([
        countMonths(tx, viewer, firstYear, thisYear + 1),
        findQuestions(tx, viewer, today),
        compareAnnounced(tx, viewer, firstYear, thisYear),
        isCertain(tx, viewer, today),
        month === null ? null : openMonth(tx, viewer, month),
      ]);
      return { counts, questions, announced, isSure, opened };
    },
    { readsAllInvoices: true },
  );
  if (!read) throw new Error("The account of the session was not read.");
  const { counts, questions, announced, isSure, opened } = read;
  const ofYear = (year: number) => counts.filter((one) => one.month.startsWith(`${year}-`));
  const lastYear = ofYear(thisYear + 1).length > 0 ? thisYear + 1 : thisYear;
  return {
    today,
    years: Array.from({ length: lastYear - firstYear + 1 }, (_, back) => lastYear - back)
      .filter((year) => year >= thisYear || ofYear(year).length > 0)
      .map((year) => ({
        year,
        // A missing number is a question below the grid, never a state of a month.
        months: archiveMonths(year, { months: ofYear(year), gaps: [], announced, today }),
      })),
    opened,
    deposited: sum(counts, "deposited"),
    taken: sum(counts, "taken"),
    takenByOthers: counts.reduce((total, one) => total + one.takenByAnyone - one.taken, 0),
    questions,
    announced: {
      complete: announced.filter((one) => one.isComplete),
      incomplete: announced.filter((one) => !one.isComplete && one.month < today.slice(0, 7)),
    },
    isCertain: isSure,
    takeYearUrl: exportPath("zip", {
      filter: { from: `${thisYear}-01-01`, to: `${thisYear}-12-31` },
      scope: "own",
    }),
  };
}

const sum = (counts: readonly MonthCount[], figure: "deposited" | "taken"): number =>
  counts.reduce((total, one) => total + one[figure], 0);

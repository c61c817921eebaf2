import { and, asc, desc, eq, gte, type SQL, sql } from "drizzle-orm";
import { customerRequests } from "@/db/schema/customer-requests";
import { invoices } from "@/db/schema/invoices";
import { invoiceTakings } from "@/db/schema/takings";
import { users } from "@/db/schema/users";
import type { Transaction } from "@/db/transaction";
import { visibleInvoices, visibleRequests } from "@/lib/access/access";
import type { AccountReader } from "@/lib/access/viewer";
import { withSearch } from "@/lib/access/with-search";
import { now } from "@/lib/clock";
import { findQuestions } from "@/lib/completeness/find-questions";
import { isCertain } from "@/lib/completeness/is-certain";
import type { NumberGap } from "@/lib/completeness/number-gaps";
import { type PlainDate, todayIn } from "@/lib/dates";
import { invoicePath } from "@/lib/invoices/filter/invoice-paths";
import { countUpToLimit } from "@/lib/invoices/register/count-up-to-limit";
import { type Count, counted } from "@/lib/invoices/register/invoice-summary";
import { LISTED_COLUMNS, type ListedInvoice } from "@/lib/invoices/register/select-invoices";
import { IS_UNREAD, OWN_REQUEST_COLUMNS, type OwnRequest, toOwnRequest } from "@/lib/requests/own-request";
import { isLeaving } from "@/lib/retention/expiring-invoices";
import type { ReaderSession } from "@/lib/sign-in/session/current-session";
import { isNew } from "./count-tasks";
import { openTasks, type Tasks } from "./open-tasks";
import { readRemaining, type Remaining } from "./read-remaining";
import { type TaskLinks, taskLinks } from "./task-links";

/** The rows shown below a line. */
const SHOWN = 5;

/** An invoice below a line of « À faire ». */
export interface TaskInvoice extends ListedInvoice {
  removeAfter: PlainDate;
}

/** « À faire » of one company. */
export interface Home {
  counts: Tasks["counts"];
  /** How many lines it has. */
  lines: number;
  today: PlainDate;
  /** Null when nothing is left, or too much to sum up. */
  remaining: Remaining | null;
  /** The newest of the new ones. */
  fresh: TaskInvoice[];
  /** Those that leave first. */
  leaving: TaskInvoice[];
  answers: OwnRequest[];
  /** Missing numbers, which are asked about below the lines and never counted. */
  questions: NumberGap[];
  /** All invoices on the portal. */
  here: Count;
  /** Whether the supplier announced them all: only then « Rien ne manque » may be said. */
  isCertain: boolean;
  lastDepositAt: Date | null;
  /** When the viewer last took an invoice. */
  lastTakenAt: Date | null;
  /** The invoice that leaves next, of those whose last day is not over. */
  next: { number: string; until: PlainDate } | null;
  links: HomeLinks;
}

/** Where each line leads. */
interface HomeLinks extends TaskLinks {
  readFreshUrl: string;
  readAnswerUrl: string;
}

/** Opens « À faire » of the session's company. Its numbers are those of the tabs (`openTasks`). */
export async function openHome(session: ReaderSession): Promise<Home> {
  const { viewer, supplier, previousVisitAt } = session;
  const today = todayIn(supplier.timeZone, now().getTime());
  const { counts, lines } = await openTasks(session, "own");
  return withSearch(viewer, async (tx) => {
    const byDate = [desc(invoices.issuedOn), desc(invoices.id)];
    const [remaining, fresh, leaving, answers, questions, facts, isSure] = await Promise.all([
      counts.remaining.value === 0 ? null : readRemaining(tx, viewer),
      counts.fresh.value === 0 ? [] : listSome(tx, viewer, isNew(viewer, previousVisitAt), byDate),
      counts.leaving.value === 0
        ? []
        : listSome(tx, viewer, isLeaving(today), [asc(invoices.removeAfter), asc(invoices.id)]),
      counts.answers === 0 ? [] : listAnswers(tx, viewer),
      findQuestions(tx, viewer, today),
      readFacts(tx, viewer, today),
      counts.remaining.value === 0 ? isCertain(tx, viewer, today) : false,
    ]);
    const links = homeLinks(fresh, answers);
    return {
      counts,
      lines,
      today,
      remaining,
      fresh,
      leaving,
      answers,
      questions,
      ...facts,
      isCertain: isSure,
      links,
    };
  });
}

function homeLinks(fresh: readonly TaskInvoice[], answers: readonly OwnRequest[]): HomeLinks {
  const [newest] = fresh;
  const [answer, ...others] = answers;
  return {
    ...taskLinks("own"),
    readFreshUrl: newest ? invoicePath(newest.id) : "/invoices",
    readAnswerUrl: answer && others.length === 0 ? `/profile/requests/${answer.id}` : "/profile/requests",
  };
}

const listSome = (tx: Transaction, viewer: AccountReader, which: SQL | undefined, order: SQL[]) =>
  tx
    .select({ ...LISTED_COLUMNS, removeAfter: invoices.removeAfter })
    .from(invoices)
    .where(and(visibleInvoices(viewer), which))
    .orderBy(...order)
    .limit(SHOWN);

async function listAnswers(tx: Transaction, viewer: AccountReader): Promise<OwnRequest[]> {
  const rows = await tx
    .select(OWN_REQUEST_COLUMNS)
    .from(customerRequests)
    .innerJoin(users, eq(users.id, customerRequests.userId))
    .where(and(visibleRequests(viewer), IS_UNREAD))
    .orderBy(desc(customerRequests.lastAnsweredAt))
    .limit(SHOWN);
  return rows.map(toOwnRequest);
}

async function readFacts(tx: Transaction, viewer: AccountReader, today: PlainDate) {
  const own = visibleInvoices(viewer);
  const [here, [last], [taking], [next]] = await Promise.all([
    countUpToLimit(tx, own),
    tx
      .select({ at: invoices.depositedAt })
      .from(invoices)
      .where(own)
      .orderBy(desc(invoices.sequence))
      .limit(1),
    tx
      .select({ at: sql<Date | null>`max(${invoiceTakings.takenAt})`.mapWith(invoiceTakings.takenAt) })
      .from(invoiceTakings)
      .where(
        and(
          eq(invoiceTakings.accountId, viewer.accountId),
          eq(invoiceTakings.userId, viewer.userId),
          sql`${invoiceTakings.undoneAt} is null`,
        ),
      ),
    tx
      .select({ number: invoices.number, until: invoices.removeAfter })
      .from(invoices)
      .where(and(own, gte(invoices.removeAfter, today)))
      .orderBy(asc(invoices.removeAfter))
      .limit(1),
  ]);
  return {
    here: counted(here),
    lastDepositAt: last?.at ?? null,
    lastTakenAt: taking?.at ?? null,
    next: next ?? null,
  };
}

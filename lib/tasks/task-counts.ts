import type { PlainDate } from "@/lib/dates";
import { type Count, COUNT_LIMIT, counted } from "@/lib/invoices/register/invoice-summary";

/** What is to do in an account, or in several: the numbers of the tabs, of « À faire », of the list's head. */
export interface TaskCounts {
  /** Deposited since the viewer's last visit, neither seen nor taken by the viewer. */
  fresh: Count;
  /** « Restantes »: not taken by the viewer. */
  remaining: Count;
  /** Leaving soon, and taken by nobody of the account. */
  leaving: Count;
  /** The first last day among those that leave soon. */
  firstLeaving: PlainDate | null;
  /** Answers of the adviser that nobody of the account has read. */
  answers: number;
}

const NO_TASKS: TaskCounts = {
  fresh: counted(0),
  remaining: counted(0),
  leaving: counted(0),
  firstLeaving: null,
  answers: 0,
};

/** How many lines « À faire » has: a line for each kind that has something. */
export const countLines = ({ fresh, remaining, leaving, answers }: TaskCounts): number =>
  [fresh.value, remaining.value, leaving.value, answers].filter((count) => count > 0).length;

/** Adds up the counts of several accounts. */
export const addUpTasks = (accounts: readonly TaskCounts[]): TaskCounts =>
  accounts.reduce(
    (sum, one) => ({
      fresh: added(sum.fresh, one.fresh),
      remaining: added(sum.remaining, one.remaining),
      leaving: added(sum.leaving, one.leaving),
      firstLeaving: [sum.firstLeaving, one.firstLeaving].filter((day) => day !== null).sort()[0] ?? null,
      answers: sum.answers + one.answers,
    }),
    NO_TASKS,
  );

const added = (one: Count, other: Count): Count => ({
  value: Math.min(one.value + other.value, COUNT_LIMIT),
  isCapped: one.isCapped || other.isCapped || one.value + other.value > COUNT_LIMIT,
});

import type { Manager } from "@/lib/access/viewer";
import { withSearch } from "@/lib/access/with-search";
import { now } from "@/lib/clock";
import type { PlainDate } from "@/lib/dates";
import { findLateDeposit } from "./find-late-deposit";
import type { LateDeposit } from "./late-deposit";
import { listDepositDays } from "./list-deposit-days";
import { countOpenRefusals } from "./list-refused-files";
import { type DepositVolume, readDepositVolume } from "./read-deposit-volume";

/** The overview of the page of deposits. */
export interface DepositOverview extends Awaited<ReturnType<typeof listDepositDays>> {
  late: LateDeposit | null;
  openRefusals: { count: number; isCapped: boolean };
  volume: DepositVolume;
}

/** Opens the overview of deposits. It counts many rows, so it takes a turn like a search. */
export function openDeposits(
  viewer: Manager,
  { timeZone, before }: { timeZone: string; before: PlainDate | null },
): Promise<DepositOverview> {
  const at = now();
  return withSearch(viewer, async (tx) => ({
    ...(await listDepositDays(tx, viewer, { timeZone, before })),
    late: await findLateDeposit(tx, viewer, timeZone, at),
    openRefusals: await countOpenRefusals(tx, viewer),
    volume: await readDepositVolume(tx, viewer, timeZone, at),
  }));
}

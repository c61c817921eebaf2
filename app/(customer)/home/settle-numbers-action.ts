"use server";

import { refuse, say } from "@/lib/actions/answer";
import { hidden } from "@/lib/actions/fields";
import { customerAction } from "@/lib/actions/wrappers";
import { now } from "@/lib/clock";
import { settleNumbers } from "@/lib/completeness/settle-numbers";
import { todayIn } from "@/lib/dates";

/** « Ce n'est pas pour nous »: the account is not asked any more about the numbers missing after this one. */
export const settleNumbersAction = customerAction(
  { after: hidden(200), page: hidden(40) },
  async ({ viewer, supplier }, { after, page: asked }) => {
    const page = asked === "/invoices/archive" ? asked : "/home";
    const today = todayIn(supplier.timeZone, now().getTime());
    const settled = await settleNumbers(viewer, { after, today });
    if (!settled.ok) return refuse(page, settled);
    return say(page, {
      settled: settled.first.join(", "),
      count: settled.count,
      named: settled.first.length,
    });
  },
);

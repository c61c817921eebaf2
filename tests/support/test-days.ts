import { addDays, type PlainDate, todayIn } from "@/lib/dates";

/** The day on which tests deposit, as the portal's clock says it in the demo's time zone. */
export const today = (): PlainDate => todayIn("Europe/Paris", Date.now());

/** The last day of issue of what the demo alone deposited: nothing comes to it while other tests run. */
export const yesterday = (): PlainDate => addDays(today(), -1);

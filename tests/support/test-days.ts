import { addDays, type PlainDate, todayIn } from "@/lib/dates";

/** The day on which tests deposit: today in the demo's time zone, according to the portal's clock. */
export const today = (): PlainDate => todayIn("Europe/Paris", Date.now());

/** The last day of issue with demo invoices only: other tests deposit nothing for it. */
export const yesterday = (): PlainDate => addDays(today(), -1);

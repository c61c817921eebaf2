"use server";

import { customerAction } from "@/lib/actions/wrappers";
import { changeTakings } from "@/lib/invoices/takings/change-takings";
import { takingAnswer } from "./taking-answer";
import { TAKING_FIELDS, takingChoice } from "./taking-form";

/** « Marquer comme prises »: the chosen invoices, or all of the list, count as taken by this user. */
export const markTakenAction = customerAction(TAKING_FIELDS, async (session, form) =>
  takingAnswer("taken", await changeTakings(session, takingChoice(form), "taken"), form),
);

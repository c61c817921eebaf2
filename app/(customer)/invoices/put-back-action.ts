"use server";

import { customerAction } from "@/lib/actions/wrappers";
import { changeTakings } from "@/lib/invoices/takings/change-takings";
import { takingAnswer } from "./taking-answer";
import { TAKING_FIELDS, takingChoice } from "./taking-form";

/** « Remettre à prendre »: the chosen invoices, or all of the list, are left to take again for this user. */
export const putBackAction = customerAction(TAKING_FIELDS, async (session, form) =>
  takingAnswer("to_take", await changeTakings(session, takingChoice(form), "to_take"), form),
);

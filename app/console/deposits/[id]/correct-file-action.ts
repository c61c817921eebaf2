"use server";

import { goTo, refuse, say } from "@/lib/actions/answer";
import { choiceOr, text } from "@/lib/actions/fields";
import { supplierManagerAction } from "@/lib/actions/wrappers";
import { correctRefusedFile } from "@/lib/deposits/correct-refused-file";
import { findRefusedFile } from "@/lib/deposits/list-refused-files";
import { readCorrection } from "@/lib/deposits/read-correction";
import { withTurn } from "@/lib/limits/take-turn";
import { sessionOwners } from "@/lib/sign-in/session/session-owners";
import { depositPath } from "./deposit-path";

const LONG = 400;
const LIST = 2_000;

/** « Déposer » on the page of a refused file: deposits it again with other metadata. */
export const correctFileAction = supplierManagerAction(
  {
    customerNumber: text(LONG),
    number: text(LONG),
    type: choiceOr(["none", "invoice", "credit_note"], "none"),
    issuedOn: text(LONG),
    dueOn: text(LONG),
    currency: text(LONG),
    totalWithVat: text(LONG),
    totalWithoutVat: text(LONG),
    contracts: text(LIST),
    vehicles: text(LIST),
    legalRole: choiceOr(["default", "original", "duplicate"], "default"),
    confirmBuyer: choiceOr(["yes", "no"], "no"),
  },
  async (session, typed, id: string) => {
    const path = depositPath(id);
    const file = await findRefusedFile(session.viewer, id);
    if (!file) return goTo(path);
    const read = readCorrection(typed, file);
    if (!read.ok) return refuse(path, { reason: "invalid", fields: read.fields });
    // The file is read into memory and parsed, as in any deposit.
    const asker = { owners: sessionOwners(session), isKnown: true };
    const corrected = await withTurn("deposits", asker, () =>
      correctRefusedFile(session.viewer, id, read.metadata),
    );
    if (corrected.ok) return say("/console/deposits", { deposited: file.fileName });
    return refuse(path, corrected);
  },
);

"use server";

import { isCustomerUser } from "@/lib/access/viewer";
import { goTo, refuse, say } from "@/lib/actions/answer";
import { choiceOr, hidden, text } from "@/lib/actions/fields";
import { customerAction } from "@/lib/actions/wrappers";
import { removedPath } from "@/lib/invoices/filter/invoice-paths";
import { findOwnRemoved } from "@/lib/invoices/one/find-own-removed";
import { recordRequest } from "@/lib/requests/record-request";

const PAGE = "/invoices/removed";

/** Asks the adviser for a duplicate of a removed document. The document's account must be one of the person's own. */
export const askDuplicateAction = customerAction(
  { document: hidden(100), message: text(10_000), scope: choiceOr(["own", "all"], "own") },
  async (session, { document: id, message, scope }) => {
    const wanted = await findOwnRemoved(session, id);
    if (!wanted || !isCustomerUser(wanted.account.viewer)) return goTo(PAGE);
    const { number, issuedOn } = wanted.document;
    const request = { kind: "duplicate", number, issuedOn, message } as const;
    const asked = await recordRequest(wanted.account.viewer, request);
    const path = removedPath(number, scope);
    return asked.ok ? say(PAGE, { asked: id }, path) : refuse(PAGE, { ...asked, refused: id }, path);
  },
);

"use server";

import { refuse, say } from "@/lib/actions/answer";
import { choiceOr, hidden, text } from "@/lib/actions/fields";
import { customerAction } from "@/lib/actions/wrappers";
import { invoicePath } from "@/lib/invoices/filter/invoice-paths";
import { dispatchSoon } from "@/lib/jobs/dispatch-soon";
import { QUESTION_TOPICS } from "@/lib/request-choices";
import { askQuestion } from "@/lib/requests/ask-question";
import { isUuid } from "@/lib/uuid";
import { requestPath } from "./request-path";

const fields = { invoice: hidden(100), topic: choiceOr(QUESTION_TOPICS, "other"), text: text(10_000) };

/** Sends a question about an invoice (« Poser une question sur cette facture ») or without one. */
export const askQuestionAction = customerAction(fields, async ({ viewer }, { invoice, topic, text }) => {
  const invoiceId = isUuid(invoice) ? invoice : null;
  const asked = await askQuestion(viewer, { invoiceId, topic, text });
  if (!asked.ok)
    return invoiceId === null
      ? refuse("/profile/requests/new", asked)
      : refuse(invoicePath(invoiceId), asked, `${invoicePath(invoiceId, "?ask=1")}#questions`);
  dispatchSoon();
  const page = invoiceId === null ? requestPath(asked.id) : invoicePath(invoiceId);
  const facts = { done: asked.isNew ? "asked" : "asked_before" };
  return say(page, facts, invoiceId === null ? page : `${page}#questions`);
});

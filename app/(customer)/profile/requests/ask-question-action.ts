"use server";

import { refuse, say } from "@/lib/actions/answer";
import { choiceOr, hidden, text } from "@/lib/actions/fields";
import { customerAction } from "@/lib/actions/wrappers";
import { dispatchSoon } from "@/lib/jobs/dispatch-soon";
import { OFFERED_TOPICS } from "@/lib/request-choices";
import { askQuestion } from "@/lib/requests/ask-question";
import { isUuid } from "@/lib/uuid";
import { invoicePlace } from "../../invoices/[id]/invoice-place";
import { requestPath } from "./request-path";

const fields = {
  ...{ invoice: hidden(100), list: hidden(2_000) },
  ...{
    topic: choiceOr(OFFERED_TOPICS, "other"),
    contract: text(200),
    vehicle: text(200),
    text: text(10_000),
  },
};

/** Sends a question about an invoice (« Poser une question sur cette facture ») or without one. */
export const askQuestionAction = customerAction(fields, async ({ viewer }, { invoice, list, ...typed }) => {
  const invoiceId = isUuid(invoice) ? invoice : null;
  const asked = await askQuestion(viewer, { invoiceId, ...typed });
  const place = invoiceId === null ? null : invoicePlace(invoiceId, list);
  if (!asked.ok)
    return place
      ? refuse(place.page, asked, `${withAsking(place.to)}#questions`)
      : refuse("/profile/requests/new", asked);
  dispatchSoon();
  const facts = { done: asked.isNew ? "asked" : "asked_before" };
  return place ? say(place.page, facts, `${place.to}#questions`) : say(requestPath(asked.id), facts);
});

/** The invoice's page with the form open. */
const withAsking = (page: string) => `${page}${page.includes("?") ? "&" : "?"}ask=1`;

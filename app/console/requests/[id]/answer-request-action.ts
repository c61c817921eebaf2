"use server";

import { decideRequest } from "@/lib/accounts/one/decide-request";
import { say } from "@/lib/actions/answer";
import { choiceOr, hidden, text } from "@/lib/actions/fields";
import { provenSupplierStaffAction } from "@/lib/actions/wrappers";
import { dispatchSoon } from "@/lib/jobs/dispatch-soon";
import { answerRequest } from "@/lib/requests/answer-request";
import { insertTemplate } from "@/lib/requests/insert-template";
import { staffRequestPath } from "./staff-request-path";

const fields = {
  text: text(10_000),
  template: text(36),
  seen: hidden(36),
  step: choiceOr(["send", "insert", "accept", "decline"], "send"),
};

const OUTCOMES = { accept: "accepted", decline: "declined" } as const;

/**
 * Answers a request, accepts or declines it, or inserts a template into the text. After a refusal, or when a template
 * was inserted, the form is shown again in the same place with the typed entries. `provenSupplierStaffAction` is used
 * only because it can show the form again: this action never asks for a proof.
 */
export const answerRequestAction = provenSupplierStaffAction(
  fields,
  async ({ viewer }, typed, id: string) => {
    const { text, template, seen, step } = typed;
    if (step === "insert") {
      const inserted = await insertTemplate(viewer, { requestId: id, templateId: template, text });
      return { toConfirm: inserted.ok ? { text: inserted.text } : { problem: inserted.reason } };
    }
    const answered =
      step === "send"
        ? await answerRequest(viewer, id, { text, seen })
        : await decideRequest(viewer, id, { text, seen, outcome: OUTCOMES[step] });
    if (!answered.ok) return { toConfirm: { problem: answered.reason } };
    dispatchSoon();
    const done = step === "send" ? "answered" : OUTCOMES[step];
    return say(staffRequestPath(id), { done, isNotified: answered.isNotified });
  },
  () => null,
);

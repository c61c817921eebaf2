"use server";

import { getTranslations } from "next-intl/server";
import { OTHER_FIELDS, WARNING_FIELDS } from "@/components/console/address-change/change-to-confirm";
import { ADDRESS_WARNINGS } from "@/lib/accounts/address-change/address-warnings";
import { previewAddressChange } from "@/lib/accounts/address-change/preview-address-change";
import { ASKED_BY_LENGTH, readAddressChange } from "@/lib/accounts/address-change/read-address-change";
import { saveAddressChange } from "@/lib/accounts/address-change/save-address-change";
import { refuse, say } from "@/lib/actions/answer";
import { choiceOr, hidden, text } from "@/lib/actions/fields";
import { provenSupplierStaffAction } from "@/lib/actions/wrappers";
import { dispatchSoon } from "@/lib/jobs/dispatch-soon";
import { changeToConfirm, refusedChange } from "./change-to-confirm";
import { pageOfChange } from "./page-of-change";

const ticked = () => choiceOr(["yes", "no"], "no");
const confirmedWarnings = (sent: Record<string, unknown>) =>
  ADDRESS_WARNINGS.filter((warning) => sent[WARNING_FIELDS[warning]] === "yes");

/**
 * « Changer l’adresse », on the page of an account and on the desk. Step `check` shows the effects of the change if
 * there is something to choose or to confirm. Otherwise, and at step `save`, the address is changed.
 */
export const changeAddressAction = provenSupplierStaffAction(
  {
    email: text(321),
    asked: text(ASKED_BY_LENGTH + 1),
    effective: choiceOr(["next_invoice", "now"], "next_invoice"),
    person: choiceOr(["other", "same"], "other"),
    keeps: ticked(),
    step: choiceOr(["check", "save"], "check"),
    previewed: hidden(321),
    // These fields are read by name below. As a record, their type would replace the types of the other fields.
    ...(Object.fromEntries(OTHER_FIELDS.map((name) => [name, hidden(36)])) as object),
    ...(Object.fromEntries(Object.values(WARNING_FIELDS).map((name) => [name, ticked()])) as object),
  },
  async (session, sent, accountId: string, from: string) => {
    const t = await getTranslations("console.addressChange");
    const { asked, keeps, step, previewed, ...choices } = sent;
    const fields: Record<string, unknown> = sent;
    const read = readAddressChange({
      ...choices,
      askedBy: asked,
      keepsMember: keeps === "yes",
      others: OTHER_FIELDS.map((name) => String(fields[name] ?? "")),
      confirmed: confirmedWarnings(fields),
    });
    if (!read.ok) return { toConfirm: refusedChange(read.reason, choices.email, t) };
    const { form } = read;
    const previewedChange = await previewAddressChange(session.viewer, accountId, form);
    if (!previewedChange.ok) return { toConfirm: refusedChange(previewedChange.reason, form.email, t) };
    const { preview } = previewedChange;
    const isSeen = step === "save" && previewed === form.email;
    const isUnsure = preview.warnings.some((warning) => !form.confirmed.includes(warning));
    const mustChoose = preview.others.length > 0 || preview.existingUser !== null;
    if (isUnsure || (mustChoose && !isSeen))
      return { toConfirm: changeToConfirm(preview, isSeen && isUnsure, t) };

    const page = pageOfChange(from, accountId);
    const saved = await saveAddressChange(session, accountId, form);
    if (!saved.ok) {
      if (saved.reason === "proof_needed") return refuse(page, saved);
      return { toConfirm: refusedChange(saved.reason, form.email, t) };
    }
    dispatchSoon();
    const { outcome, accounts, missed } = saved;
    return say(page, { done: `address_${outcome}`, accounts, missed });
  },
);

"use server";

import { DETAIL_FORMS } from "@/lib/accounts/one/settings/details";
import { setDetails } from "@/lib/accounts/one/settings/set-details";
import { refuse, say } from "@/lib/actions/answer";
import { choice, text } from "@/lib/actions/fields";
import { supplierStaffAction } from "@/lib/actions/wrappers";
import { accountPath } from "./account-path";

const field = text(400);

/** Saves the company's name and reception identity, or the contacts of the account's adviser. */
export const detailsAction = supplierStaffAction(
  {
    form: choice(["identity", "adviser"]),
    companyName: field,
    siret: field,
    routingCode: field,
    electronicAddress: field,
    checkedOn: field,
    adviserName: field,
    adviserEmail: field,
    adviserPhone: field,
  },
  async ({ viewer }, { form, ...typed }, id: string) => {
    const page = accountPath(id);
    const fields = Object.fromEntries(DETAIL_FORMS[form].map((name) => [name, typed[name]]));
    const set = await setDetails(viewer, id, fields);
    if (!set.ok) return refuse(page, { ...set, action: form });
    return say(page, { done: set.isNew ? "saved" : "unchanged" });
  },
);

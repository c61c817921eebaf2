"use server";

import { refuse, say } from "@/lib/actions/answer";
import { choiceOr, text } from "@/lib/actions/fields";
import { provenOperatorAction } from "@/lib/actions/wrappers";
import { dispatchSoon } from "@/lib/jobs/dispatch-soon";
import { LOCALES } from "@/lib/languages";
import { createSupplier } from "@/lib/operators/create-supplier";
import { SUPPLIERS_PATH } from "../supplier-path";

/** « Créer un fournisseur »: adds it, and mails its first manager a link to choose a password. */
export const createSupplierAction = provenOperatorAction(
  {
    name: text(400),
    slug: text(100),
    contactEmail: text(300),
    managerName: text(200),
    managerEmail: text(300),
    locale: choiceOr(LOCALES, "fr"),
  },
  async (session, wanted) => {
    const created = await createSupplier(session, wanted);
    if (!created.ok) return refuse(`${SUPPLIERS_PATH}/new`, created);
    dispatchSoon();
    return say(SUPPLIERS_PATH, {
      ...{ done: "created", name: created.name },
      ...{ email: created.managerEmail, identifier: created.managerIdentifier },
    });
  },
);

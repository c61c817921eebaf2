"use server";

import { getTranslations } from "next-intl/server";
import { MadeKey } from "@/components/console/keys/made-key";
import { refuse, showInPlace } from "@/lib/actions/answer";
import { choiceOr, text } from "@/lib/actions/fields";
import { provenSupplierManagerAction } from "@/lib/actions/wrappers";
import { KEY_SCOPES } from "@/lib/key-scopes";
import { createKey } from "@/lib/keys/create-key";
import { KEY_LIVES } from "@/lib/tokens/life-spans";

const isChosen = () => choiceOr(["yes", "no"], "no");

/** « Créer une clé ». Only this response shows the key. */
export const createKeyAction = provenSupplierManagerAction(
  {
    name: text(400),
    deposits: isChosen(),
    accounts: isChosen(),
    life: choiceOr(KEY_LIVES, "never"),
  },
  async (session, { name, life, ...chosen }) => {
    const scopes = KEY_SCOPES.filter((scope) => chosen[scope] === "yes");
    const created = await createKey(session, { name, scopes, life });
    if (!created.ok) return refuse("/console/keys/new", created);
    const t = await getTranslations("console.keys");
    return showInPlace({ done: [t("made", { name: created.name })], secret: created.secret });
  },
  MadeKey,
);

"use server";

import { getLocale, getTranslations } from "next-intl/server";
import { MadeKey } from "@/components/console/keys/made-key";
import { refuse, showInPlace } from "@/lib/actions/answer";
import { choiceOr } from "@/lib/actions/fields";
import { provenSupplierManagerAction } from "@/lib/actions/wrappers";
import { formatInstant } from "@/lib/dates";
import { rotateKey } from "@/lib/keys/rotate-key";
import { KEY_OVERLAPS } from "@/lib/tokens/life-spans";
import { keyPath } from "../key-path";

/** « Renouveler la clé ». Only this response shows the new key. */
export const rotateKeyAction = provenSupplierManagerAction(
  { overlap: choiceOr(KEY_OVERLAPS, "day") },
  async (session, { overlap }, id: string) => {
    const rotated = await rotateKey(session, id, overlap);
    if (!rotated.ok) return refuse(keyPath(id), { ...rotated, action: "rotation" });
    const [locale, t] = await Promise.all([getLocale(), getTranslations("console.keys")]);
    const { name, secret, oldPrefix, oldEndsAt } = rotated;
    const old = { prefix: oldPrefix, at: formatInstant(oldEndsAt, locale, session.supplier.timeZone) };
    return showInPlace({
      done: [t("rotated", { name }), t(overlap === "none" ? "oldEnded" : "oldEnds", old)],
      secret,
    });
  },
  MadeKey,
);

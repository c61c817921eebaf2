"use server";

import { z } from "zod";
import { refuse, say } from "@/lib/actions/answer";
import { choiceOr } from "@/lib/actions/fields";
import { customerAction } from "@/lib/actions/wrappers";
import { rememberLocale } from "@/lib/http/remember-locale";
import { LOCALES } from "@/lib/languages";
import { isHistoryChoice } from "@/lib/month-settings";
import { setDisplay } from "@/lib/users/set-display";

const PAGE = "/profile/display";

/** Saves « Historique d'affichage » and, if the form has it, the language. */
export const saveDisplayHistoryAction = customerAction(
  { months: z.coerce.number().refine(isHistoryChoice), locale: choiceOr(["", ...LOCALES], "") },
  async ({ viewer }, { months, locale }) => {
    const saved = await setDisplay(viewer, { months, locale: locale || undefined });
    if (!saved.ok) return refuse(PAGE, saved);
    if (locale) await rememberLocale(locale);
    return say(PAGE, { saved: "yes" });
  },
);

"use server";

import { goTo } from "@/lib/actions/answer";
import { choiceOr } from "@/lib/actions/fields";
import { pageOfForm } from "@/lib/actions/page-of-form";
import { publicAction } from "@/lib/actions/wrappers";
import { rememberLocale } from "@/lib/http/remember-locale";
import { DEFAULT_LOCALE, LOCALES } from "@/lib/languages";
import { currentSession } from "@/lib/sign-in/session/current-session";
import { setLocale } from "@/lib/users/set-locale";

/** Shows the same page in another language, and remembers it. */
export const changeLocaleAction = publicAction(
  { locale: choiceOr(LOCALES, DEFAULT_LOCALE) },
  async (_visitor, { locale }) => {
    await rememberLocale(locale);
    const session = await currentSession();
    if (session) await setLocale(session.viewer, locale);
    return goTo(await pageOfForm());
  },
);

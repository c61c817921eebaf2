import type { Locale } from "@/lib/languages";
import type { AdministratorSession } from "@/lib/sign-in/session/current-session";

/** The language chosen for somebody who gets access: one that the supplier offers, else that of the administrator. */
export const languageOf = ({ supplier, locale }: AdministratorSession, chosen: Locale): Locale =>
  supplier.languages.includes(chosen) ? chosen : locale;

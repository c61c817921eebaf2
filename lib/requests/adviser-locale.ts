import { DEFAULT_LOCALE } from "@/lib/languages";

/** Suppliers have no language setting yet; mails to advisers are in French. */
export const ADVISER_LOCALE = DEFAULT_LOCALE;

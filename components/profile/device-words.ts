import type { getTranslations } from "next-intl/server";

/** What a browser says it is; null where it is none of the usual ones. */
export type Device = { browser: string | null; system: string | null };

type Words = Awaited<ReturnType<typeof getTranslations<"security">>>;

/** « Firefox sur Windows », or what is known of it. */
export function deviceWords(t: Words, { browser, system }: Device): string {
  if (browser && system) return t("device", { browser, system });
  return browser ?? system ?? t("unknownDevice");
}

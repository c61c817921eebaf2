import type { getTranslations } from "next-intl/server";
import type { Device } from "@/lib/sign-in/session/device";

type Words = Awaited<ReturnType<typeof getTranslations<"security">>>;

/** Returns « Firefox sur Windows », or the part that is known. */
export function deviceWords(t: Words, { browser, system }: Device): string {
  if (browser && system) return t("device", { browser, system });
  return browser ?? system ?? t("unknownDevice");
}

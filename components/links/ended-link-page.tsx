import { getLocale, getTranslations } from "next-intl/server";
import { LinkButton } from "@/components/ui/button";
import { numberInWords } from "@/lib/number-in-words";
import { DIRECT_LINK_MONTHS } from "@/lib/tokens/life-spans";

/** The page of a direct link that no longer works, with a link to sign in instead. */
export async function EndedLinkPage({ signInHref }: { signInHref: string }) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("link.over")]);
  return (
    <div className="max-w-text space-y-4 py-8">
      <h1>{t("title")}</h1>
      <p className="text-4 text-ink-2">{t("lead", { months: numberInWords(DIRECT_LINK_MONTHS, locale) })}</p>
      <p className="actions">
        <LinkButton kind="main" href={signInHref}>
          {t("signIn")}
        </LinkButton>
      </p>
    </div>
  );
}

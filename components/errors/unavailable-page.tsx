import { getTranslations } from "next-intl/server";
import { Actions } from "@/components/ui/actions";
import { LinkButton } from "@/components/ui/button";

/** The 503 text, for when the database or the storage does not answer. */
export async function UnavailablePage({ retryHref }: { retryHref: string }) {
  const t = await getTranslations("unavailable");
  return (
    <div className="max-w-text space-y-4 py-8">
      <p className="text-2 text-ink-2">{t("status")}</p>
      <h1>{t("title")}</h1>
      <p className="text-4 text-ink-2">{t("lead")}</p>
      <p>{t("advice")}</p>
      <Actions>
        <LinkButton kind="main" href={retryHref}>
          {t("retry")}
        </LinkButton>
      </Actions>
    </div>
  );
}

import { getFormatter, getTranslations } from "next-intl/server";
import { Actions } from "@/components/ui/actions";
import { LinkButton } from "@/components/ui/button";

type UnavailablePageProps = {
  retryHref: string;
  /** Where somebody answers; empty when unknown. */
  phone: string;
  /** What the logs know the failure by. */
  reference: string | null;
  /** Milliseconds since 1970. */
  at: number;
};

/** A 503 that the server itself can draw: the database or the storage does not answer. */
export async function UnavailablePage({ retryHref, phone, reference, at }: UnavailablePageProps) {
  const [t, format] = await Promise.all([getTranslations("unavailable"), getFormatter()]);
  const when = format.dateTime(at, { dateStyle: "short", timeStyle: "short" });
  return (
    <div className="blank py-8">
      <p className="text-2 text-ink-2">{t("status")}</p>
      <h1>{t("title")}</h1>
      <p className="text-4 text-ink-2">{t("lead")}</p>
      <p>{phone === "" ? t("advice") : t("adviceWithPhone", { phone })}</p>
      <Actions>
        <LinkButton kind="main" href={retryHref}>
          {t("retry")}
        </LinkButton>
      </Actions>
      {reference !== null && (
        <p className="pt-4 text-2 text-ink-3">
          {t.rich("reference", { when, code: () => <code>{reference}</code> })}
        </p>
      )}
    </div>
  );
}

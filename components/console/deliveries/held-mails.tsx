import { getLocale, getTranslations } from "next-intl/server";
import { formatPercent } from "@/components/console/suppliers/format-rate";
import { Note } from "@/components/ui/note";
import { formatInstant } from "@/lib/dates";
import type { HeldMails } from "@/lib/desk/read-held-mails";
import { FIRST_HOUR_ACTIVATIONS } from "@/lib/mails/first-activation-turns";
import { PROVIDER_LIMITS } from "@/lib/mails/sending-limits";

interface HeldMailsNoteProps {
  held: HeldMails;
  timeZone: string;
}

/** Says why mails of the supplier wait and until when; nothing when none does. */
export async function HeldMailsNote({ held: { pause, steps }, timeZone }: HeldMailsNoteProps) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("console.deliveries.held")]);
  if (!pause && !steps) return null;
  return (
    <div className="mb-6 grid gap-4">
      {pause && (
        <Note tone="bad" title={t(pause.cause, { when: formatInstant(pause.since, locale, timeZone) })}>
          <p>{t(`${pause.cause}Why`, { limit: formatPercent(PROVIDER_LIMITS[pause.cause], locale) })}</p>
          <p>{t("remedy", { count: pause.waiting })}</p>
        </Note>
      )}
      {steps && (
        <Note tone="info" title={t("steps", { count: steps.waiting })}>
          <p>
            {t("stepsWhy", {
              first: FIRST_HOUR_ACTIVATIONS,
              until: formatInstant(steps.until, locale, timeZone),
            })}
          </p>
        </Note>
      )}
    </div>
  );
}

import { getLocale, getTranslations } from "next-intl/server";
import { Note } from "@/components/ui/note";
import { formatDate } from "@/lib/dates";
import type { ExpiringInvoices } from "@/lib/retention/open-expiring-invoices";

/** The banner above the list: invoices that nobody downloaded and that are removed soonest, with a download link. */
export async function ExpiryBanner({
  expiring,
  archiveHref,
}: {
  expiring: ExpiringInvoices | null;
  archiveHref: string;
}) {
  const window = expiring?.windows.find(({ neverDownloaded }) => neverDownloaded > 0);
  if (!expiring || !window || expiring.firstNeverDownloaded === null) return null;
  const [locale, t] = await Promise.all([getLocale(), getTranslations("archive.banner")]);
  return (
    <div className="mb-4">
      <Note tone={window.days > 30 ? "info" : "warn"}>
        <p>
          {t.rich("text", {
            count: window.neverDownloaded,
            days: window.days,
            first: formatDate(expiring.firstNeverDownloaded, locale),
            b: (words) => <b>{words}</b>,
          })}
        </p>
        <p className="flex flex-wrap gap-x-6 gap-y-2">
          <a className="tap-link" href={window.neverDownloadedHref}>
            {t("take", { count: window.neverDownloaded })}
          </a>
          <a className="tap-link" href={archiveHref}>
            {t("more")}
          </a>
        </p>
      </Note>
    </div>
  );
}

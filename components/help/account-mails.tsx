import { getTranslations } from "next-intl/server";
import { RecentMails } from "@/components/profile/recent-mails";
import { Section } from "@/components/ui/section";
import type { RecentMail } from "@/lib/mails/deliveries/list-recent-mails";
import type { Channel, Preference } from "@/lib/preferences";

export interface AccountMailsProps {
  /** The account's notification settings. */
  settings: {
    email: string | null;
    preference: Preference;
    channel: Channel;
    /** Set after a bounce or a complaint: no more mails are sent to the address. */
    isStopped: boolean;
  };
  mails: readonly RecentMail[];
  timeZone: string;
}

/** For a signed-in reader: the settings of their account that the answer is about, and its last mails. */
export async function AccountMails({ settings, mails, timeZone }: AccountMailsProps) {
  const t = await getTranslations("help.mails");
  return (
    <Section title={t("title")}>
      <p>
        {settings.channel === "paper"
          ? t("paper")
          : settings.email === null
            ? t("noAddress")
            : settings.preference === "none"
              ? t("none", { email: settings.email })
              : settings.isStopped
                ? t("stopped", { email: settings.email })
                : t(`settings.${settings.preference}`, { email: settings.email })}
      </p>
      <p className="mt-3 mb-3 text-ink-2">{t(mails.length > 0 ? "lead" : "noMail")}</p>
      {mails.length > 0 && <RecentMails mails={mails} timeZone={timeZone} />}
    </Section>
  );
}

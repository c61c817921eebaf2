import { getLocale, getTranslations } from "next-intl/server";
import { Badge } from "@/components/ui/badge";
import { Entries, Entry } from "@/components/ui/entries";
import { Section } from "@/components/ui/section";
import { formatInstant } from "@/lib/dates";
import type { OwnRequest } from "@/lib/requests/own-request";

/** The list of requests: content, sender, time and state. */
export async function RequestList(props: { requests: readonly OwnRequest[]; timeZone: string }) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("notifications")]);
  const titleOf = ({ address, preference, document }: OwnRequest["asked"]) => {
    const parts = [
      address !== null && t("askedAddress", { address }),
      preference !== null && t("askedPreference", { preference: t(`preferences.${preference}`) }),
      document && t("askedDuplicate", { number: document.number }),
    ].filter((part) => typeof part === "string");
    return (parts.length > 0 ? parts : [t("askedMessage")]).map((part) => (
      <span className="block" key={part}>
        {part}
      </span>
    ));
  };
  return (
    <Section title={t("openTitle")}>
      <Entries>
        {props.requests.map(({ id, asked, state, askedBy, askedAt }) => (
          <Entry
            key={id}
            title={
              <a className="tap-link" href={`/profile/requests/${id}`}>
                {titleOf(asked)}
              </a>
            }
            detail={
              <>
                {t("requestLine", { name: askedBy, when: formatInstant(askedAt, locale, props.timeZone) })}
                {asked.message.map((line, index) => (
                  <span className="block" key={index}>
                    {line}
                  </span>
                ))}
              </>
            }
          >
            <Badge>{t(`states.${state}`)}</Badge>
          </Entry>
        ))}
      </Entries>
    </Section>
  );
}

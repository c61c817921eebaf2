import type { getTranslations } from "next-intl/server";
import type { RequestSubject } from "@/emails/request-subject";

type Words = Awaited<ReturnType<typeof getTranslations<"requests">>>;

/** Returns what a request is about as a title: « Question sur FT-1 : véhicule ». */
export function requestTitle(t: Words, { kind, topic, document }: RequestSubject): string {
  if (kind === "question") {
    const about = t(`topics.${topic ?? "other"}`);
    return document === null
      ? t("titles.question", { about })
      : t("titles.aboutInvoice", { document, about });
  }
  return kind === "duplicate"
    ? t("titles.duplicate", { document: document ?? "" })
    : t("titles.notification_change");
}

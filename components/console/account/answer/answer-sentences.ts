import type { getTranslations } from "next-intl/server";
import type { InvoiceAnswer } from "@/lib/accounts/one/answer/invoice-answer";
import { formatHour, formatInstant } from "@/lib/dates";
import type { Locale } from "@/lib/languages";

type Words = Awaited<ReturnType<typeof getTranslations<"console.account.answer">>>;

const MAX_NAMED_READERS = 3;

/**
 * Returns the sentences about an invoice: the deposit, the mail or why there is none, and who opened or downloaded it.
 * The first sentence continues after the number of the invoice.
 */
export function answerSentences(
  answer: InvoiceAnswer,
  t: Words,
  { locale, timeZone }: { locale: Locale; timeZone: string },
): string[] {
  const at = (when: Date) => formatInstant(when, locale, timeZone);
  const { type, mail, noMail, readers, withdrawn, resentCount } = answer;
  const deposited =
    answer.channel === "paper"
      ? t("depositedPaper", { type, at: at(answer.depositedAt) })
      : t("deposited", {
          type,
          at: at(answer.depositedAt),
          preference: t(`preferences.${answer.preference}`),
        });
  const mailSentence = mail
    ? t(`mail.${mail.status}`, {
        kind: t(`mailKinds.${mail.kind}`),
        address: mail.recipient,
        at: at(mail.at),
        reported: at(mail.reportedAt ?? mail.at),
      })
    : noMail && t(`noMail.${noMail}`, { hour: formatHour(answer.digestHour, locale) });
  const named = readers
    .slice(0, MAX_NAMED_READERS)
    .map(({ label, seenAt, downloadedAt }) =>
      downloadedAt
        ? t("readerDownload", { type, who: label, at: at(downloadedAt) })
        : t("reader", { type, who: label, at: seenAt ? at(seenAt) : "" }),
    );
  const more = readers.length - named.length;
  return [
    deposited,
    resentCount > 0 && t("resent", { type, count: resentCount }),
    mailSentence,
    ...named,
    more > 0 && t("moreReaders", { count: more }),
    answer.linkUsedAt && t("linkUsed", { at: at(answer.linkUsedAt) }),
    readers.length === 0 && !answer.linkUsedAt && t("nobody", { type }),
    withdrawn && t("withdrawn", { type, at: at(withdrawn.at), reason: withdrawn.reason }),
  ].filter((one): one is string => typeof one === "string");
}

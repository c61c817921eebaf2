import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { formatInstant } from "@/lib/dates";
import type { MessageSide } from "@/lib/request-choices";
import type { RequestThread, ThreadEntry } from "@/lib/requests/request-thread";

interface ThreadProps {
  thread: RequestThread;
  /** The side of the reader. */
  side: MessageSide;
  supplierName: string;
  timeZone: string;
}

/** The request and all messages about it, oldest first. */
export async function Thread({ thread, side, supplierName, timeZone }: ThreadProps) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("requests")]);
  return (
    <ol className="thread" aria-label={t("threadLabel")}>
      {thread.entries.map((entry, index) => (
        <li key={entry.id} className={entry.side === side ? undefined : "from-them"}>
          <header>
            <b>{author(entry)}</b>
            <time dateTime={entry.at.toISOString()}>{formatInstant(entry.at, locale, timeZone)}</time>
          </header>
          {index === 0 && <Asked thread={thread} />}
          {entry.outcome && <p className="font-medium">{t(`outcomes.${entry.outcome}`)}</p>}
          {entry.paragraphs.map((lines, at) => (
            <p key={at}>{withBreaks(lines)}</p>
          ))}
        </li>
      ))}
    </ol>
  );

  function author({ isOwn, side: writtenBy, author: name }: ThreadEntry): string {
    if (isOwn) return t("you");
    if (writtenBy === "customer" || side === "supplier") return name || supplierName;
    return name === "" ? supplierName : t("authorOf", { name, supplier: supplierName });
  }
}

/** What the request asks for, above its message. */
async function Asked({ thread: { subject, asked } }: { thread: RequestThread }) {
  const [t, n] = await Promise.all([getTranslations("requests"), getTranslations("notifications")]);
  const parts = [
    subject.topic !== null &&
      [t(`topics.${subject.topic}`), subject.contract, subject.vehicle]
        .filter((part) => part !== null)
        .join(" · "),
    asked.address !== null && n("askedAddress", { address: asked.address }),
    asked.preference !== null && n("askedPreference", { preference: n(`preferences.${asked.preference}`) }),
    subject.kind === "duplicate" &&
      subject.document !== null &&
      n("askedDuplicate", { number: subject.document }),
  ].filter((part) => typeof part === "string");
  return parts.map((part) => (
    <p className="text-ink-2" key={part}>
      {part}
    </p>
  ));
}

const withBreaks = (lines: readonly string[]): ReactNode[] =>
  lines.flatMap((line, at) => (at === 0 ? [line] : [<br key={at} />, line]));

import { getTranslations } from "next-intl/server";
import { Icon, type IconName } from "@/components/ui/icon";
import type { MailStatus } from "@/lib/mails/deliveries/mail-status";
import { type Mark, MARK_CLASS } from "./mark-class";

const ICONS: Record<Mark, IconName> = { ok: "check", late: "refresh", bad: "close", other: "dash" };

function markOf(status: MailStatus): Mark {
  switch (status) {
    case "delivered":
      return "ok";
    case "delayed":
      return "late";
    case "waiting":
    case "sent":
    case "withdrawn":
    case "no_longer_needed":
    case "stopped_refused":
    case "stopped_unwanted":
      return "other";
    default:
      return "bad";
  }
}

/** The delivery state of the last mails, one square for each, oldest first. */
export async function MailMarks({ statuses }: { statuses: readonly MailStatus[] }) {
  const t = await getTranslations("console.deliveries");
  if (statuses.length === 0) return null;
  const marks = statuses.map(markOf);
  const count = (mark: Mark) => marks.filter((one) => one === mark).length;
  const words = t("mailsOf", {
    ok: count("ok"),
    late: count("late"),
    bad: count("bad"),
    other: count("other"),
  });
  return (
    <span className="mail-marks" role="img" aria-label={words.trim()}>
      {marks.map((mark, index) => (
        <i key={index} className={MARK_CLASS[mark]}>
          <Icon name={ICONS[mark]} />
        </i>
      ))}
    </span>
  );
}

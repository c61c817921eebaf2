import { getLocale, getTranslations } from "next-intl/server";
import { LinkButton, SubmitButton } from "@/components/ui/button";
import { Form } from "@/components/ui/form";
import { Icon } from "@/components/ui/icon";
import type { OpenedMonth as Opened } from "@/lib/completeness/open-month";
import { formatDate, formatMonth, formatShortDate, todayIn } from "@/lib/dates";
import { formatFileSize } from "@/lib/file-size";
import { formatMoney } from "@/lib/money";

type Post = (form: FormData) => Promise<void>;

interface OpenedMonthProps {
  opened: Opened;
  /** The supplier's. */
  timeZone: string;
  /** Both receive `all`, `query` and `back`. */
  markTaken: Post;
  putBack: Post;
}

/** What is in a month: its sums, one download for what is left, the invoices left to take with who else has them. */
export async function OpenedMonth({ opened, timeZone, markTaken, putBack }: OpenedMonthProps) {
  const [locale, t, accounting] = await Promise.all([
    getLocale(),
    getTranslations("archive.month"),
    getTranslations("accounting"),
  ]);
  const { month, count, creditNotes, taken, totals, rows, remainingSize } = opened;
  const rest = count - taken;
  const dayOf = (at: Date) => formatShortDate(todayIn(timeZone, at.getTime()), locale);
  const sums = totals.map(({ currency, minor }) => formatMoney(minor, currency, locale)).join(", ");
  return (
    <section className="month-open" id="month" aria-labelledby="month-name">
      <h3 id="month-name">{formatMonth(`${month}-01`, locale)}</h3>
      <p className="mb-3 text-2 text-ink-2">{t("sums", { count, creditNotes, sums, taken })}</p>
      <div className="mb-4 flex flex-wrap gap-3">
        {rest > 0 && (
          <LinkButton href={opened.takeRemainingUrl}>
            <Icon name="download" />
            {t("takeRest", { count: rest, size: formatFileSize(remainingSize, locale) })}
          </LinkButton>
        )}
        <LinkButton href={opened.takeAllUrl}>
          {rest === count ? t("takeAll", { count }) : t("takeAgain", { count })}
        </LinkButton>
        {rest > 0 && <Change opened={opened} post={markTaken} label={t("mark", { count: rest })} />}
        {taken > 0 && <Change opened={opened} post={putBack} label={t("putBack", { count: taken })} />}
      </div>
      <ul>
        {rows.map(
          ({
            id,
            number,
            issuedOn,
            contracts,
            vehicles,
            signedWithVatMinor,
            currency,
            other,
            downloadUrl,
          }) => (
            <li key={id}>
              <span className="min-w-0">
                <a className="font-medium break-words" href={`/invoices/${id}`}>
                  {number}
                </a>
                {other && (
                  <span className="block text-1 wrap-anywhere text-ink-2">
                    {other.by === null
                      ? t("takenByMail", { way: other.way, date: dayOf(other.at) })
                      : t("takenBy", { name: other.by, date: dayOf(other.at) })}
                  </span>
                )}
              </span>
              <span className="month-details">
                <span>{formatDate(issuedOn, locale)}</span>
                <span className="truncate text-ink-2">{contracts[0]}</span>
                <span className="truncate text-ink-2">{vehicles[0]}</span>
              </span>
              <span className="text-right whitespace-nowrap">
                {formatMoney(signedWithVatMinor, currency, locale)}
              </span>
              <a className="icon-button" href={downloadUrl} aria-label={t("download", { number })}>
                <Icon name="download" />
              </a>
            </li>
          ),
        )}
      </ul>
      <p className="mt-3 text-1 text-ink-2">
        <a className="tap-link" href={opened.listUrl}>
          {rest > rows.length ? t("more", { count: rest - rows.length }) : t("list")}
        </a>{" "}
        <a className="tap-link" href={opened.accountingUrl}>
          {accounting("take")}
        </a>
      </p>
    </section>
  );
}

function Change({ opened, post, label }: { opened: Opened; post: Post; label: string }) {
  return (
    <Form action={post}>
      <input type="hidden" name="all" value="1" />
      <input type="hidden" name="query" value={opened.query} />
      <input type="hidden" name="back" value={`/invoices/archive?month=${opened.month}`} />
      <SubmitButton kind="quiet">{label}</SubmitButton>
    </Form>
  );
}

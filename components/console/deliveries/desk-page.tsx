import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { LinkButton } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { Note } from "@/components/ui/note";
import type { Cause } from "@/lib/desk/cause";
import type { DeskFilter } from "@/lib/desk/desk-filter";
import type { DeliveryProblem, Desk } from "@/lib/desk/list-delivery-problems";
import { DeskHead } from "./desk-head";
import { MARK_CLASS } from "./mark-class";

interface DeskPageProps {
  desk: Desk;
  /** The maximum number of people that are counted and listed. */
  max: number;
  filter: DeskFilter;
  /** Returns the URL of the desk with another cause, order or page. */
  href: (change: Partial<DeskFilter>) => string;
  csvHref: string;
  heldNote: ReactNode;
  formResult: { tone: "ok" | "bad"; text: string } | null;
  row: (person: DeliveryProblem) => ReactNode;
}

/** `/console/deliveries`: one row for each person who does not get the supplier's mails. */
export async function DeskPage(props: DeskPageProps) {
  const { desk, max, filter, href, csvHref, heldNote, formResult, row } = props;
  const t = await getTranslations("console.deliveries");
  const { people, counts, total, next } = desk;
  const causes = Object.keys(counts) as Cause[];
  return (
    <>
      <DeskHead
        current="problems"
        lead={t("lead", { count: total.value })}
        query={filter.query}
        csvHref={csvHref}
        heldNote={heldNote}
      />
      {formResult && (
        <div className="mb-5">
          <Note tone={formResult.tone}>
            <p>{formResult.text}</p>
          </Note>
        </div>
      )}
      {total.isCapped && <p className="mb-4 text-2 text-ink-2">{t("cut", { max })}</p>}
      {total.value > 0 && (
        <nav className="desk-causes" aria-label={t("causes")}>
          <a
            className="chip"
            href={href({ cause: null })}
            aria-current={filter.cause === null ? "true" : undefined}
          >
            {t("everyCause")} {total.value}
          </a>
          {causes
            .filter((cause) => counts[cause] > 0)
            .map((cause) => (
              <a
                key={cause}
                className="chip"
                href={href({ cause })}
                aria-current={filter.cause === cause ? "true" : undefined}
              >
                {t(`cause.${cause}`)} {counts[cause]}
              </a>
            ))}
          <a className="desk-sort" href={href({ sort: filter.sort === "since" ? "name" : "since" })}>
            {t(filter.sort === "since" ? "sortName" : "sortSince")}
          </a>
        </nav>
      )}
      {people.length === 0 ? (
        total.value > 0 && <p className="text-ink-2">{t("none")}</p>
      ) : (
        <table className="desk-table" role="table">
          <caption className="sr-only">{t("problems")}</caption>
          <thead role="rowgroup">
            <tr role="row">
              {(["person", "address", "happened", "lastMails", "missed", "what"] as const).map((column) => (
                <th
                  key={column}
                  scope="col"
                  role="columnheader"
                  className={column === "missed" ? "is-number" : undefined}
                >
                  {t(column)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody role="rowgroup">{people.map(row)}</tbody>
        </table>
      )}
      {(next || filter.after) && (
        <nav className="actions justify-between gap-4 pt-4" aria-label={t("pages")}>
          {filter.after && <LinkButton href={href({})}>{t("first")}</LinkButton>}
          {next && (
            <LinkButton href={href({ after: next })} className="ml-auto">
              {t("next")}
              <Icon name="next" />
            </LinkButton>
          )}
        </nav>
      )}
      <Legend />
    </>
  );
}

async function Legend() {
  const t = await getTranslations("console.deliveries");
  const marks = [
    ["ok", "check", t("legendOk")],
    ["late", "refresh", t("legendLate")],
    ["bad", "close", t("legendBad")],
    ["other", "dash", t("legendOther")],
  ] as const;
  return (
    <p className="desk-legend">
      <b>{t("legend")}</b>
      {marks.map(([mark, icon, words]) => (
        <span key={mark}>
          <span className="mail-marks" aria-hidden="true">
            <i className={MARK_CLASS[mark]}>
              <Icon name={icon} />
            </i>
          </span>
          {words}
        </span>
      ))}
    </p>
  );
}

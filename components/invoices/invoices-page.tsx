import { getTranslations } from "next-intl/server";
import type { Count } from "@/components/invoices/amount";
import {
  EmptyRegister,
  type FormerPortal,
  FormerPortalHint,
  type RegisterVacancy,
} from "@/components/invoices/empty-register";
import { type Period, PeriodVeil } from "@/components/invoices/period-veil";
import { Register, type RegisterRow } from "@/components/invoices/register";
import { Note } from "@/components/ui/note";
import { PageHead } from "@/components/ui/page-head";
import { Pager } from "@/components/ui/pager";

/** Why no mail comes (R18, R22), and who can change it. */
export type NoMailNotice = { why: "none" | "paper"; contact: { phone: string; email: string } };

type InvoicesPageProps = {
  /** Null for an account that is told by mail. */
  noMail: NoMailNotice | null;
  supplierName: string;
  customerNumber: string;
  siren: string | null;
  rows: readonly RegisterRow[];
  monthCounts: Readonly<Record<string, Count>>;
  /** What the list's URL says, with its `?`. */
  listQuery: string;
  /** Null when nothing can be hidden: the account has no invoice at all. */
  period: Period | null;
  /** Where the display history is changed; null while that page does not exist. */
  changePeriodHref: string | null;
  /** Why there is nothing to list, said instead of the table; null when there are rows. */
  vacancy: RegisterVacancy | null;
  newerHref: string | null;
  olderHref: string | null;
  /** Shown under the oldest page. */
  formerPortal: FormerPortal | null;
};

/** `/invoices`: the register. */
export async function InvoicesPage(props: InvoicesPageProps) {
  const t = await getTranslations("register");
  return (
    <>
      <PageHead title={t("title")}>
        <p className="text-2 text-ink-2">
          {t("customer", { number: props.customerNumber })}
          {props.siren !== null && ` · SIREN\u00a0${spacedSiren(props.siren)}`}
        </p>
      </PageHead>
      {props.noMail && (
        <div className="mb-4">
          <Note tone="info">
            <p>
              {t.rich(`noMail.${props.noMail.why}`, {
                phone: props.noMail.contact.phone,
                email: () => (
                  <a href={`mailto:${props.noMail?.contact.email}`}>{props.noMail?.contact.email}</a>
                ),
              })}
            </p>
          </Note>
        </div>
      )}
      {props.period && <PeriodVeil period={props.period} changeHref={props.changePeriodHref} />}
      {props.vacancy ? (
        <EmptyRegister vacancy={props.vacancy} supplierName={props.supplierName} />
      ) : (
        <Register rows={props.rows} monthCounts={props.monthCounts} listQuery={props.listQuery} />
      )}
      <Pager newerHref={props.newerHref} olderHref={props.olderHref} />
      {props.formerPortal && props.olderHref === null && (
        <FormerPortalHint formerPortal={props.formerPortal} />
      )}
    </>
  );
}

/** 999204118 reads as 999 204 118. */
function spacedSiren(siren: string): string {
  return siren.replace(/(\d{3})(?=\d)/g, "$1\u00a0");
}

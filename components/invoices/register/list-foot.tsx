import type { RegisterWords } from "@/components/invoices/filters/register-words";
import { FormerPortalHint } from "@/components/invoices/register/former-portal-hint";
import type { InvoicesPageProps } from "@/components/invoices/register/invoices-page-props";
import { PageSizeForm } from "@/components/invoices/register/page-size-form";
import { PeriodNotice } from "@/components/invoices/register/period-notice";
import { Shortcuts } from "@/components/invoices/register/shortcuts";
import { countArguments } from "@/components/ui/count-arguments";
import { Pager } from "@/components/ui/pager";
import { formatFileSize } from "@/lib/file-size";
import { PAGE_SIZES } from "@/lib/invoices/register/page-size";
import { mailtoHref } from "@/lib/mail-address";
import { formatSiren } from "@/lib/written-identifiers";

const ACCOUNTING = "/invoices/accounting";

type ListFootProps = InvoicesPageProps & { words: RegisterWords };

/** Everything below the invoices: what is hidden, the pages, the exports, the help. */
export function ListFoot(props: ListFootProps) {
  const { view, words, display } = props;
  const { t } = words;
  const { downloads, count } = view.head;
  const isLong = count.isCapped || count.value > (PAGE_SIZES[0] ?? 0);
  return (
    <div className="list-foot">
      {view.period && <PeriodNotice period={view.period} words={words} />}
      <div className="list-pages">
        {view.places && (
          <p>
            {t("head.places", { ...countArguments(count), first: view.places.first, last: view.places.last })}
          </p>
        )}
        {isLong && !view.empty && (
          <PageSizeForm
            size={display.size}
            query={view.savableQuery}
            setDisplay={props.setDisplay}
            words={words}
          />
        )}
        <Pager {...view.pager} />
      </div>
      {view.noMail && (
        <p>
          {t.rich(`noMail.${view.noMail.why}`, {
            phone: view.noMail.contact.phone,
            email: () => <Mail address={view.noMail?.contact.email ?? ""} />,
          })}
        </p>
      )}
      {downloads && (
        <p>
          {downloads.size === null
            ? t("result.zip")
            : t("result.zipOf", { size: formatFileSize(downloads.size, words.locale) })}{" "}
          {t.rich("result.lists", {
            csv: (text) => <a href={downloads.csvUrl}>{text}</a>,
            xlsx: (text) => <a href={downloads.xlsxUrl}>{text}</a>,
          })}{" "}
          {downloads.accountingUrl !== null && (
            <a href={downloads.accountingUrl}>{words.accounting("take")}</a>
          )}
        </p>
      )}
      {view.formerPortal && <FormerPortalHint formerPortal={view.formerPortal} />}
      <ul className="list-links">
        <li>
          {t("customer", { number: props.customerNumber })}
          {props.siren !== null && ` · SIREN\u00a0${formatSiren(props.siren)}`}
        </li>
        <li>
          <a className="tap-link" href={view.archiveHref}>
            {t("archive")}
          </a>
        </li>
        <li>
          <a className="tap-link" href={ACCOUNTING}>
            {words.accounting("title")}
          </a>
        </li>
        <li>
          <a className="tap-link" href={props.missingHelpUrl}>
            {t("empty.help")}
          </a>
        </li>
        <li>
          <Shortcuts
            isOn={display.hasShortcuts}
            query={view.savableQuery}
            setDisplay={props.setDisplay}
            words={words}
          />
        </li>
      </ul>
    </div>
  );
}

const Mail = ({ address }: { address: string }) => <a href={mailtoHref(address)}>{address}</a>;

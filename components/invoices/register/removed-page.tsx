import { getLocale, getTranslations } from "next-intl/server";
import { ScopeSwitch, type ScopeSwitchProps } from "@/components/invoices/register/scope-switch";
import { Actions } from "@/components/ui/actions";
import { SubmitButton } from "@/components/ui/button";
import { Facts } from "@/components/ui/facts";
import { Field } from "@/components/ui/field";
import { Icon } from "@/components/ui/icon";
import { Note } from "@/components/ui/note";
import { formatDate } from "@/lib/dates";

/** A document whose original has left; dates are `YYYY-MM-DD`. */
interface RemovedDocument {
  id: string;
  number: string;
  issuedOn: string;
  removedOn: string;
  sha256: string;
  /** Whose it was, where several companies are looked into. */
  company: string | null;
  /** The day a duplicate was asked for, while the answer is awaited. */
  askedOn: string | null;
  isJustAsked: boolean;
  isRefused: boolean;
}

interface RemovedPageProps {
  /** What was asked for; "" shows the question alone. */
  number: string;
  scope: "own" | "all";
  /** Null for who may open one company only. */
  scopeSwitch: ScopeSwitchProps | null;
  documents: readonly RemovedDocument[];
  retentionMonths: number;
  /** Receives `document`, `message`, `scope`. */
  ask: (form: FormData) => Promise<void>;
}

/** `/invoices/removed`: a number is still known after its original has left. */
export async function RemovedPage(props: RemovedPageProps) {
  const t = await getTranslations("removed");
  const { number, scope, documents } = props;
  const ofAll: Record<string, string> = scope === "all" ? { scope } : {};
  return (
    <div className="grid gap-6">
      <div>
        <nav className="breadcrumb" aria-label={t("breadcrumb")}>
          <Icon name="back" />
          <a className="tap-link" href={listHref(ofAll)}>
            {t("list")}
          </a>
        </nav>
        <h1>{t("title")}</h1>
        <p className="mt-2 max-w-(--container-text) text-2 text-ink-2">
          {t("lead", { months: props.retentionMonths })}
        </p>
      </div>
      <form action="/invoices/removed" className="max-w-(--container-form) grid gap-3">
        {props.scopeSwitch && <ScopeSwitch {...props.scopeSwitch} />}
        {scope === "all" && <input type="hidden" name="scope" value={scope} />}
        <Field id="number" name="number" label={t("number")} defaultValue={number} autoComplete="off" />
        <Actions>
          <SubmitButton>{t("find")}</SubmitButton>
        </Actions>
      </form>
      {number !== "" && documents.length === 0 && (
        <Note tone="info" title={t("noneTitle", { number })}>
          <p>
            {t("none")} <a href={listHref({ q: number, ...ofAll })}>{t("search")}</a>
          </p>
        </Note>
      )}
      {documents.map((document) => (
        <Removed key={document.id} document={document} scope={scope} ask={props.ask} />
      ))}
    </div>
  );
}

/** The list, of one company or of all. */
function listHref(query: Record<string, string>): string {
  const params = new URLSearchParams(query);
  return params.size > 0 ? `/invoices?${params}` : "/invoices";
}

type RemovedProps = Pick<RemovedPageProps, "scope" | "ask"> & { document: RemovedDocument };

async function Removed({ document, scope, ask }: RemovedProps) {
  const { askedOn, isJustAsked, isRefused, company } = document;
  const [locale, t] = await Promise.all([getLocale(), getTranslations("removed")]);
  return (
    // Without a name of its own: a number given twice would name several regions alike.
    <section className="section">
      <h2 className="[overflow-wrap:anywhere]">{document.number}</h2>
      <p className="mb-4">{t("gone", { date: formatDate(document.removedOn, locale) })}</p>
      <Facts
        facts={[
          ...(company === null ? [] : [{ term: t("company"), value: company }]),
          { term: t("issuedOn"), value: formatDate(document.issuedOn, locale) },
          { term: t("removedOn"), value: formatDate(document.removedOn, locale) },
          { term: t("fingerprint"), value: <code className="text-1">{document.sha256}</code> },
        ]}
      />
      <div className="mt-6 max-w-(--container-form)">
        {askedOn !== null ? (
          <Note tone={isJustAsked ? "ok" : "info"}>
            <p>{t("askedOn", { date: formatDate(askedOn, locale) })}</p>
          </Note>
        ) : (
          <form action={ask} className="grid gap-3">
            {isRefused && (
              <Note tone="bad">
                <p>{t("refused")}</p>
              </Note>
            )}
            <input type="hidden" name="document" value={document.id} />
            <input type="hidden" name="scope" value={scope} />
            <Field
              id={`message-${document.id}`}
              name="message"
              label={t("message")}
              hint={t("messageHint")}
              autoComplete="off"
            />
            <Actions>
              <SubmitButton kind="main">{t("ask")}</SubmitButton>
            </Actions>
          </form>
        )}
      </div>
    </section>
  );
}

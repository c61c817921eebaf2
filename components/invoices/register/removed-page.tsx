import { getLocale, getTranslations } from "next-intl/server";
import { ScopeSwitch } from "@/components/invoices/register/scope-switch";
import { Actions } from "@/components/ui/actions";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { SubmitButton } from "@/components/ui/button";
import { Facts } from "@/components/ui/facts";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { Note } from "@/components/ui/note";
import { formatDate } from "@/lib/dates";
import type { RemovedEntry, RemovedView } from "@/lib/invoices/one/removed-view";

interface RemovedPageProps {
  view: RemovedView;
  retentionMonths: number;
  /** Receives `document`, `message`, `scope`. */
  ask: (form: FormData) => Promise<void>;
}

/** `/invoices/removed`: finds removed invoices by number. The number stays known after the original is removed. */
export async function RemovedPage({ view, retentionMonths, ask }: RemovedPageProps) {
  const t = await getTranslations("removed");
  const { number, scope, entries } = view;
  return (
    <div className="grid gap-6">
      <div>
        <Breadcrumb label={t("breadcrumb")} href={view.listHref}>
          {t("list")}
        </Breadcrumb>
        <h1>{t("title")}</h1>
        <p className="mt-2 max-w-(--container-text) text-2 text-ink-2">
          {t("lead", { months: retentionMonths })}
        </p>
      </div>
      <form action="/invoices/removed" className="max-w-(--container-form) grid gap-3">
        {view.scopeChoice && <ScopeSwitch scope={view.scopeChoice} />}
        {scope === "all" && <input type="hidden" name="scope" value={scope} />}
        <Field id="number" name="number" label={t("number")} defaultValue={number} autoComplete="off" />
        <Actions>
          <SubmitButton>{t("find")}</SubmitButton>
        </Actions>
      </form>
      {number !== "" && entries.length === 0 && (
        <Note tone="info" title={t("noneTitle", { number })}>
          <p>
            {t("none")} <a href={view.searchHref}>{t("search")}</a>
          </p>
        </Note>
      )}
      {entries.map((entry) => (
        <Removed key={entry.id} entry={entry} scope={scope} ask={ask} />
      ))}
    </div>
  );
}

interface RemovedProps {
  entry: RemovedEntry;
  scope: RemovedView["scope"];
  ask: RemovedPageProps["ask"];
}

async function Removed({ entry, scope, ask }: RemovedProps) {
  const { askedOn, isJustAsked, isRefused, company } = entry;
  const [locale, t] = await Promise.all([getLocale(), getTranslations("removed")]);
  return (
    // No accessible name: a number used twice would give several regions the same name.
    <section className="section">
      <h2 className="[overflow-wrap:anywhere]">{entry.number}</h2>
      <p className="mb-4">{t("gone", { date: formatDate(entry.removedOn, locale) })}</p>
      <Facts
        facts={[
          ...(company === null ? [] : [{ term: t("company"), value: company }]),
          { term: t("issuedOn"), value: formatDate(entry.issuedOn, locale) },
          { term: t("removedOn"), value: formatDate(entry.removedOn, locale) },
          { term: t("fingerprint"), value: <code className="text-1">{entry.sha256}</code> },
        ]}
      />
      <div className="mt-6 max-w-(--container-form)">
        {askedOn !== null ? (
          <Note tone={isJustAsked ? "ok" : "info"}>
            <p>{t("askedOn", { date: formatDate(askedOn, locale) })}</p>
          </Note>
        ) : (
          <Form action={ask} className="grid gap-3">
            {isRefused && (
              <Note tone="bad">
                <p>{t("refused")}</p>
              </Note>
            )}
            <input type="hidden" name="document" value={entry.id} />
            <input type="hidden" name="scope" value={scope} />
            <Field
              id={`message-${entry.id}`}
              name="message"
              label={t("message")}
              hint={t("messageHint")}
              autoComplete="off"
            />
            <Actions>
              <SubmitButton kind="main">{t("ask")}</SubmitButton>
            </Actions>
          </Form>
        )}
      </div>
    </section>
  );
}

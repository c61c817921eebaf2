import { getLocale, getTranslations } from "next-intl/server";
import { FormerPortalHint } from "@/components/invoices/register/former-portal-hint";
import { Actions } from "@/components/ui/actions";
import { SubmitButton } from "@/components/ui/button";
import { CopyText } from "@/components/ui/copy-text";
import { countArguments } from "@/components/ui/count-arguments";
import { Form } from "@/components/ui/form";
import { Note } from "@/components/ui/note";
import { OptionGroup } from "@/components/ui/option-group";
import { OptionRow } from "@/components/ui/option-row";
import { Section } from "@/components/ui/section";
import { formatDate } from "@/lib/dates";
import type { HistoryChoice } from "@/lib/invoices/register/open-display-history";
import { LANGUAGES } from "@/lib/language-formats";
import { LOCALES } from "@/lib/languages";
import type { FormerPortal } from "@/lib/suppliers/former-portal";

const INVOICES = "/invoices";

interface DisplayPageProps {
  /** The identifier that the user is signed in with. The page shows whose invoices it opens (FAQ 3.1). */
  identifier: string;
  companyName: string;
  supplierName: string;
  choices: readonly HistoryChoice[];
  chosenMonths: number;
  /** The supplier's default. */
  defaultMonths: number;
  retentionMonths: number;
  isSaved: boolean;
  /** Whether the change was refused because of too many changes today. */
  isRefused: boolean;
  formerPortal: FormerPortal | null;
  /** Receives `months` and `locale`. */
  save: (form: FormData) => Promise<void>;
}

/** `/profile/display`: « Affichage des factures ». */
export async function DisplayPage(props: DisplayPageProps) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("display")]);
  return (
    <div className="grid gap-8">
      <h1>{t("title")}</h1>
      <section aria-labelledby="identifier-title">
        <h2 id="identifier-title" className="sr-only">
          {t("identifierTitle")}
        </h2>
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
          {t("identifier")}
          <mark className="font-mono font-medium break-all">{props.identifier}</mark>
          <CopyText text={props.identifier} label={t("copy")} />
        </p>
        <p className="mt-2 text-2 text-ink-2">
          {t("identifierOf", { company: props.companyName, supplier: props.supplierName })}
        </p>
      </section>
      {props.isSaved && (
        <Note tone="ok">
          <p>
            {t("saved", { months: props.chosenMonths })} <a href={INVOICES}>{t("seeInvoices")}</a>
          </p>
        </Note>
      )}
      {props.isRefused && (
        <Note tone="bad">
          <p>{t("tooOften")}</p>
        </Note>
      )}
      <Form action={props.save} className="grid gap-8">
        <OptionGroup legend={t("legend")} lead={t("explanation")}>
          {props.choices.map(({ months, since, count }) => (
            <OptionRow
              key={months}
              name="months"
              value={String(months)}
              isChecked={months === props.chosenMonths}
              label={
                <>
                  {t("months", { months })}
                  {months === props.defaultMonths && (
                    <span className="font-regular text-ink-3"> {t("default")}</span>
                  )}
                </>
              }
              detail={since === null ? t("everything") : t("since", { date: formatDate(since, locale) })}
              aside={t("count", countArguments(count))}
            />
          ))}
        </OptionGroup>
        <OptionGroup legend={t("language")} lead={t("languageHint")}>
          {LOCALES.map((language) => (
            <OptionRow
              key={language}
              name="locale"
              value={language}
              isChecked={language === locale}
              label={<span lang={language}>{LANGUAGES[language].name}</span>}
            />
          ))}
        </OptionGroup>
        <Actions>
          <SubmitButton kind="main">{t("submit")}</SubmitButton>
        </Actions>
      </Form>
      <Section title={t("olderTitle", { months: props.retentionMonths })}>
        <p className="text-2 text-ink-2">{t("older", { months: props.retentionMonths })}</p>
        {props.formerPortal && <FormerPortalHint formerPortal={props.formerPortal} />}
      </Section>
    </div>
  );
}

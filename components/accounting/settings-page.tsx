import { getTranslations } from "next-intl/server";
import { AccountingSettingsForm } from "@/components/accounting/settings-form";
import { VehicleRulesForm } from "@/components/accounting/vehicle-rules-form";
import type { AnsweringAction } from "@/components/ui/answered-form-state";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { SubmitButton } from "@/components/ui/button";
import { Form } from "@/components/ui/form";
import { Note } from "@/components/ui/note";
import { PageHead } from "@/components/ui/page-head";
import { Section } from "@/components/ui/section";
import type { SettingsView } from "@/lib/accounting/open-settings";
import { refusalName } from "./refusal-name";

type Action = (form: FormData) => Promise<void>;

interface AccountingSettingsPageProps {
  view: SettingsView;
  companyName: string;
  /** The rules as they are typed. */
  rulesText: string;
  outcome: { isSaved: boolean; copiedTo: number; refusal: string | null; wrongFields: string[] };
  /** The texts of the refused form. */
  typed: Readonly<Record<string, string>>;
  save: Action;
  saveRules: AnsweringAction;
  copy: Action;
}

/** `/invoices/accounting/settings`: journal, accounts, VAT, and what is different for single vehicles. */
export async function AccountingSettingsPage(props: AccountingSettingsPageProps) {
  const { view, outcome } = props;
  const [t, accounting] = await Promise.all([
    getTranslations("accounting.settings"),
    getTranslations("accounting"),
  ]);
  const refusal = refusalName(outcome.refusal);
  return (
    <>
      <Breadcrumb label={accounting("breadcrumb")} href="/invoices/accounting">
        {accounting("title")}
      </Breadcrumb>
      <PageHead title={t("title")} />
      <p className="mb-4 max-w-text text-2 text-ink-2">{t("lead", { company: props.companyName })}</p>
      <div className="grid gap-8">
        {outcome.isSaved && (
          <Note tone="ok">
            <p>{t("saved")}</p>
          </Note>
        )}
        {outcome.copiedTo > 0 && (
          <Note tone="ok">
            <p>{t("copied", { count: outcome.copiedTo })}</p>
          </Note>
        )}
        {refusal && (
          <Note tone="bad">
            <p>{accounting(`refused.${refusal}`)}</p>
          </Note>
        )}
        <AccountingSettingsForm
          view={view}
          wrongFields={outcome.wrongFields}
          typed={props.typed}
          save={props.save}
        />
        <div id="rules">
          <Section title={t("rules")}>
            <p className="mb-2 text-2">{t("rulesSaved", { count: view.settings.rules.length })}</p>
            {view.unknown.length > 0 && (
              <p className="mb-3 max-w-text text-2 text-ink-2 wrap-anywhere">
                {t("rulesUnknown", { subjects: view.unknown.join(", ") })}
              </p>
            )}
            <VehicleRulesForm text={props.rulesText} save={props.saveRules} />
          </Section>
        </div>
        {view.otherCompanies > 0 && (
          <Section title={t("copyTitle")}>
            <p className="mb-3 max-w-text text-2">{t("copyLead", { count: view.otherCompanies })}</p>
            <Form action={props.copy}>
              <SubmitButton>{t("copy")}</SubmitButton>
            </Form>
          </Section>
        )}
      </div>
    </>
  );
}

import { getLocale, getTranslations } from "next-intl/server";
import { Actions } from "@/components/ui/actions";
import { SubmitButton } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { Note } from "@/components/ui/note";
import { OptionGroup } from "@/components/ui/option-group";
import { OptionRow } from "@/components/ui/option-row";
import { Section } from "@/components/ui/section";
import type { SettingsView } from "@/lib/accounting/open-settings";
import { formatDate } from "@/lib/dates";
import { formatDecimal } from "@/lib/money";

const CHARGES = ["rent", "maintenance", "insurance", "other"] as const;
/** Dates are typed as in French in every language (`parseDay`), so they are shown like that in a field. */
const TYPED_DATES = "fr";

const RECOVERY_OPTIONS = [
  { value: "", label: "recoveryNone" },
  { value: "yes", label: "recoveryYes" },
  { value: "no", label: "recoveryNo" },
] as const;

interface AccountingSettingsFormProps {
  view: SettingsView;
  /** The names of the fields that were refused, in the order of the form. */
  wrongFields: readonly string[];
  typed: Readonly<Record<string, string>>;
  /** Receives the fields that `readSettingsForm` reads. */
  save: (form: FormData) => Promise<void>;
}

/** Journal, accounts, VAT and analytic code. */
export async function AccountingSettingsForm({
  view,
  wrongFields,
  typed,
  save,
}: AccountingSettingsFormProps) {
  const [locale, t, words] = await Promise.all([
    getLocale(),
    getTranslations("accounting.settings"),
    getTranslations("export"),
  ]);
  const { settings, rates, limits } = view;
  const rateName = (rate: (typeof rates)[number]) =>
    words("vat.rate", { rate: rate.kind === "rate" ? formatDecimal(rate.rate, locale, 0) : "" });
  const problem = (name: string): string => {
    if (name === "startsOn") return t("dateInvalid");
    return name === "analyticCode"
      ? t("analyticInvalid", { max: limits.analyticCode })
      : t("codeInvalid", { max: limits.code });
  };
  const vatFields = rates.map((rate, at) => ({
    rate: rate.kind === "rate" ? rate.rate : "",
    name: `vatAccount${at + 1}`,
    rateField: `vatRate${at + 1}`,
    label: t("vatAccount", { rate: rateName(rate) }),
    saved: settings.vatAccounts[rate.kind === "rate" ? rate.rate : ""] ?? "",
  }));
  const labels: Record<string, string> = {
    journal: t("journal"),
    supplierAccount: t("supplierAccount"),
    supplierAuxiliary: t("supplierAuxiliary"),
    suspenseAccount: t("suspense"),
    startsOn: t("startsOn"),
    analyticCode: t("analytic"),
    ...Object.fromEntries(CHARGES.map((kind) => [kind, t(kind)])),
    ...Object.fromEntries(vatFields.map(({ name, label }) => [name, label])),
  };
  const field = (name: string, saved: string, hint?: string) => (
    <Field
      key={name}
      id={`accounting-${name}`}
      name={name}
      label={labels[name] ?? name}
      hint={hint}
      error={wrongFields.includes(name) ? problem(name) : undefined}
      defaultValue={typed[name] ?? saved}
      autoComplete="off"
    />
  );
  const recovery = typed.recovery ?? settings.recovery ?? "";
  return (
    <Form action={save} className="grid gap-8">
      {wrongFields.length > 0 && (
        <Note tone="bad">
          <p>{t("errors", { count: wrongFields.length })}</p>
          <ul>
            {wrongFields.map((name) => (
              <li key={name}>
                <a href={`#accounting-${name}`}>{labels[name] ?? name}</a>
              </li>
            ))}
          </ul>
        </Note>
      )}
      <Section title={t("general")}>
        <div className={COLUMNS}>
          {field("journal", settings.journal, t("journalHint"))}
          {field("supplierAccount", settings.supplierAccount, t("supplierAccountHint"))}
          {field("supplierAuxiliary", settings.supplierAuxiliary, t("supplierAuxiliaryHint"))}
          {field(
            "suspenseAccount",
            settings.suspenseAccount,
            t("suspenseHint", { account: limits.suspenseAccount }),
          )}
          {field(
            "startsOn",
            settings.startsOn === null ? "" : formatDate(settings.startsOn, TYPED_DATES),
            t("startsOnHint"),
          )}
        </div>
      </Section>
      <Section title={t("charges")}>
        <p className="mb-3 max-w-text text-2 text-ink-2">{t("chargesHint")}</p>
        <div className={COLUMNS}>
          {CHARGES.map((kind) => field(kind, settings.charges[kind]))}
          {field("analyticCode", settings.analyticCode, t("analyticHint"))}
        </div>
      </Section>
      <Section title={t("vat")}>
        <div className={COLUMNS}>
          {vatFields.map(({ name, rate, rateField, saved }) => (
            <div key={name}>
              <input type="hidden" name={rateField} value={rate} />
              {field(name, saved)}
            </div>
          ))}
        </div>
        <div className="mt-6 max-w-text">
          <OptionGroup legend={t("recovery")} isField hint={t("recoveryHint")}>
            {RECOVERY_OPTIONS.map(({ value, label }) => (
              <OptionRow
                key={value}
                name="recovery"
                value={value}
                isChecked={value === recovery}
                label={t(label)}
              />
            ))}
          </OptionGroup>
        </div>
      </Section>
      <Actions>
        <SubmitButton kind="main">{t("save")}</SubmitButton>
      </Actions>
    </Form>
  );
}

const COLUMNS = "grid max-w-240 items-start gap-x-6 gap-y-4 tablet:grid-cols-2";

import { getTranslations } from "next-intl/server";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { Facts } from "@/components/ui/facts";
import { SelectField } from "@/components/ui/select-field";
import { LANGUAGES } from "@/lib/language-formats";
import { type Locale, LOCALES } from "@/lib/languages";
import type { PreviewedMail } from "@/lib/settings/preview-mail";

const PAGE = "/console/settings/mails/preview";

interface MailPreviewPageProps {
  samples: readonly { name: string; kind: string }[];
  /** The sample that is shown. */
  name: string;
  /** The language of the mail. */
  locale: Locale;
  mail: PreviewedMail;
}

/** `/console/settings/mails/preview`: every mail that the supplier sends, with sample data. */
export async function MailPreviewPage({ samples, name, locale, mail }: MailPreviewPageProps) {
  const t = await getTranslations("console.settings");
  const labels = await labelsOf(samples);
  return (
    <>
      <Breadcrumb label={t("breadcrumb")} href="/console/settings/mails">
        {t("pages.mails")}
      </Breadcrumb>
      <h1 className="mb-5">{t("preview.title")}</h1>
      <form method="get" action={PAGE} className="mb-6 flex flex-wrap items-end gap-4">
        <SelectField id="mail" name="mail" label={t("preview.mail")} defaultValue={name}>
          {samples.map((sample) => (
            <option key={sample.name} value={sample.name}>
              {labels.get(sample.name)}
            </option>
          ))}
        </SelectField>
        <SelectField id="language" name="language" label={t("preview.language")} defaultValue={locale}>
          {LOCALES.map((one) => (
            <option key={one} value={one} lang={one}>
              {LANGUAGES[one].name}
            </option>
          ))}
        </SelectField>
        <button className="button">{t("preview.show")}</button>
      </form>
      <Facts
        facts={[
          { term: t("preview.from"), value: `${mail.from.name} <${mail.from.address}>` },
          { term: t("preview.replyTo"), value: mail.replyTo },
          { term: t("preview.subject"), value: mail.subject },
        ]}
      />
      <iframe
        className="mt-5 block h-[46rem] w-full resize-y border border-line bg-surface"
        src={`${PAGE}/${name}/html?locale=${locale}`}
        sandbox=""
        title={t("preview.frame", { subject: mail.subject })}
      />
    </>
  );
}

/** Names the samples by their kind; where a kind has several, also by what differs. */
async function labelsOf(samples: MailPreviewPageProps["samples"]): Promise<Map<string, string>> {
  const [kinds, t] = await Promise.all([
    getTranslations("recentMails.kinds"),
    getTranslations("console.settings.preview"),
  ]);
  return new Map(
    samples.map(({ name, kind }) => {
      const key = kind as "digest";
      const label = kinds.has(key) ? kinds(key) : kind;
      const variant = `variants.${name}` as "variants.digest";
      return [name, t.has(variant) ? t("variant", { kind: label, variant: t(variant) }) : label];
    }),
  );
}

import { getTranslations } from "next-intl/server";
import { type Contact, ContactFacts } from "@/components/pages/contact-facts";
import { Section } from "@/components/ui/section";

type HelpPageProps = {
  supplierName: string;
  contact: Contact;
  retentionMonths: number;
};

const QUESTIONS = ["signIn", "identifier", "otherSupplier", "missing", "kept"] as const;

/** `/{supplier}/help`: the first questions of the FAQ, and whom to ask the others. */
export async function HelpPage({ supplierName, contact, retentionMonths }: HelpPageProps) {
  const t = await getTranslations("help");
  return (
    <>
      <h1 className="mb-6">{t("title")}</h1>
      <div className="grid items-start gap-x-16 gap-y-8 desk:grid-cols-[minmax(0,44rem)_minmax(0,25rem)]">
        <div className="grid gap-8">
          {QUESTIONS.map((question) => (
            <Section key={question} title={t(`${question}.question`)}>
              <p className="text-ink-2">
                {t(`${question}.answer`, { supplier: supplierName, months: retentionMonths })}
              </p>
            </Section>
          ))}
        </div>
        <Section title={t("contactTitle")}>
          <p className="mb-3 text-ink-2">{t("contact")}</p>
          <ContactFacts contact={contact} />
        </Section>
      </div>
    </>
  );
}

import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { type Contact, ContactFacts } from "@/components/pages/contact-facts";
import { Section } from "@/components/ui/section";

/** What every page of the help ends with: who answers the rest, and the way back for somebody signed in. */
export interface HelpAside {
  contact: Contact;
  invoicesHref: string | null;
}

/** The help beside its contact; below one another on a phone. */
export async function HelpFrame({ aside, children }: { aside: HelpAside; children: ReactNode }) {
  const t = await getTranslations("help");
  return (
    <div className="grid items-start gap-x-16 gap-y-8 desk:grid-cols-[minmax(0,44rem)_minmax(0,25rem)]">
      <div className="grid gap-8">{children}</div>
      <div id="contact" className="grid gap-6">
        <Section title={t("contactTitle")}>
          <p className="mb-3 text-ink-2">{t(aside.contact.adviserName ? "contactAdviser" : "contact")}</p>
          <ContactFacts contact={aside.contact} />
        </Section>
        {aside.invoicesHref !== null && (
          <p>
            <a className="tap-link" href={aside.invoicesHref}>
              {t("backToInvoices")}
            </a>
          </p>
        )}
      </div>
    </div>
  );
}

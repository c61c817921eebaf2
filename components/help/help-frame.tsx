import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { type Contact, ContactFacts } from "@/components/pages/contact-facts";
import { Section } from "@/components/ui/section";

/** The part beside each help page: whom to contact and, for a signed-in reader, the link back to the invoices. */
export interface HelpAside {
  contact: Contact;
  invoicesHref: string | null;
}

/** The layout of help pages: content and contact side by side, or one below the other on a phone. */
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

import { getLocale, getTranslations } from "next-intl/server";
import { Facts } from "@/components/ui/facts";
import { type ContactHours, hoursIn } from "@/lib/contact-hours";
import { mailtoHref } from "@/lib/mail-address";

/** The contact for questions: the account's adviser or the supplier's customer service. Empty texts are left out. */
export interface Contact {
  phone: string;
  email: string;
  hours: ContactHours;
  adviserName?: string;
}

/** The contact details; telephone and e-mail are links. */
export async function ContactFacts({ contact }: { contact: Contact }) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("contact")]);
  const phone = contact.phone && (
    <a className="tap-link" href={`tel:${contact.phone.replace(/[^+\d]/g, "")}`}>
      {contact.phone}
    </a>
  );
  return (
    <Facts
      facts={[
        { term: t("adviser"), value: contact.adviserName },
        { term: t("phone"), value: phone },
        {
          term: t("email"),
          value: contact.email && (
            <a className="tap-link" href={mailtoHref(contact.email)}>
              {contact.email}
            </a>
          ),
        },
        { term: t("hours"), value: hoursIn(contact.hours, locale) },
      ]}
    />
  );
}

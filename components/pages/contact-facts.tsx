import { getTranslations } from "next-intl/server";
import { Facts } from "@/components/ui/facts";
import { mailtoHref } from "@/lib/mail-address";

/** The contact for questions: the account's adviser or the supplier's customer service. Empty texts are left out. */
export interface Contact {
  phone: string;
  email: string;
  hours: string;
  adviserName?: string;
}

/** The contact details; telephone and e-mail are links. */
export async function ContactFacts({ contact }: { contact: Contact }) {
  const t = await getTranslations("contact");
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
        { term: t("hours"), value: contact.hours },
      ]}
    />
  );
}

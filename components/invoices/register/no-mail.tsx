import { getTranslations } from "next-intl/server";
import { Note } from "@/components/ui/note";
import type { NoMailNotice } from "@/lib/invoices/register/no-mail-notice";
import { mailtoHref } from "@/lib/mail-address";

/** The notice that says why no mails are sent (R18, R22) and whom to contact. */
export async function NoMail({ notice: { why, contact } }: { notice: NoMailNotice }) {
  const t = await getTranslations("register");
  return (
    <div className="mb-4">
      <Note tone="info">
        <p>
          {t.rich(`noMail.${why}`, {
            phone: contact.phone,
            email: () => <a href={mailtoHref(contact.email)}>{contact.email}</a>,
          })}
        </p>
      </Note>
    </div>
  );
}

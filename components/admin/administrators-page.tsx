import { getTranslations } from "next-intl/server";
import { PageHead } from "@/components/ui/page-head";
import { Section } from "@/components/ui/section";
import { mailtoHref } from "@/lib/mail-address";

interface AdministratorsPageProps {
  companyName: string;
  administrators: readonly { id: string; name: string; identifier: string; email: string | null }[];
}

/** `/admin/users` for a member: the administrators, who give access, and their addresses. */
export async function AdministratorsPage({ companyName, administrators }: AdministratorsPageProps) {
  const t = await getTranslations("admin");
  return (
    <div className="max-w-text">
      <PageHead title={t("title")} />
      <p className="mb-6">{t("ask.lead", { company: companyName })}</p>
      <Section title={t("ask.administrators", { count: administrators.length })}>
        <ul className="grid gap-3">
          {administrators.map(({ id, name, identifier, email }) => (
            <li key={id}>
              <span className="block font-medium">{name || identifier}</span>
              {email === null ? (
                <span className="text-2 text-ink-2">{t("ask.noEmail")}</span>
              ) : (
                <a className="tap-link break-all" href={mailtoHref(email)}>
                  {email}
                </a>
              )}
            </li>
          ))}
        </ul>
      </Section>
    </div>
  );
}

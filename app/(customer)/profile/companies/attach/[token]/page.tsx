import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { AttachLinkPage } from "@/components/persons/attach-link-page";
import { AttachLinkProblem } from "@/components/persons/attach-link-problem";
import { ProfileNav } from "@/components/shell/profile-nav";
import { formatInstant } from "@/lib/dates";
import { openAttachment } from "@/lib/persons/open-attachment";
import { requireCustomer } from "@/lib/sign-in/session/current-session";
import { secretInPath } from "@/lib/tokens/secret-in-path";
import { CustomerShell, PROFILE_PAGES } from "../../../../customer-shell";
import { attachByLinkAction } from "./attach-by-link-action";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("attachLink"))("title") };
}

/** The page of a mailed attachment link. Opening it changes nothing, because mail scanners open every link. */
export default async function Page({ params }: PageProps<"/profile/companies/attach/[token]">) {
  const [session, { token }, locale] = await Promise.all([requireCustomer(), params, getLocale()]);
  const secret = secretInPath(token);
  const opened = await openAttachment(session, secret);
  return (
    <CustomerShell session={session} section={null} profilePage="companies">
      <ProfileNav pages={PROFILE_PAGES} currentPage="companies">
        {opened.ok ? (
          <AttachLinkPage
            current={{
              identifier: session.identifier,
              companyName: session.account.companyName,
              supplierName: session.supplier.name,
            }}
            other={opened.other}
            expiresAt={formatInstant(opened.expiresAt, locale, session.supplier.timeZone)}
            secret={secret}
            attach={attachByLinkAction}
          />
        ) : (
          <AttachLinkProblem problem={opened} />
        )}
      </ProfileNav>
    </CustomerShell>
  );
}

import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AdministratorsPage } from "@/components/admin/administrators-page";
import { UsersPage } from "@/components/admin/users-page";
import { isAdministratorSession, requireCustomer } from "@/lib/sign-in/session/current-session";
import { listAdministrators } from "@/lib/users/list-administrators";
import { listColleagues } from "@/lib/users/list-colleagues";
import { CustomerShell } from "../../customer-shell";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("admin"))("title") };
}

/** The users page: administrators see all users; members see which administrators to ask (R23). */
export default async function Page() {
  const session = await requireCustomer();
  const { companyName } = session.account;
  return (
    <CustomerShell session={session} section="admin">
      {isAdministratorSession(session) ? (
        <UsersPage
          companyName={companyName}
          users={await listColleagues(session.viewer)}
          timeZone={session.supplier.timeZone}
        />
      ) : (
        <AdministratorsPage
          companyName={companyName}
          administrators={await listAdministrators(session.viewer)}
        />
      )}
    </CustomerShell>
  );
}

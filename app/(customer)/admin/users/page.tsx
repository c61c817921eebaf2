import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AdministratorsPage } from "@/components/admin/administrators-page";
import { UsersPage } from "@/components/admin/users-page";
import { type Administrator, isAdministrator, type ViewAs } from "@/lib/access/viewer";
import { type ReaderSession, requireReader } from "@/lib/sign-in/session/current-session";
import { listAdministrators } from "@/lib/users/list-administrators";
import { listColleagues } from "@/lib/users/list-colleagues";
import { CustomerShell } from "../../customer-shell";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("admin"))("title") };
}

/** The users page: administrators see all users; members see which administrators to ask (R23). */
export default async function Page() {
  const session = await requireReader();
  const { companyName } = session.account;
  const administrator = administratorOf(session);
  return (
    <CustomerShell session={session} section="admin">
      {administrator ? (
        <UsersPage
          companyName={companyName}
          users={await listColleagues(administrator)}
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

/** The viewer when it is an administrator, or staff that views the portal as one; else null. */
function administratorOf({ viewer, viewAs }: ReaderSession): Administrator | ViewAs | null {
  if (viewer.kind === "view_as") return viewAs?.role === "administrator" ? viewer : null;
  return isAdministrator(viewer) ? viewer : null;
}

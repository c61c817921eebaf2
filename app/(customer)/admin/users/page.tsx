import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AdministratorsPage } from "@/components/admin/administrators-page";
import { UsersPage } from "@/components/admin/users-page";
import { type Administrator, isAdministrator, type ViewAs } from "@/lib/access/viewer";
import { type ReaderSession, requireReader } from "@/lib/sign-in/session/current-session";
import { findColleagues, readColleagueSearch } from "@/lib/users/find-colleagues";
import { listAdministrators } from "@/lib/users/list-administrators";
import { listColleagues } from "@/lib/users/list-colleagues";
import { CustomerShell } from "../../customer-shell";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("admin"))("title") };
}

/** The users page: administrators see all users; members see which administrators to ask (R23). */
export default async function Page({ searchParams }: PageProps<"/admin/users">) {
  const session = await requireReader();
  const { companyName } = session.account;
  const administrator = administratorOf(session);
  const search = readColleagueSearch((await searchParams).q);
  const users = administrator ? await listColleagues(administrator) : [];
  return (
    <CustomerShell session={session} section="admin">
      {administrator ? (
        <UsersPage
          companyName={companyName}
          users={findColleagues(users, search)}
          counts={{
            all: users.length,
            withAccess: users.filter(({ access }) => access !== "disabled").length,
          }}
          search={search}
          canChange={isAdministrator(administrator)}
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

import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { SeveralUsersPage } from "@/components/admin/several-users-page";
import { requireAdministrator } from "@/lib/sign-in/session/current-session";
import { LONGEST_LIST } from "@/lib/users/people-file";
import { MAX_ADDED_TOGETHER } from "@/lib/users/plan-several-users";
import { CustomerShell } from "../../../customer-shell";
import { addSeveralUsersAction } from "./add-several-users-action";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("admin.several"))("title") };
}

export default async function Page() {
  const session = await requireAdministrator();
  return (
    <CustomerShell session={session} section="admin">
      <SeveralUsersPage
        maxPeople={MAX_ADDED_TOGETHER}
        longestList={LONGEST_LIST}
        languages={session.supplier.languages}
        language={session.locale}
        addUsers={addSeveralUsersAction}
      />
    </CustomerShell>
  );
}

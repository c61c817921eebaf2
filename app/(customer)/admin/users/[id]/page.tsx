import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { MissingPage } from "@/app/missing-page";
import { UserPage } from "@/components/admin/user-page";
import { answerNotFound } from "@/lib/http/answer-not-found";
import { readFlash } from "@/lib/http/flash";
import { requireAdministrator } from "@/lib/sign-in/session/current-session";
import { getColleague } from "@/lib/users/list-colleagues";
import { proposePassword } from "@/lib/users/propose-password";
import { CustomerShell } from "../../../customer-shell";
import { editUserAction } from "./edit-user-action";
import { resetPasswordAction } from "./reset-password-action";
import { setRoleAction } from "./set-role-action";
import { setStatusAction } from "./set-status-action";
import { userFieldErrors, userFormMessage } from "./user-form-messages";

type Props = PageProps<"/admin/users/[id]">;

const openUser = cache(async (id: string) => {
  const session = await requireAdministrator();
  return { session, user: await getColleague(session.viewer, id) };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { user } = await openUser((await params).id);
  return { title: user ? user.name || user.identifier : (await getTranslations("notFound"))("pageTitle") };
}

export default async function Page({ params }: Props) {
  const { session, user } = await openUser((await params).id);
  if (!user) {
    answerNotFound();
    return <MissingPage />;
  }
  const { result, typed } = await readFlash(`/admin/users/${user.id}`);
  return (
    <CustomerShell session={session} section="admin">
      <UserPage
        user={user}
        timeZone={session.supplier.timeZone}
        proposal={proposePassword(user.identifier)}
        message={await userFormMessage(result)}
        typed={{ name: typed.name ?? user.name, email: typed.email ?? user.email ?? "" }}
        errors={await userFieldErrors(result)}
        editUser={editUserAction.bind(null, user.id)}
        resetPassword={resetPasswordAction.bind(null, user.id)}
        setStatus={setStatusAction.bind(null, user.id)}
        setRole={setRoleAction.bind(null, user.id)}
      />
    </CustomerShell>
  );
}

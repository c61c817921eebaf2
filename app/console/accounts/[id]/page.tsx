import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { MissingPage } from "@/app/missing-page";
import { AccountPage } from "@/components/console/account/account-page";
import { AddNote } from "@/components/console/account/add-note";
import { Notes } from "@/components/console/account/notes";
import { ViewAs } from "@/components/console/account/view-as";
import { AccountRequests } from "@/components/console/requests/account-requests";
import { ResetFactor } from "@/components/console/reset-factor";
import { listPeople } from "@/lib/accounts/one/list-people";
import { listNotes } from "@/lib/accounts/one/notes/list-notes";
import { openAccount } from "@/lib/accounts/one/open-account";
import { answerNotFound } from "@/lib/http/answer-not-found";
import { readFlash } from "@/lib/http/flash";
import { listAccountRequests } from "@/lib/requests/list-account-requests";
import { requireSupplierStaff } from "@/lib/sign-in/session/current-session";
import { ConsoleShell } from "../../console-shell";
import { resetFactorAction } from "../../reset-factor-action";
import { accountNews } from "./account-news";
import { accountPath } from "./account-path";
import { ChangeAddress } from "./change-address";
import { noteAction } from "./note-action";
import { startViewAction } from "./start-view-action";

type Props = PageProps<"/console/accounts/[id]">;

const openOne = cache(async (id: string) => {
  const session = await requireSupplierStaff();
  return { session, account: await openAccount(session.viewer, id) };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { account } = await openOne((await params).id);
  return { title: account ? account.companyName : (await getTranslations("notFound"))("pageTitle") };
}

export default async function Page({ params }: Props) {
  const { session, account } = await openOne((await params).id);
  if (!account) {
    answerNotFound();
    return <MissingPage />;
  }
  const { viewer, supplier } = session;
  const { id } = account;
  const { timeZone } = supplier;
  const [people, notes, requests, news] = await Promise.all([
    listPeople(viewer, id),
    listNotes(viewer, id),
    listAccountRequests(viewer, id),
    readFlash(accountPath(id)).then(accountNews),
  ]);
  return (
    <ConsoleShell session={session} section="accounts">
      <AccountPage
        account={account}
        people={people}
        timeZone={timeZone}
        news={news}
        parts={
          <>
            <AccountRequests requests={requests} timeZone={timeZone} />
            <Notes notes={notes} timeZone={timeZone} removeNote={noteAction.bind(null, id)} />
          </>
        }
        actions={
          <>
            <ChangeAddress viewer={viewer} account={account} people={people} timeZone={timeZone} />
            <ViewAs people={people} news={news} viewAs={startViewAction.bind(null, id)} />
            {viewer.kind === "manager" && (
              <ResetFactor
                people={people.filter(({ hasSecondFactor }) => hasSecondFactor)}
                areStaff={false}
                isRefused={news.refused("factor") !== null}
                reset={resetFactorAction.bind(null, id)}
              />
            )}
            <AddNote news={news} addNote={noteAction.bind(null, id)} />
          </>
        }
      />
    </ConsoleShell>
  );
}

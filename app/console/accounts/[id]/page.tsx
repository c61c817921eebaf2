import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { MissingPage } from "@/app/missing-page";
import { AccountPage } from "@/components/console/account/account-page";
import { openAccount } from "@/lib/accounts/one/open-account";
import { listPeople } from "@/lib/accounts/one/people/list-people";
import { answerNotFound } from "@/lib/http/answer-not-found";
import { readFlash } from "@/lib/http/flash";
import { requireSupplierStaff } from "@/lib/sign-in/session/current-session";
import { ConsoleShell } from "../../console-shell";
import { accountFormResult } from "./account-form-result";
import { AccountHistory } from "./account-history";
import { accountPath } from "./account-path";
import { readAccountQuery } from "./account-query";
import { ActionList } from "./action-list";
import { InvoiceAnswerPart } from "./invoice-answer-part";
import { People } from "./people";

type Props = PageProps<"/console/accounts/[id]">;

const openOne = cache(async (id: string) => {
  const session = await requireSupplierStaff();
  return { session, account: await openAccount(session.viewer, id) };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { account } = await openOne((await params).id);
  return { title: account ? account.companyName : (await getTranslations("notFound"))("pageTitle") };
}

export default async function Page({ params, searchParams }: Props) {
  const { session, account } = await openOne((await params).id);
  if (!account) {
    answerNotFound();
    return <MissingPage />;
  }
  const query = readAccountQuery(await searchParams);
  const [people, formResult] = await Promise.all([
    listPeople(session.viewer, account.id),
    readFlash(accountPath(account.id)).then(accountFormResult),
  ]);
  const part = { session, account, people, query, formResult };
  return (
    <ConsoleShell session={session} section="accounts">
      <AccountPage
        account={account}
        accountPath={accountPath(account.id)}
        timeZone={session.supplier.timeZone}
        formResult={formResult}
        answer={query.invoice && <InvoiceAnswerPart {...part} />}
        people={<People {...part} />}
        history={<AccountHistory {...part} />}
        actions={<ActionList {...part} />}
      />
    </ConsoleShell>
  );
}

import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { switchAccountAction } from "@/app/switch-account-action";
import { CompaniesHomePage } from "@/components/home/companies-home-page";
import { HomePage } from "@/components/home/home-page";
import { readFlash } from "@/lib/http/flash";
import { listOwnAccounts } from "@/lib/persons/list-own-accounts";
import { readScope } from "@/lib/persons/scope";
import { scopeChoice } from "@/lib/persons/scope-choice";
import { requireReader } from "@/lib/sign-in/session/current-session";
import { openHome } from "@/lib/tasks/open-home";
import { openTasks } from "@/lib/tasks/open-tasks";
import { taskLinks } from "@/lib/tasks/task-links";
import { CustomerShell } from "../customer-shell";
import { FirstVisitNotice } from "../first-visit-notice";
import { settleNumbersAction } from "./settle-numbers-action";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("home"))("title") };
}

/** « À faire »: of the session's company, or with `scope=all` a line for each of the person's companies. */
export default async function Page({ searchParams }: PageProps<"/home">) {
  const session = await requireReader();
  const ownAccounts = await listOwnAccounts(session);
  const scope = ownAccounts.length > 1 ? readScope(await searchParams) : "own";
  const choice = scopeChoice(scope, ownAccounts, (one) => (one === "all" ? "/home?scope=all" : "/home"));
  const { result } = await readFlash("/home");
  return (
    <CustomerShell session={session} section="home" scope={scope}>
      <FirstVisitNotice session={session} />
      {scope === "all" ? (
        <CompaniesHomePage
          tasks={await openTasks(session, scope)}
          scope={choice}
          takeRemainingUrl={taskLinks(scope).takeRemainingUrl}
          switchCompany={switchAccountAction}
        />
      ) : (
        <HomePage
          home={await openHome(session)}
          scope={choice}
          supplier={session.supplier}
          customerNumber={session.account.customerNumber}
          siren={session.account.companySiren}
          previousVisitAt={session.previousVisitAt}
          done={doneOf(result)}
          settle={settleNumbersAction}
        />
      )}
    </CustomerShell>
  );
}

/** What « Ce n'est pas pour nous » did. */
function doneOf({ reason, settled, count, named }: Readonly<Record<string, string>>) {
  if (reason !== undefined) return { kind: "refused" as const };
  if (settled === undefined) return null;
  return { kind: "settled" as const, numbers: settled, others: Number(count) - Number(named) };
}

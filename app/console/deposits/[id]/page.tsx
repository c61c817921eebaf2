import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { MissingPage } from "@/app/missing-page";
import { AcceptedFilePage } from "@/components/console/deposits/accepted-file-page";
import { correctionProblem } from "@/components/console/deposits/correction-problem";
import { RefusedFilePage } from "@/components/console/deposits/refused-file-page";
import { readAccountQuery } from "@/lib/accounts/lists/account-query";
import { listAccounts } from "@/lib/accounts/lists/list-accounts";
import { findAcceptedFile } from "@/lib/deposits/list-accepted-files";
import { findRefusedFile } from "@/lib/deposits/list-refused-files";
import { CORRECTION_FIELDS, correctionForm } from "@/lib/deposits/read-correction";
import type { RefusedFile } from "@/lib/deposits/refused-file";
import { answerNotFound } from "@/lib/http/answer-not-found";
import { readFlash } from "@/lib/http/flash";
import { searchParam, type SearchParams } from "@/lib/http/search-params";
import { requireSupplierManager, type SupplierManagerSession } from "@/lib/sign-in/session/current-session";
import { ConsoleShell } from "../../console-shell";
import { correctFileAction } from "./correct-file-action";
import { depositPath } from "./deposit-path";
import { dismissFileAction } from "./dismiss-file-action";

type Props = PageProps<"/console/deposits/[id]">;

/** The customers that a search shows. */
const MAX_FOUND = 10;

const openFile = cache(async (id: string) => {
  const session = await requireSupplierManager();
  const refused = await findRefusedFile(session.viewer, id);
  return { session, refused, accepted: refused ? null : await findAcceptedFile(session.viewer, id) };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { refused, accepted } = await openFile((await params).id);
  const file = refused ?? accepted;
  return { title: file ? file.fileName : (await getTranslations("notFound"))("pageTitle") };
}

export default async function Page({ params, searchParams }: Props) {
  const [{ session, refused, accepted }, search] = await Promise.all([
    openFile((await params).id),
    searchParams,
  ]);
  if (!refused && !accepted) {
    answerNotFound();
    return <MissingPage />;
  }
  const { timeZone } = session.supplier;
  return (
    <ConsoleShell session={session} section="deposits">
      {accepted && <AcceptedFilePage file={accepted} timeZone={timeZone} />}
      {refused && (await refusedPage(session, refused, search))}
    </ConsoleShell>
  );
}

async function refusedPage(session: SupplierManagerSession, file: RefusedFile, search: SearchParams) {
  const { result, typed } = await readFlash(depositPath(file.id));
  const chosen = searchParam(search, "customerNumber").slice(0, 100);
  const values = correctionForm(file);
  for (const field of CORRECTION_FIELDS) values[field] = typed[field] ?? values[field];
  // Chosen after the form was refused: newer than what was typed.
  if (chosen !== "") values.customerNumber = chosen;
  return (
    <RefusedFilePage
      file={file}
      timeZone={session.supplier.timeZone}
      values={values}
      problem={correctionProblem(result, file, await getTranslations("console.deposits"))}
      search={await findCustomers(session, searchParam(search, "q"))}
      correct={correctFileAction.bind(null, file.id)}
      dismiss={dismissFileAction.bind(null, file.id)}
    />
  );
}

async function findCustomers({ viewer }: SupplierManagerSession, text: string) {
  const query = readAccountQuery({ q: text });
  if (query.q === "") return null;
  const { rows } = await listAccounts(viewer, query);
  return { q: query.q, found: rows.slice(0, MAX_FOUND), isCut: rows.length > MAX_FOUND };
}

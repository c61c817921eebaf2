import type { SearchParams } from "@/lib/http/search-params";
import { openRegister, type Register } from "@/lib/invoices/register/open-register";
import type { PageSize } from "@/lib/invoices/register/page-size";
import type { ReaderSession } from "@/lib/sign-in/session/current-session";
import { countTasksOf, sumTasks, type Tasks } from "./open-tasks";

/**
 * Opens the list that the URL asks for, and counts what is to do in its accounts, all in the same transaction; the list of
 * several companies takes one more for each of them.
 */
export async function openListPage(
  session: ReaderSession,
  params: SearchParams,
  size: PageSize,
): Promise<{ register: Register; tasks: Tasks }> {
  const { register, beside } = await openRegister(session, params, size, (tx, account) =>
    countTasksOf(tx, account, session),
  );
  return { register, tasks: sumTasks(beside) };
}

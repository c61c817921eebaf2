import type { SearchParams } from "@/lib/http/search-params";
import type { Register } from "@/lib/invoices/register/open-register";
import type { ReaderSession } from "@/lib/sign-in/session/current-session";
import { openListPage } from "@/lib/tasks/open-list-page";

/** The list that a URL asks for, with 25 rows a page. */
export const openRegister = async (session: ReaderSession, params: SearchParams): Promise<Register> =>
  (await openListPage(session, params, 25)).register;

import { isCustomerSession } from "@/lib/sign-in/session/current-session";
import type { Session } from "@/lib/sign-in/session/session";
import { listOwnAccounts } from "./list-own-accounts";

/**
 * The first page after signing in without a deep link: « À faire », with a line for each company, for a person with
 * several companies; the list of invoices for everybody else, whom that page leads on.
 */
export async function landingPath(session: Session): Promise<string> {
  if (!isCustomerSession(session) || session.mustChangePassword) return "/invoices";
  return (await listOwnAccounts(session)).length > 1 ? "/home?scope=all" : "/invoices";
}

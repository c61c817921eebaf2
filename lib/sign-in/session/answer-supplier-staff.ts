import { notFound, signInFirst } from "@/lib/http/problem";
import { isSupplierStaffSession, type SupplierStaffSession } from "./current-session";
import type { Session } from "./session";

/**
 * For the console's route handlers: answers an adviser or manager of a supplier with `respond`, a request without a
 * session with 401, and anybody else with 404.
 */
export async function answerSupplierStaff(
  session: Session | null,
  respond: (session: SupplierStaffSession) => Promise<Response>,
): Promise<Response> {
  if (!session || session.mustChangePassword) return signInFirst();
  return isSupplierStaffSession(session) ? respond(session) : notFound();
}

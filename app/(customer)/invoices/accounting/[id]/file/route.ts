import { accountingResponse } from "@/lib/accounting/accounting-file";
import { layoutNamed } from "@/lib/accounting/layouts/layout";
import { openBatch, readEntries } from "@/lib/accounting/open-batch";
import { toAscii } from "@/lib/document-name";
import { tooManyExports } from "@/lib/exports/too-many-exports";
import { answer } from "@/lib/http/answer";
import { notFound, signInFirst } from "@/lib/http/problem";
import { takeTurn } from "@/lib/limits/take-turn";
import { currentSession, isCustomerSession } from "@/lib/sign-in/session/current-session";
import { sessionOwners } from "@/lib/sign-in/session/session-owners";

/** Sends a batch in the layout of the URL, the same bytes each time. */
const serve = answer(async (request, { params }: RouteContext<"/invoices/accounting/[id]/file">) => {
  const session = await currentSession();
  if (!session || session.mustChangePassword) return signInFirst();
  if (!isCustomerSession(session)) return notFound();
  const batch = await openBatch(session.viewer, (await params).id);
  const name = new URL(request.url).searchParams.get("layout") ?? "csv";
  const layout = layoutNamed(name);
  if (!batch || !layout || !batch.layouts.some((one) => one === name)) return notFound();
  const turn = await takeTurn("exports", { owners: sessionOwners(session) });
  if (!turn) return tooManyExports();
  const file = {
    name: `lot-${batch.number}_${toAscii(session.account.customerNumber)}_${name}`,
    layout,
    facts: batch.facts,
    entries: readEntries(session.viewer, batch),
  };
  return accountingResponse(session, request, file, turn);
});

export { serve as GET, serve as HEAD };

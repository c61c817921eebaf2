import { currentSession, isCustomerSession, type CustomerSession } from "@/lib/auth/current-session";
import { answer } from "@/lib/http/answer";
import { originalResponse } from "@/lib/http/original-response";
import { readingOfAnswer } from "@/lib/http/reading-of-answer";
import { openOriginal } from "@/lib/invoices/open-original";
import { recordReading } from "@/lib/invoices/record-reading";
import { openOwnOriginal, type OwnOriginal } from "@/lib/persons/open-own-original";
import { refuseFile } from "../refuse-file";

/**
 * The file as it was deposited, `?download` to keep it; with `&scope=all`, from any of the person's companies, as in
 * their list. Notes that its reader saw or downloaded it.
 */
const serve = answer<{ params: Promise<{ id: string }> }>(async (request, { params }) => {
  const { id } = await params;
  const session = await currentSession();
  // The invoice's page asks to sign in.
  if (!session || session.mustChangePassword)
    return refuseFile(request, 401, `/invoices/${encodeURIComponent(id)}`);
  const query = new URL(request.url).searchParams;
  const isDownload = query.has("download");
  const isOfAnyCompany = isDownload && query.get("scope") === "all";
  const found = isCustomerSession(session) ? await open(session, id, isOfAnyCompany) : null;
  if (!found) return refuseFile(request, 404, "/invoices");
  const response = await originalResponse(request, found.original, isDownload ? "attachment" : "inline");
  const reading = readingOfAnswer(request, response);
  if (reading) recordReading(found.viewer, id, reading);
  return response;
});

async function open(
  session: CustomerSession,
  id: string,
  isOfAnyCompany: boolean,
): Promise<OwnOriginal | null> {
  if (isOfAnyCompany) return openOwnOriginal(session, id);
  const original = await openOriginal(session.viewer, id);
  return original && { original, viewer: session.viewer };
}

export { serve as GET, serve as HEAD };

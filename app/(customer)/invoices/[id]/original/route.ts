import { currentSession } from "@/lib/auth/current-session";
import { isCustomerUser } from "@/lib/auth/viewer";
import { answer } from "@/lib/http/answer";
import { originalResponse } from "@/lib/http/original-response";
import { readingOfAnswer } from "@/lib/http/reading-of-answer";
import { openOriginal } from "@/lib/invoices/open-original";
import { recordReading } from "@/lib/invoices/record-reading";
import { refuseFile } from "../refuse-file";

/** The file as it was deposited, `?download` to keep it. Notes that its reader saw or downloaded it. */
const serve = answer<{ params: Promise<{ id: string }> }>(async (request, { params }) => {
  const { id } = await params;
  const session = await currentSession();
  // The invoice's page asks to sign in.
  if (!session || session.mustChangePassword)
    return refuseFile(request, 401, `/invoices/${encodeURIComponent(id)}`);
  const { viewer } = session;
  const original = isCustomerUser(viewer) ? await openOriginal(viewer, id) : null;
  if (!isCustomerUser(viewer) || !original) return refuseFile(request, 404, "/invoices");
  const isDownload = new URL(request.url).searchParams.has("download");
  const response = await originalResponse(request, original, isDownload ? "attachment" : "inline");
  const reading = readingOfAnswer(request, response);
  if (reading) recordReading(viewer, id, reading);
  return response;
});

export { serve as GET, serve as HEAD };

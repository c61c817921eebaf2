import { currentSession } from "@/lib/auth/current-session";
import { isCustomerUser } from "@/lib/auth/viewer";
import { answer } from "@/lib/http/answer";
import { originalResponse } from "@/lib/http/original-response";
import { readingOfAnswer } from "@/lib/http/reading-of-answer";
import { openAttachedXml } from "@/lib/invoices/open-attached-xml";
import { recordReading } from "@/lib/invoices/record-reading";
import { refuseFile } from "../refuse-file";

/** The XML inside a hybrid PDF. Who takes it has seen the invoice; the original, which must be kept, is still to be taken. */
const serve = answer<{ params: Promise<{ id: string }> }>(async (request, { params }) => {
  const { id } = await params;
  const session = await currentSession();
  if (!session || session.mustChangePassword)
    return refuseFile(request, 401, `/invoices/${encodeURIComponent(id)}`);
  const { viewer } = session;
  const xml = isCustomerUser(viewer) ? await openAttachedXml(viewer, id) : null;
  if (!isCustomerUser(viewer) || !xml) return refuseFile(request, 404, "/invoices");
  const response = await originalResponse(request, xml, "attachment");
  if (readingOfAnswer(request, response)) recordReading(viewer, id, "seen");
  return response;
});

export { serve as GET, serve as HEAD };

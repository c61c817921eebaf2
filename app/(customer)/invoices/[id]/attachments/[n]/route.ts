import { answer } from "@/lib/http/answer";
import { readingToRecord } from "@/lib/http/reading-to-record";
import { openJoinedDocument } from "@/lib/invoices/original/open-joined-document";
import { originalResponse } from "@/lib/invoices/original/original-response";
import { recordReading } from "@/lib/invoices/readings/record-reading";
import { sessionOwners } from "@/lib/sign-in/session/session-owners";
import { openFileForCustomer } from "../../open-file-for-customer";

/**
 * Sends a document joined to the invoice. Records "seen" and not "downloaded", because only the original counts as
 * downloaded.
 */
const serve = answer<{ params: Promise<{ id: string; n: string }> }>(async (request, { params }) => {
  const { id, n } = await params;
  const opened = await openFileForCustomer(request, id, async (session) => {
    const { viewer } = session;
    const file = /^[1-9]\d{0,2}$/.test(n) ? await openJoinedDocument(viewer, id, Number(n)) : null;
    return file && { file, viewer, owners: sessionOwners(session) };
  });
  if (opened instanceof Response) return opened;
  const response = await originalResponse(request, opened.file, "attachment", { owners: opened.owners });
  if (readingToRecord(request, response)) recordReading(opened.viewer, id, "seen");
  return response;
});

export { serve as GET, serve as HEAD };

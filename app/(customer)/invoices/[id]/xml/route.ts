import { answer } from "@/lib/http/answer";
import { readingToRecord } from "@/lib/http/reading-to-record";
import { openAttachedXml } from "@/lib/invoices/original/open-attached-xml";
import { originalResponse } from "@/lib/invoices/original/original-response";
import { recordReading } from "@/lib/invoices/readings/record-reading";
import { sessionOwners } from "@/lib/sign-in/session/session-owners";
import { openFileForCustomer } from "../open-file-for-customer";

/**
 * Sends the XML of a hybrid PDF. Records "seen" and not "downloaded", because only the original counts as downloaded.
 */
const serve = answer<{ params: Promise<{ id: string }> }>(async (request, { params }) => {
  const { id } = await params;
  const opened = await openFileForCustomer(request, id, async (session) => {
    const { viewer } = session;
    const xml = await openAttachedXml(viewer, id);
    return xml && { xml, viewer, owners: sessionOwners(session) };
  });
  if (opened instanceof Response) return opened;
  const response = await originalResponse(request, opened.xml, "attachment", { owners: opened.owners });
  if (readingToRecord(request, response)) recordReading(opened.viewer, id, "seen");
  return response;
});

export { serve as GET, serve as HEAD };

import { answer } from "@/lib/http/answer";
import { readingToRecord } from "@/lib/http/reading-to-record";
import { openOwnOriginal, type OwnOriginal } from "@/lib/invoices/one/open-own-original";
import { openOriginal } from "@/lib/invoices/original/open-original";
import { originalResponse } from "@/lib/invoices/original/original-response";
import { recordReading } from "@/lib/invoices/readings/record-reading";
import type { Owner } from "@/lib/limits/turn";
import type { ReaderSession } from "@/lib/sign-in/session/current-session";
import { sessionOwners } from "@/lib/sign-in/session/session-owners";
import { openFileForCustomer } from "../open-file-for-customer";

/**
 * Sends the file as it was deposited; `?download` sends it as an attachment. With `&scope=all` the invoice may belong
 * to any of the person's companies, as in their list. Records that the user saw or downloaded it.
 */
const serve = answer<{ params: Promise<{ id: string }> }>(async (request, { params }) => {
  const { id } = await params;
  const query = new URL(request.url).searchParams;
  const isDownload = query.has("download");
  const isOfAnyCompany = isDownload && query.get("scope") === "all";
  const opened = await openFileForCustomer(request, id, (session) => open(session, id, isOfAnyCompany));
  if (opened instanceof Response) return opened;
  const { original, viewer, owners } = opened;
  const response = await originalResponse(request, original, isDownload ? "attachment" : "inline", {
    owners,
  });
  const reading = readingToRecord(request, response);
  if (reading) recordReading(viewer, id, reading);
  return response;
});

async function open(
  session: ReaderSession,
  id: string,
  isOfAnyCompany: boolean,
): Promise<(OwnOriginal & { owners: Owner[] }) | null> {
  const opened = isOfAnyCompany ? await openOwnOriginal(session, id) : await openOne(session.viewer, id);
  return opened && { ...opened, owners: sessionOwners(session) };
}

async function openOne(viewer: ReaderSession["viewer"], id: string): Promise<OwnOriginal | null> {
  const original = await openOriginal(viewer, id);
  return original && { original, viewer };
}

export { serve as GET, serve as HEAD };

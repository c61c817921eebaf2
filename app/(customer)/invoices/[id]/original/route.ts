import { currentSession } from "@/lib/auth/current-session";
import { isCustomerUser } from "@/lib/auth/viewer";
import { answer } from "@/lib/http/answer";
import { originalResponse } from "@/lib/http/original-response";
import { notFound, unauthorized } from "@/lib/http/problem";
import { openOriginal } from "@/lib/invoices/open-original";

const serve = answer<{ params: Promise<{ id: string }> }>(async (request, { params }) => {
  const session = await currentSession();
  if (!session || session.mustChangePassword) return unauthorized();
  if (!isCustomerUser(session.viewer)) return notFound();
  const original = await openOriginal(session.viewer, (await params).id);
  if (!original) return notFound();
  const isDownload = new URL(request.url).searchParams.has("download");
  return originalResponse(request, original, isDownload ? "attachment" : "inline");
});

export { serve as GET, serve as HEAD };

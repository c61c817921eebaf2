import { ownersOf } from "@/lib/access/owners";
import { answer } from "@/lib/http/answer";
import { notFound, problemResponse } from "@/lib/http/problem";
import { isLinkUse } from "@/lib/http/recorded-use";
import { openOriginal } from "@/lib/invoices/original/open-original";
import { originalResponse } from "@/lib/invoices/original/original-response";
import { noteLinkUse } from "@/lib/links/note-link-use";
import { openLink } from "@/lib/links/open-link";
import { secretInPath } from "@/lib/tokens/secret-in-path";

/** Sends the file of an invoice that a direct link names; answers 410 when the link has ended. */
const serve = answer<{ params: Promise<{ token: string; invoice: string }> }>(async (request, { params }) => {
  const { token, invoice } = await params;
  const opened = await openLink(secretInPath(token));
  if (!opened.ok)
    return opened.reason === "unknown"
      ? notFound()
      : problemResponse({
          status: 410,
          type: "link-over",
          title: "This link is no longer valid. Sign in to read the invoice.",
        });
  const original = await openOriginal(opened.viewer, invoice);
  if (!original) return notFound();
  if (request.method !== "HEAD" && isLinkUse(request.headers)) await noteLinkUse(opened.viewer);
  const isDownload = new URL(request.url).searchParams.has("download");
  return originalResponse(request, original, isDownload ? "attachment" : "inline", {
    owners: ownersOf(opened.viewer),
  });
});

export { serve as GET, serve as HEAD };

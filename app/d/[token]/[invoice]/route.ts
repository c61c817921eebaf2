import { ownersOf } from "@/lib/access/owners";
import type { LinkViewer } from "@/lib/access/viewer";
import { answer } from "@/lib/http/answer";
import { notFound, problemResponse } from "@/lib/http/problem";
import { isLinkUse } from "@/lib/http/recorded-use";
import { openOriginal, type Original } from "@/lib/invoices/original/open-original";
import { originalResponse } from "@/lib/invoices/original/original-response";
import { recordLinkTaking } from "@/lib/invoices/readings/record-link-taking";
import { noteLinkUse } from "@/lib/links/note-link-use";
import { openLink } from "@/lib/links/open-link";
import { secretInPath } from "@/lib/tokens/secret-in-path";

interface Context {
  params: Promise<{ token: string; invoice: string }>;
}

/** Sends the file of an invoice that a direct link names; answers 410 when the link has ended. */
const serve = answer<Context>(async (request, { params }) => {
  const opened = await open(await params);
  if (opened instanceof Response) return opened;
  const { viewer, original } = opened;
  if (request.method !== "HEAD" && isLinkUse(request.headers)) await noteLinkUse(viewer);
  const isDownload = new URL(request.url).searchParams.has("download");
  return originalResponse(request, original, isDownload ? "attachment" : "inline", {
    owners: ownersOf(viewer),
  });
});

/**
 * The button « Télécharger » of the page: sends the file, and records afterwards that it was taken. Only a form does
 * this: mail scanners follow every link (security T5).
 */
const take = answer<Context>(async (request, { params }) => {
  const { token, invoice } = await params;
  const opened = await open({ token, invoice });
  if (opened instanceof Response) return opened;
  const { viewer, original } = opened;
  // The whole file, whatever the headers ask for: a part of it would not be taken.
  const whole = new Request(request.url, { method: "GET" });
  const response = await originalResponse(whole, original, "attachment", { owners: ownersOf(viewer) });
  if (isLinkUse(request.headers)) {
    await noteLinkUse(viewer);
    recordLinkTaking(viewer, invoice);
  }
  return response;
});

async function open({
  token,
  invoice,
}: {
  token: string;
  invoice: string;
}): Promise<{ viewer: LinkViewer; original: Original } | Response> {
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
  return original ? { viewer: opened.viewer, original } : notFound();
}

export { serve as GET, serve as HEAD, take as POST };

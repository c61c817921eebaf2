import { isDemonstration } from "@/lib/health/is-demonstration";
import { answer } from "@/lib/http/answer";
import { contentDisposition } from "@/lib/http/content-disposition";
import { notFound } from "@/lib/http/problem";
import { openMailboxAttachment } from "@/lib/mails/transports/open-mailbox-attachment";

/** Sends an attachment of a mail, always as a download. */
export const GET = answer<{ params: Promise<{ id: string; number: string }> }>(
  async (_request, { params }) => {
    const { id, number } = await params;
    const isAllowed = isDemonstration() && /^\d{1,2}$/.test(number);
    const attachment = isAllowed ? await openMailboxAttachment(id, Number(number)) : null;
    if (!attachment) return notFound();
    return new Response(attachment.content, {
      headers: {
        "content-type": attachment.mediaType,
        "content-disposition": contentDisposition("attachment", attachment.fileName),
        "cache-control": "no-store",
      },
    });
  },
);

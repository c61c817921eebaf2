/** A mail in the format of Resend's API. */
export interface StubMail {
  from: string;
  to: string;
  reply_to?: string;
  subject: string;
  html?: string;
  text?: string;
  headers?: Record<string, string>;
  attachments?: { filename: string; content: string; content_type?: string }[];
}

const ADDRESS = /^[^\s@<>,;"]+@[^\s@<>,;"]+\.[^\s@<>,;"]+$/;

/** The API's error name for a body, or null. One bad mail makes the API refuse the whole batch. */
export function bodyFaults(body: unknown, isBatch: boolean): string | null {
  if (!isBatch) return mailFault(body, true);
  if (!Array.isArray(body) || body.length === 0 || body.length > 100) return "validation_error";
  for (const mail of body) {
    const fault = mailFault(mail, false);
    if (fault) return fault;
  }
  return null;
}

function mailFault(mail: unknown, mayAttach: boolean): string | null {
  if (typeof mail !== "object" || mail === null) return "validation_error";
  const { from, to, subject, html, text, attachments } = mail as Partial<StubMail>;
  if (!from || !to || subject === undefined || (!html && !text)) return "missing_required_field";
  const sender = /<([^<>]*)>$/.exec(from)?.[1] ?? from;
  if (!ADDRESS.test(sender)) return "invalid_from_address";
  if (!ADDRESS.test(to)) return "validation_error";
  if (attachments?.some(({ filename, content }) => !filename || typeof content !== "string"))
    return "invalid_attachment";
  return attachments?.length && !mayAttach ? "validation_error" : null;
}

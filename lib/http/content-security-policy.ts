import { isDevelopment } from "@/lib/env";

/**
 * Builds the policy: scripts and styles from this origin or with this response's nonce, nothing else (security T11).
 */
export function contentSecurityPolicy(nonce: string, path: string): string {
  return [
    "default-src 'none'",
    // React's development build evaluates source maps.
    `script-src 'self' 'nonce-${nonce}'${isDevelopment ? " 'unsafe-eval'" : ""}`,
    // Next's development tools write styles without the nonce.
    `style-src 'self' ${isDevelopment ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self'${isDevelopment ? " ws:" : ""}`,
    // The preview of an invoice reads its PDF in a worker.
    ...(path.startsWith("/invoices/") ? ["worker-src 'self'"] : []),
    "form-action 'self'",
    // The demo mailbox and the preview of a supplier's mails show a mail in a frame, which has an even stricter policy.
    ...(/^\/(?:dev\/mailbox\/|console\/settings\/mails\/preview$)/.test(path) ? ["frame-src 'self'"] : []),
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'",
  ].join("; ");
}

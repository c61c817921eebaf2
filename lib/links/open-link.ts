import { sqlClient } from "@/db/client";
import type { LinkViewer } from "@/lib/access/viewer";
import { now } from "@/lib/clock";
import type { PlainDate } from "@/lib/dates";
import { sha256Hex } from "@/lib/sha256";

export type LinkOpening =
  | {
      ok: true;
      viewer: LinkViewer;
      supplierSlug: string;
      companyName: string;
      /** For whom a colleague of the company shared the invoice, and until when; null for the link of a mail. */
      share: { recipient: string; until: PlainDate } | null;
    }
  | { ok: false; reason: "unknown" }
  /** Expired, revoked, or the account is closed; the invoices can still be opened after signing in. */
  | { ok: false; reason: "ended"; supplierSlug: string; invoiceIds: string[] }
  /** The link of a shared invoice that works no longer. */
  | { ok: false; reason: "share_ended"; why: "expired" | "ended" | "off"; supplierSlug: string };

interface LinkRow {
  link_id: string;
  account_id: string;
  supplier_slug: string;
  company_name: string;
  is_open: boolean;
  invoice_ids: string[];
}

interface ShareRow {
  link_id: string;
  account_id: string;
  supplier_slug: string;
  company_name: string;
  invoice_id: string;
  recipient: string;
  expires_at: Date;
  state: "open" | "off" | "expired" | "ended";
}

/** Looks up a direct link, or the link of a shared invoice. A lookup consumes nothing and opens no session. */
export async function openLink(secret: string): Promise<LinkOpening> {
  if (!/^[\w-]{43}$/.test(secret)) return { ok: false, reason: "unknown" };
  const digest = Buffer.from(sha256Hex(secret), "hex");
  const at = now();
  const [[link], [share]] = await Promise.all([
    sqlClient()<LinkRow[]>`select * from auth_link(${digest}, ${at})`,
    sqlClient()<ShareRow[]>`select * from auth_share(${digest}, ${at})`,
  ]);
  if (share) return openShare(share);
  if (!link) return { ok: false, reason: "unknown" };
  const { supplier_slug: supplierSlug, invoice_ids: invoiceIds } = link;
  if (!link.is_open) return { ok: false, reason: "ended", supplierSlug, invoiceIds };
  return {
    ok: true,
    viewer: { kind: "link", linkId: link.link_id, accountId: link.account_id, invoiceIds },
    supplierSlug,
    companyName: link.company_name,
    share: null,
  };
}

function openShare(share: ShareRow): LinkOpening {
  const { state, recipient, supplier_slug: supplierSlug, invoice_id: invoiceId } = share;
  if (state !== "open") return { ok: false, reason: "share_ended", why: state, supplierSlug };
  return {
    ok: true,
    viewer: {
      ...{ kind: "link", linkId: share.link_id, accountId: share.account_id },
      invoiceIds: [invoiceId],
    },
    supplierSlug,
    companyName: share.company_name,
    share: { recipient, until: share.expires_at.toISOString().slice(0, 10) },
  };
}

/**
 * Returns the page with a link's invoices for somebody who signs in: the invoice if the link named only one, else the
 * list.
 */
export const pageOfLink = ([only, ...others]: readonly string[]): string =>
  only && others.length === 0 ? `/invoices/${only}` : "/invoices";

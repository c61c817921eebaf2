import { sqlClient } from "@/db/client";
import type { LinkViewer } from "@/lib/access/viewer";
import { now } from "@/lib/clock";
import { sha256Hex } from "@/lib/sha256";

export type LinkOpening =
  | {
      ok: true;
      viewer: LinkViewer;
      supplierSlug: string;
      companyName: string;
    }
  | { ok: false; reason: "unknown" }
  /** Expired, revoked, or the account is closed; the invoices can still be opened after signing in. */
  | { ok: false; reason: "ended"; supplierSlug: string; invoiceIds: string[] };

interface Row {
  link_id: string;
  account_id: string;
  supplier_slug: string;
  company_name: string;
  is_open: boolean;
  invoice_ids: string[];
}

/** Looks up a direct link. A lookup consumes nothing and opens no session. */
export async function openLink(secret: string): Promise<LinkOpening> {
  if (!/^[\w-]{43}$/.test(secret)) return { ok: false, reason: "unknown" };
  const digest = Buffer.from(sha256Hex(secret), "hex");
  const [row] = await sqlClient()<Row[]>`select * from auth_link(${digest}, ${now()})`;
  if (!row) return { ok: false, reason: "unknown" };
  const { supplier_slug: supplierSlug, invoice_ids: invoiceIds } = row;
  if (!row.is_open) return { ok: false, reason: "ended", supplierSlug, invoiceIds };
  return {
    ok: true,
    viewer: { kind: "link", linkId: row.link_id, accountId: row.account_id, invoiceIds },
    supplierSlug,
    companyName: row.company_name,
  };
}

/**
 * Returns the page with a link's invoices for somebody who signs in: the invoice if the link named only one, else the
 * list.
 */
export const pageOfLink = ([only, ...others]: readonly string[]): string =>
  only && others.length === 0 ? `/invoices/${only}` : "/invoices";

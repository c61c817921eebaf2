import type { CustomerUser } from "@/lib/access/viewer";
import { openOriginal, type Original } from "@/lib/invoices/original/open-original";
import type { CustomerSession } from "@/lib/sign-in/session/current-session";
import { findOwnInvoice } from "./find-own-invoice";

/** An original, and the user of the person whose reading of it counts. */
export interface OwnOriginal {
  original: Original;
  viewer: CustomerUser;
}

/**
 * The original of an invoice of any account the person behind this session may open at this moment, read as that
 * account's own user; null for everything else. Nothing but the file is opened: the session stays where it is.
 */
export async function openOwnOriginal(session: CustomerSession, id: string): Promise<OwnOriginal | null> {
  const here = await openOriginal(session.viewer, id);
  if (here) return { original: here, viewer: session.viewer };
  const there = await findOwnInvoice(session, id);
  if (!there) return null;
  const { viewer } = there.account;
  const original = await openOriginal(viewer, id);
  return original && { original, viewer };
}

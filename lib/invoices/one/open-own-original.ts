import type { AccountReader } from "@/lib/access/viewer";
import { openOriginal, type Original } from "@/lib/invoices/original/open-original";
import type { ReaderSession } from "@/lib/sign-in/session/current-session";
import { findOwnInvoice } from "./find-own-invoice";

/** An original, with the user for whom its opening is recorded. */
export interface OwnOriginal {
  original: Original;
  viewer: AccountReader;
}

/**
 * Opens the original of an invoice of any account that the person of this session may open now, read as that account's
 * own user; null for everything else. The session does not switch to the other account.
 */
export async function openOwnOriginal(session: ReaderSession, id: string): Promise<OwnOriginal | null> {
  const ofOpenAccount = await openOriginal(session.viewer, id);
  if (ofOpenAccount) return { original: ofOpenAccount, viewer: session.viewer };
  const found = await findOwnInvoice(session, id);
  if (!found) return null;
  const { viewer } = found.account;
  const original = await openOriginal(viewer, id);
  return original && { original, viewer };
}

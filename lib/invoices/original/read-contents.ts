import { once } from "node:events";
import { ownersOf } from "@/lib/access/owners";
import type { AccountReader } from "@/lib/access/viewer";
import type { InvoiceContents } from "@/lib/formats/invoice-contents";
import { ParserBusyError } from "@/lib/formats/parser-busy-error";
import { readInvoiceContents } from "@/lib/formats/read-invoice-contents";
import { Busy, withTurn } from "@/lib/limits/take-turn";
import type { Asker } from "@/lib/limits/turn";
import { openOriginal, type Original } from "./open-original";

/** A structured invoice has some hundred kilobytes; larger files would delay the page. */
const MAX_BYTES = 5 * 1024 * 1024;
const TIMEOUT_MS = 5_000;

export type ContentsReading =
  | { ok: true; contents: InvoiceContents }
  /**
   * In this order: the file has no data or cannot be read; it is too large for a page; the server had no time for it.
   */
  | { ok: false; reason: "no_data" | "too_large" | "busy" };

const BUSY: ContentsReading = { ok: false, reason: "busy" };

/**
 * Reads the content of the original (parties, lines, VAT, totals) from the stored file, on request, without storing
 * it. The file is parsed outside the main thread. It has at most 5 MB, and waiting for a turn and parsing end at the
 * deadline (after 5 s). Null when the invoice is not the viewer's.
 */
export async function readContents(
  viewer: AccountReader,
  id: string,
  deadline = AbortSignal.timeout(TIMEOUT_MS),
): Promise<ContentsReading | null> {
  const original = await openOriginal(viewer, id);
  if (!original) return null;
  if (original.size > MAX_BYTES) return { ok: false, reason: "too_large" };
  if (deadline.aborted) return BUSY;
  const gaveUp = once(deadline, "abort").then(() => BUSY);
  return Promise.race([readInTurn(original, { owners: ownersOf(viewer) }, deadline), gaveUp]);
}

async function readInTurn(original: Original, asker: Asker, deadline: AbortSignal): Promise<ContentsReading> {
  try {
    // Checked again after waiting: nobody needs the result when the deadline has passed.
    return await withTurn("reading", asker, async () => (deadline.aborted ? BUSY : read(original, asker)));
  } catch (error) {
    if (error instanceof ParserBusyError || error instanceof Busy) return BUSY;
    throw error;
  }
}

async function read(original: Original, asker: Asker): Promise<ContentsReading> {
  const bytes = new Uint8Array(await new Response(await original.read()).arrayBuffer());
  const contents = await readInvoiceContents(bytes, asker);
  return contents ? { ok: true, contents } : { ok: false, reason: "no_data" };
}

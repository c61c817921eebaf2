import { setTimeout as pause } from "node:timers/promises";
import type { CustomerUser } from "@/lib/access/viewer";
import type { InvoiceContents } from "@/lib/formats/invoice-contents";
import { readInvoiceContents } from "@/lib/formats/read-invoice-contents";
import { openOriginal, type Original } from "./open-original";
import { withReadSlot } from "./read-slot";

/** A structured invoice takes some hundred kilobytes; a larger one is not worth a page's time. */
const LARGEST_BYTES = 5 * 1024 * 1024;
const PATIENCE_MS = 2_500;

export type ContentsReading =
  | { ok: true; contents: InvoiceContents }
  /** The file holds no data; it is too large to be read for a page; it took too long, or cannot be read. */
  | { ok: false; reason: "no_data" | "too_large" | "unreadable" };

/**
 * What a person reads in the original (parties, lines, VAT, totals), taken from the stored file when it is asked for and
 * kept nowhere. Bounded: 5 MB, 2.5 s with the waiting for its turn, off the main thread. Null when the invoice is not
 * the viewer's.
 */
export async function readContents(viewer: CustomerUser, id: string): Promise<ContentsReading | null> {
  const original = await openOriginal(viewer, id);
  if (!original) return null;
  if (original.size > LARGEST_BYTES) return { ok: false, reason: "too_large" };
  const late = new AbortController();
  const reading = Promise.race([
    withReadSlot(() => read(original), late.signal),
    pause(PATIENCE_MS, { ok: false, reason: "unreadable" } as const, { signal: late.signal, ref: false }),
  ]);
  return (await reading.finally(() => late.abort())) ?? { ok: false, reason: "unreadable" };
}

async function read(original: Original): Promise<ContentsReading> {
  const contents = await readInvoiceContents(
    new Uint8Array(await new Response(await original.read()).arrayBuffer()),
  );
  return contents ? { ok: true, contents } : { ok: false, reason: "no_data" };
}

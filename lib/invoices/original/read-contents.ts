import { setTimeout as pause } from "node:timers/promises";
import type { CustomerUser } from "@/lib/access/viewer";
import type { InvoiceContents } from "@/lib/formats/invoice-contents";
import { readInvoiceContents } from "@/lib/formats/read-invoice-contents";
import { openOriginal, type Original } from "./open-original";
import { withReadSlot } from "./read-slot";

/** A structured invoice has some hundred kilobytes; larger files would delay the page. */
const MAX_BYTES = 5 * 1024 * 1024;
const TIMEOUT_MS = 2_500;

export type ContentsReading =
  | { ok: true; contents: InvoiceContents }
  /** The file contains no data; is too large to be read for a page; took too long or cannot be read. */
  | { ok: false; reason: "no_data" | "too_large" | "unreadable" };

/**
 * Reads the content of the original (parties, lines, VAT, totals) from the stored file, on request, without storing
 * it. Bounded: 5 MB, 2.5 s including the wait for a read slot, outside the main thread. Null when the invoice is not
 * the viewer's.
 */
export async function readContents(viewer: CustomerUser, id: string): Promise<ContentsReading | null> {
  const original = await openOriginal(viewer, id);
  if (!original) return null;
  if (original.size > MAX_BYTES) return { ok: false, reason: "too_large" };
  const timeout = new AbortController();
  const reading = Promise.race([
    withReadSlot(() => read(original), timeout.signal),
    pause(TIMEOUT_MS, { ok: false, reason: "unreadable" } as const, { signal: timeout.signal, ref: false }),
  ]);
  return (await reading.finally(() => timeout.abort())) ?? { ok: false, reason: "unreadable" };
}

async function read(original: Original): Promise<ContentsReading> {
  const contents = await readInvoiceContents(
    new Uint8Array(await new Response(await original.read()).arrayBuffer()),
  );
  return contents ? { ok: true, contents } : { ok: false, reason: "no_data" };
}

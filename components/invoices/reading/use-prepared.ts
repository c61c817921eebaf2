import { useEffect, useRef, useState } from "react";
import type { ReadingEntry } from "./reading-words";

/** What is shown of an invoice: the bytes of its PDF, or the readable view of an XML file. */
export type Prepared = { id: string } & ({ bytes: Uint8Array } | { html: string } | { hasFailed: true });

/** The number of invoices that are loaded before somebody asks for them. */
const AHEAD = 3;

/** The mark of the readable view in the page of reading mode. */
const READABLE = "data-readable";

/**
 * Returns what to show of the current invoice, null while it is loaded. Afterwards it loads the next three, one after the
 * other, as prefetches, which count as nothing; an invoice counts as opened when it is shown. Only these and the one before
 * stay in memory.
 */
export function usePrepared(
  entries: readonly ReadingEntry[],
  index: number,
  { isAhead }: { isAhead: boolean },
): Prepared | null {
  const loaded = useRef(new Map<string, Promise<Prepared>>());
  const [shown, setShown] = useState<Prepared | null>(null);
  const current = entries[index];

  useEffect(() => {
    if (!current) return;
    let isLeft = false;
    const known = loaded.current;
    const near = entries.slice(Math.max(0, index - 1), index + 1 + AHEAD);
    for (const id of known.keys()) if (!near.some((one) => one.id === id)) known.delete(id);
    const read = async () => {
      const before = known.get(current.id);
      const loading = before ?? load(current, false);
      known.set(current.id, loading);
      const prepared = await loading;
      if (isLeft) return;
      setShown(prepared);
      if ("hasFailed" in prepared) known.delete(current.id);
      else if (before) await noteOpened(current);
      if (!isAhead || isSavingData()) return;
      for (const next of entries.slice(index + 1, index + 1 + AHEAD)) {
        if (isLeft || known.has(next.id)) continue;
        const ahead = load(next, true);
        known.set(next.id, ahead);
        if ("hasFailed" in (await ahead)) known.delete(next.id);
      }
    };
    void read();
    return () => {
      isLeft = true;
    };
  }, [entries, index, current, isAhead]);

  return shown?.id === current?.id ? shown : null;
}

/** Loads the file, or the page with the readable view. As a prefetch it counts as nothing. */
async function load(entry: ReadingEntry, isPrefetch: boolean): Promise<Prepared> {
  const { id, isPdf, originalHref, href } = entry;
  try {
    const answer = await fetch(isPdf ? originalHref : href, {
      headers: isPrefetch ? { purpose: "prefetch" } : {},
      priority: isPrefetch ? "low" : "auto",
    });
    if (!answer.ok) return { id, hasFailed: true };
    if (isPdf) return { id, bytes: new Uint8Array(await answer.arrayBuffer()) };
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const readable = page.querySelector(`[${READABLE}]`);
    return readable ? { id, html: readable.innerHTML } : { id, hasFailed: true };
  } catch {
    return { id, hasFailed: true };
  }
}

/** Asks for the first byte of an original that was loaded before it was shown: so it counts as opened. */
async function noteOpened({ originalHref }: ReadingEntry): Promise<void> {
  await fetch(originalHref, { headers: { range: "bytes=0-0" } }).then(
    (answer) => answer.arrayBuffer(),
    () => {},
  );
}

/** Whether the person asks the browser to use little data. */
const isSavingData = (): boolean =>
  (navigator as { connection?: { saveData?: boolean } }).connection?.saveData === true;

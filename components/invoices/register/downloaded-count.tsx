"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";

interface DownloadedCountProps {
  /** The number of matching invoices that the reader has not taken. */
  remaining: number;
  words: {
    one: string;
    /** With `{count}`. */
    several: string;
    /** Shown when the number is not known. */
    unknown: string;
  };
  isCounted: boolean;
}

/** Pauses between requests of the list: a small pack is recorded immediately, a large one after minutes. */
const PAUSES_MS = [1_000, 2_000, 3_000, 5_000, 8_000, 13_000, 21_000, 34_000, 55_000];

/**
 * After a click on a download link, loads the list again until the downloaded invoices are ticked, and says how many
 * were downloaded. A page is not told when a download ends, but the portal records it after the last byte.
 */
export function DownloadedCount({ remaining, words, isCounted }: DownloadedCountProps) {
  const router = useRouter();
  const [start, setStart] = useState<{ remaining: number } | null>(null);

  useEffect(() => {
    const watch = ({ target }: MouseEvent) => {
      const link = target instanceof Element ? target.closest("a") : null;
      if (link?.href && sendsOriginals(new URL(link.href))) setStart({ remaining });
    };
    const watchChoice = ({ submitter }: SubmitEvent) => {
      if (submitter instanceof HTMLButtonElement && submitter.value === "zip") setStart({ remaining });
    };
    document.addEventListener("click", watch);
    document.addEventListener("submit", watchChoice);
    return () => {
      document.removeEventListener("click", watch);
      document.removeEventListener("submit", watchChoice);
    };
  }, [remaining]);

  const taken = start === null ? 0 : start.remaining - remaining;
  const isWaiting = start !== null && taken === 0;
  useEffect(() => {
    if (!isWaiting) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const refreshAfterPause = (attempt: number) => {
      const pause = PAUSES_MS[attempt];
      if (pause === undefined) return;
      timer = setTimeout(() => {
        router.refresh();
        refreshAfterPause(attempt + 1);
      }, pause);
    };
    refreshAfterPause(0);
    return () => clearTimeout(timer);
  }, [start, isWaiting, router]);

  return (
    <p role="status" className="text-2 font-bold empty:hidden">
      {taken > 0 && wordsFor(taken)}
    </p>
  );

  function wordsFor(count: number): string {
    if (!isCounted) return words.unknown;
    return count === 1 ? words.one : words.several.replace("{count}", String(count));
  }
}

function sendsOriginals({ pathname, searchParams }: URL): boolean {
  if (pathname === "/invoices/export") return searchParams.get("format") === "zip";
  return pathname.endsWith("/original") && searchParams.has("download");
}

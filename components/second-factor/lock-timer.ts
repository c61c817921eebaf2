/** A sign of activity is told to the server at most so often. */
const TELL_EVERY_MS = 60_000;
const MARGIN_MS = 1_000;
const AGAIN_MS = 30_000;

interface WatchedPage {
  stateHref: string;
  lockAfterMs: number;
  /** Whether the page is covered now: then it only waits for another page to open the session. */
  isLocked: boolean;
}

/**
 * Calls `setLocked` when the session of this page turned out to be locked, or open again. The server decides: this asks it
 * when the time may have come, when the page is looked at again, and tells it when somebody types. Returns the function
 * that stops it.
 */
export function watchLock(page: WatchedPage, setLocked: (isLocked: boolean) => void): () => void {
  const { stateHref, lockAfterMs, isLocked } = page;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let toldAt = Date.now();
  const askIn = (ms: number) => {
    clearTimeout(timer);
    if (!isLocked) timer = setTimeout(() => void ask(stateHref), ms);
  };
  const ask = async (href: string) => {
    try {
      const response = await fetch(href, { cache: "no-store" });
      if (response.status === 401) return;
      const { state, locksInMs } = (await response.json()) as { state?: string; locksInMs?: number };
      if (state === "locked" || state === "open") setLocked(state === "locked");
      askIn((locksInMs ?? AGAIN_MS) + MARGIN_MS);
    } catch {
      askIn(AGAIN_MS);
    }
  };
  const onActivity = () => {
    if (isLocked || Date.now() - toldAt < TELL_EVERY_MS) return;
    toldAt = Date.now();
    void ask(`${stateHref}?active`);
  };
  const onVisible = () => {
    if (document.visibilityState === "visible") void ask(stateHref);
  };
  const events = ["keydown", "pointerdown"] as const;
  for (const event of events) document.addEventListener(event, onActivity);
  document.addEventListener("visibilitychange", onVisible);
  askIn(lockAfterMs + MARGIN_MS);
  return () => {
    clearTimeout(timer);
    for (const event of events) document.removeEventListener(event, onActivity);
    document.removeEventListener("visibilitychange", onVisible);
  };
}

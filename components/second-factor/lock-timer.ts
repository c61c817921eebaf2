/** The server is told of activity at most once in this time. */
const TELL_EVERY_MS = 60_000;
/** Asks this much after the time at which the session locks, so that the server has locked it. */
const MARGIN_MS = 1_000;
/** Asks again after this time when there was no answer, or an answer without a time. */
const AGAIN_MS = 30_000;

/** The session of a page: `over` when it ended, by signing out on another page or after its eight hours. */
export type ScreenState = "open" | "locked" | "ended";

interface WatchedPage {
  stateHref: string;
  lockAfterMs: number;
  /** When the page is covered, it only asks whether another page of the browser has opened the session. */
  screen: ScreenState;
}

/**
 * Calls `setScreen` when the session of this page is locked, has ended, or is open again. The server decides:
 * this function asks it when the time may be over and when the page is visible again, and tells it when somebody types.
 * Returns the function that stops it.
 */
export function watchLock(page: WatchedPage, setScreen: (screen: ScreenState) => void): () => void {
  const { stateHref, lockAfterMs, screen } = page;
  const isCovered = screen !== "open";
  let timer: ReturnType<typeof setTimeout> | undefined;
  let toldAt = Date.now();
  const askIn = (ms: number) => {
    clearTimeout(timer);
    if (!isCovered) timer = setTimeout(() => void ask(stateHref), ms);
  };
  const ask = async (href: string) => {
    try {
      const response = await fetch(href, { cache: "no-store" });
      const { state, locksInMs } = (await response.json()) as { state?: string; locksInMs?: number };
      // The state is unknown while the database is away (503).
      if (state !== "unknown") setScreen(state === "open" || state === "locked" ? state : "ended");
      askIn((locksInMs ?? AGAIN_MS) + MARGIN_MS);
    } catch {
      askIn(AGAIN_MS);
    }
  };
  const onActivity = () => {
    if (isCovered || Date.now() - toldAt < TELL_EVERY_MS) return;
    toldAt = Date.now();
    void ask(`${stateHref}?active`);
  };
  const onVisible = () => {
    if (document.visibilityState === "visible") void ask(stateHref);
  };
  const events = ["keydown", "pointerdown"] as const;
  for (const event of events) document.addEventListener(event, onActivity);
  document.addEventListener("visibilitychange", onVisible);
  // A page that is covered from the start may belong to a newer session, which is open.
  if (isCovered) void ask(stateHref);
  else askIn(lockAfterMs + MARGIN_MS);
  return () => {
    clearTimeout(timer);
    for (const event of events) document.removeEventListener(event, onActivity);
    document.removeEventListener("visibilitychange", onVisible);
  };
}

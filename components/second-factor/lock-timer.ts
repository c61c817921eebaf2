/** A sign of activity is told to the server at most so often. */
const TELL_EVERY_MS = 60_000;
const MARGIN_MS = 1_000;
const AGAIN_MS = 30_000;

/** The session of a page: `over` when it ended, by signing out on another page or after its eight hours. */
export type ScreenState = "open" | "locked" | "over";

interface WatchedPage {
  stateHref: string;
  lockAfterMs: number;
  /** When the page is covered, this only waits for another page of the browser to open the session. */
  screen: ScreenState;
}

/**
 * Calls `setScreen` when the session of this page turned out to be locked, over, or open again. The server decides: this
 * asks it when the time may have come, when the page is looked at again, and tells it when somebody types. Returns the
 * function that stops it.
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
      // Nobody knows while the database is away (503).
      if (state !== "unknown") setScreen(state === "open" || state === "locked" ? state : "over");
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
  // A page that was covered before it was shown may be of a newer session.
  if (isCovered) void ask(stateHref);
  else askIn(lockAfterMs + MARGIN_MS);
  return () => {
    clearTimeout(timer);
    for (const event of events) document.removeEventListener(event, onActivity);
    document.removeEventListener("visibilitychange", onVisible);
  };
}

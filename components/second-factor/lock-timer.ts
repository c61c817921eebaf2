/** Activity is reported to the server at most once in this time. */
const REPORT_EVERY_MS = 60_000;
/**
 * The delay after the time at which the session locks. When the page asks after this delay, the server has locked the
 * session.
 */
const MARGIN_MS = 1_000;
/** The time after which the page asks again if there was no answer, or an answer without a time. */
const RETRY_MS = 30_000;

/** The state of the session of a page. It is `ended` after the user signed out on another page, or after eight hours. */
export type ScreenState = "open" | "locked" | "ended";

interface WatchedPage {
  stateHref: string;
  lockAfterMs: number;
  /**
   * What the page shows now. A covered page only asks whether the session was opened on another page of the browser.
   */
  screen: ScreenState;
}

/**
 * Calls `setScreen` when the session of this page is locked, has ended, or is open again. The server decides this. The
 * page asks the server when the session may be locked and when the page becomes visible, and reports activity when
 * somebody types. Returns the function that stops the watch.
 */
export function watchLock(page: WatchedPage, setScreen: (screen: ScreenState) => void): () => void {
  const { stateHref, lockAfterMs, screen } = page;
  const isCovered = screen !== "open";
  let timer: ReturnType<typeof setTimeout> | undefined;
  let reportedAt = Date.now();
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
      askIn((locksInMs ?? RETRY_MS) + MARGIN_MS);
    } catch {
      askIn(RETRY_MS);
    }
  };
  const onActivity = () => {
    if (isCovered || Date.now() - reportedAt < REPORT_EVERY_MS) return;
    reportedAt = Date.now();
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

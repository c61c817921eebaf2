"use client";

import { type ComponentType, type ReactNode, useEffect, useRef, useState, useSyncExternalStore } from "react";
import type { FirstPageProps } from "@/components/invoices/preview/first-page";
import type { PdfViewerProps } from "@/components/invoices/preview/pdf-viewer";
import { keepPreviewChoice } from "@/components/invoices/preview/preview-choice";
import type { PreviewWords } from "@/components/invoices/preview/preview-words";

export interface PreviewProps {
  /** The URL of the original. Without scripts the button links to it, and the browser shows the file. */
  href: string;
  /**
   * `shown`: the document at once on a desktop, the picture of its first page on a phone. `hidden`: the reader chose to
   * hide it. `asked`: only when somebody asks, because each opening is noted.
   */
  start: "shown" | "hidden" | "asked";
  words: PreviewWords;
  /** The content above the button while the preview is closed. */
  children: ReactNode;
}

interface Viewers {
  PdfViewer: ComponentType<PdfViewerProps>;
  FirstPage: ComponentType<FirstPageProps>;
}

/** The width from which the document stands beside the facts (document.css). */
const DESKTOP = "(width >= 66rem)";

const isHydrated = () => true;
const isNotHydrated = () => false;
const subscribeToNothing = () => () => {};

/**
 * The preview of a PDF, drawn by pdf.js. The box has the size of an A4 page before anything is loaded, so that nothing
 * moves. Closing it on a desktop is remembered for all invoices of this browser.
 */
export function Preview({ href, start, words, children }: PreviewProps) {
  const hasScript = useSyncExternalStore(subscribeToNothing, isHydrated, isNotHydrated);
  const box = useRef<HTMLDivElement>(null);
  const [state, setState] = useState<"closed" | "loading" | "picture" | "open" | "failed">("closed");
  const [isHidden, setIsHidden] = useState(start !== "shown");
  const [isAsked, setIsAsked] = useState(false);
  const [viewers, setViewers] = useState<Viewers | null>(null);

  const show = async (as: "picture" | "open") => {
    setState((known) => (known === "picture" ? known : "loading"));
    try {
      const [{ PdfViewer }, { FirstPage }] = await Promise.all([
        import("@/components/invoices/preview/pdf-viewer"),
        import("@/components/invoices/preview/first-page"),
      ]);
      setViewers({ PdfViewer, FirstPage });
      setState(as);
    } catch {
      setState("failed");
    }
  };
  const ask = () => {
    if (start === "hidden" && window.matchMedia(DESKTOP).matches) keepPreviewChoice(false);
    setIsAsked(true);
    return show("open");
  };
  const close = () => {
    const isDesktop = window.matchMedia(DESKTOP).matches;
    if (isDesktop && start !== "asked") keepPreviewChoice(true);
    setIsHidden(isDesktop || start !== "shown");
    setState(isDesktop || start !== "shown" ? "closed" : "picture");
  };

  useEffect(() => {
    if (start !== "shown" || !box.current) return;
    // The file is loaded only when somebody comes near it: on a desktop at once, on a phone after the facts.
    const observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
        observer.disconnect();
        void show(window.matchMedia(DESKTOP).matches ? "open" : "picture");
      },
      { rootMargin: "50% 0px" },
    );
    observer.observe(box.current);
    return () => observer.disconnect();
  }, [start]);

  const fail = () => setState("failed");
  if (state === "open" && viewers)
    return <viewers.PdfViewer href={href} words={words} takesFocus={isAsked} onClose={close} onFail={fail} />;
  if (state === "picture" && viewers)
    return <viewers.FirstPage href={href} words={words} onOpen={() => void ask()} onFail={fail} />;
  return (
    <div
      className={`${isHidden ? "py-8" : "document-box"} grid content-center justify-items-center gap-4 rounded-2 border border-line bg-sunken px-4 text-center text-2 text-ink-2 print:hidden`}
      ref={box}
    >
      {state === "failed" ? <p role="alert">{words.failed}</p> : children}
      {hasScript ? (
        <button type="button" className="button" onClick={ask} aria-busy={state === "loading"}>
          {state === "loading" ? words.loading : words.show}
        </button>
      ) : (
        <a className="button" href={href}>
          {words.show}
        </a>
      )}
    </div>
  );
}

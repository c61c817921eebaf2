"use client";

import { type ComponentType, type ReactNode, useState, useSyncExternalStore } from "react";
import type { PdfViewerProps } from "@/components/invoices/preview/pdf-viewer";
import type { PreviewWords } from "@/components/invoices/preview/preview-words";

interface PreviewProps {
  /** The URL of the original. Without scripts the button links to it, and the browser shows the file. */
  href: string;
  words: PreviewWords;
  /** The content above the button while the preview is closed. */
  children: ReactNode;
}

type Viewer = ComponentType<PdfViewerProps>;

const isHydrated = () => true;
const isNotHydrated = () => false;
const subscribeToNothing = () => () => {};

/** The preview of a PDF, drawn by pdf.js. Its code is loaded only when the user opens the preview. */
export function Preview({ href, words, children }: PreviewProps) {
  const hasScript = useSyncExternalStore(subscribeToNothing, isHydrated, isNotHydrated);
  const [state, setState] = useState<"closed" | "loading" | "open" | "failed">("closed");
  const [viewer, setViewer] = useState<{ Viewer: Viewer } | null>(null);

  const open = async () => {
    setState("loading");
    try {
      const { PdfViewer } = await import("@/components/invoices/preview/pdf-viewer");
      setViewer({ Viewer: PdfViewer });
      setState("open");
    } catch {
      setState("failed");
    }
  };

  if (state === "open" && viewer)
    return (
      <viewer.Viewer
        href={href}
        words={words}
        onClose={() => setState("closed")}
        onFail={() => setState("failed")}
      />
    );
  return (
    <div className="grid justify-items-center gap-4 rounded-2 border border-line bg-sunken px-4 py-8 text-center text-2 text-ink-2 print:hidden">
      {state === "failed" ? <p role="alert">{words.failed}</p> : children}
      {hasScript ? (
        <button type="button" className="button" onClick={open} aria-busy={state === "loading"}>
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

"use client";

import { type MouseEvent, type ReactNode, useState } from "react";

interface PrintDocumentProps {
  /** The document: the original PDF, or the readable view on this page. Without scripts the link leads to it. */
  href: string;
  isPdf: boolean;
  children: ReactNode;
}

/**
 * Prints the document itself: the pages of the PDF, or the readable view. If the pages cannot be drawn, opens the PDF.
 */
export function PrintDocument({ href, isPdf, children }: PrintDocumentProps) {
  const [isBusy, setIsBusy] = useState(false);
  const print = async (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    if (!isPdf) return window.print();
    if (isBusy) return;
    setIsBusy(true);
    try {
      const { printPages } = await import("@/components/invoices/preview/print-pages");
      await printPages(href);
    } catch {
      window.location.assign(href);
    } finally {
      setIsBusy(false);
    }
  };
  return (
    <a className="button" href={href} onClick={print} aria-busy={isBusy}>
      {children}
    </a>
  );
}

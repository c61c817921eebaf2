import type { PDFDocumentProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import { useEffect, useEffectEvent, useState } from "react";
import { openDocument } from "@/components/invoices/preview/open-document";
import type { PageSize } from "@/components/invoices/preview/pdf-page";

export interface OpenedDocument {
  pdf: PDFDocumentProxy;
  firstSize: PageSize;
}

/**
 * Returns the document once it is open, null before; `bytes` are its bytes when they were loaded before. Frees its memory
 * when it is no longer shown.
 */
export function useDocument(
  href: string,
  onFail: () => void,
  bytes?: Uint8Array | undefined,
): OpenedDocument | null {
  const [opened, setOpened] = useState<OpenedDocument | null>(null);
  const fail = useEffectEvent(onFail);
  useEffect(() => {
    const loading = openDocument(href, bytes);
    let isCancelled = false;
    const open = async () => {
      const pdf = await loading.promise;
      const { width, height } = (await pdf.getPage(1)).getViewport({ scale: 1 });
      if (!isCancelled) setOpened({ pdf, firstSize: { width, height } });
    };
    open().catch(() => {
      if (!isCancelled) fail();
    });
    return () => {
      isCancelled = true;
      void loading.destroy();
    };
  }, [href, bytes]);
  return opened;
}

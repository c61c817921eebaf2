import type { PDFDocumentProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import { type RefObject, useEffect, useRef, useState } from "react";
import { drawPage } from "@/components/invoices/preview/draw-page";

export interface PageSize {
  width: number;
  height: number;
}

interface PdfPageProps {
  pdf: PDFDocumentProxy;
  number: number;
  label: string;
  /** The size of the first page in points, assumed for this page until its own is known. */
  likelySize: PageSize;
  /** Screen pixels per point at this zoom. */
  scale: number;
  scroller: RefObject<HTMLDivElement | null>;
}

/** One page: drawn while it is on the screen or at most one screen away; otherwise an empty box of the same size. */
export function PdfPage({ pdf, number, label, likelySize, scale, scroller }: PdfPageProps) {
  const sheet = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const textLayer = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState(likelySize);
  const [isNearViewport, setIsNearViewport] = useState(false);

  useEffect(() => {
    if (!sheet.current) return;
    const observer = new IntersectionObserver(
      (entries) => setIsNearViewport(entries.at(-1)?.isIntersecting === true),
      {
        root: scroller.current,
        rootMargin: "100% 0px",
      },
    );
    observer.observe(sheet.current);
    return () => observer.disconnect();
  }, [scroller]);

  useEffect(() => {
    if (!isNearViewport) return;
    let isCancelled = false;
    let free = () => {};
    const draw = async () => {
      const page = await pdf.getPage(number);
      if (isCancelled || !canvas.current || !textLayer.current) return;
      const { width, height } = page.getViewport({ scale: 1 });
      setSize((known) => (known.width === width && known.height === height ? known : { width, height }));
      const drawing = drawPage(page, scale, canvas.current, textLayer.current);
      free = () => {
        drawing.free();
        page.cleanup();
      };
      await drawing.drawn;
    };
    // A page that cannot be drawn, or whose drawing was cancelled, stays blank.
    draw().catch(() => {});
    return () => {
      isCancelled = true;
      free();
    };
  }, [isNearViewport, number, pdf, scale]);

  return (
    <div
      className="sheet"
      ref={sheet}
      role="group"
      aria-label={label}
      data-page={number}
      style={{ width: Math.floor(size.width * scale), height: Math.floor(size.height * scale) }}
    >
      <canvas ref={canvas} aria-hidden="true" />
      <div className="text-layer" ref={textLayer} />
    </div>
  );
}

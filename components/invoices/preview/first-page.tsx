import { useEffect, useRef } from "react";
import { drawPage } from "@/components/invoices/preview/draw-page";
import type { PreviewWords } from "@/components/invoices/preview/preview-words";
import { useDocument } from "@/components/invoices/preview/use-document";
import { Icon } from "@/components/ui/icon";

export interface FirstPageProps {
  href: string;
  words: PreviewWords;
  onOpen: () => void;
  onFail: () => void;
}

/** The picture of the first page, which is the button that opens the document. */
export function FirstPage({ href, words, onOpen, onFail }: FirstPageProps) {
  const opened = useDocument(href, onFail);
  const canvas = useRef<HTMLCanvasElement>(null);
  const unusedText = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (!opened || !canvas.current || !unusedText.current) return;
    let isCancelled = false;
    let free = () => {};
    const draw = async () => {
      const page = await opened.pdf.getPage(1);
      if (isCancelled || !canvas.current || !unusedText.current) return;
      const scale = canvas.current.clientWidth / opened.firstSize.width;
      const drawing = drawPage(page, scale, canvas.current, unusedText.current);
      free = drawing.free;
      await drawing.drawn;
    };
    draw().catch(() => {});
    return () => {
      isCancelled = true;
      free();
    };
  }, [opened]);

  const ratio = opened ? `${opened.firstSize.width} / ${opened.firstSize.height}` : undefined;
  return (
    <div className="document-box first-page rounded-2 border border-line bg-sunken print:hidden">
      <div className="sheet" aria-hidden="true" style={{ aspectRatio: ratio }}>
        <canvas ref={canvas} />
        <div className="hidden" ref={unusedText} />
      </div>
      <button type="button" onClick={onOpen}>
        <span className="button">
          <Icon name="expand" />
          {opened ? words.openDocument : words.loading}
        </span>
      </button>
    </div>
  );
}

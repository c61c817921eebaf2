import { useEffect, useLayoutEffect, useRef, useState } from "react";
import { PdfPage } from "@/components/invoices/preview/pdf-page";
import { fillPlaceholders, type PreviewWords } from "@/components/invoices/preview/preview-words";
import { useDocument } from "@/components/invoices/preview/use-document";
import { Icon } from "@/components/ui/icon";

export interface PdfViewerProps {
  href: string;
  /** The bytes, when they were loaded before. */
  bytes?: Uint8Array | undefined;
  words: PreviewWords;
  /** Whether the focus moves to the pages: the button that opened them is gone. */
  takesFocus?: boolean;
  /** Whether it fills its place, as high as it is, instead of being as high as a page. */
  isFilling?: boolean;
  onClose?: () => void;
  onFail: () => void;
}

/** The largest page width at 100 %, in pixels, as in the design; zoom makes it larger. */
const WIDEST_SHEET = 736;
const ZOOMS = [50, 75, 100, 125, 150, 200, 300, 400];
/** Pages need little memory until they are drawn. A longer document is better read as a file. */
const MAX_PAGES = 500;

const SHEETS =
  "sheets relative grid content-start justify-center-safe justify-items-center gap-4 overflow-auto p-6 max-tablet:p-3";

/** The preview: a toolbar and the pages. At 100 % the first page is as wide as the available space. */
export function PdfViewer(props: PdfViewerProps) {
  const { href, bytes, words, takesFocus = false, isFilling = false, onClose, onFail } = props;
  const view = useRef<HTMLElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const opened = useDocument(href, onFail, bytes);
  const width = useInnerWidth(scroller);
  const [zoom, setZoom] = useState(100);
  const [current, setCurrent] = useState(1);
  const pages = opened?.pdf.numPages ?? 0;
  const scale = opened && width > 0 ? ((width / opened.firstSize.width) * zoom) / 100 : 0;

  useEffect(() => {
    if (takesFocus) scroller.current?.focus({ preventScroll: true });
  }, [takesFocus]);
  useStableScroll(scroller, scale);

  const step = ZOOMS.indexOf(zoom);
  const zoomBy = (change: number) => setZoom(ZOOMS[step + change] ?? zoom);
  return (
    <section
      className={`viewer bg-sunken print:hidden ${isFilling ? "viewer-filling" : "rounded-2 border border-line"}`}
      ref={view}
      aria-label={words.region}
    >
      <div className="sticky top-0 z-2 flex flex-wrap items-center gap-1 rounded-t-2 border-b border-line bg-surface py-1 pr-2 pl-4 text-2">
        <p className="mr-auto">
          {pages > 0 ? fillPlaceholders(words.position, { page: current, pages }) : words.loading}
        </p>
        <ToolButton icon="dash" label={words.zoomOut} isDisabled={step === 0} onClick={() => zoomBy(-1)} />
        <span className="min-w-13 text-center text-ink-2">
          {fillPlaceholders(words.zoom, { percent: zoom })}
        </span>
        <ToolButton
          icon="plus"
          label={words.zoomIn}
          isDisabled={step === ZOOMS.length - 1}
          onClick={() => zoomBy(1)}
        />
        {document.fullscreenEnabled && (
          <ToolButton
            icon="expand"
            label={words.fullScreen}
            onClick={() =>
              void (document.fullscreenElement
                ? document.exitFullscreen()
                : view.current?.requestFullscreen())
            }
          />
        )}
        {onClose && <ToolButton icon="close" label={words.close} onClick={onClose} />}
      </div>
      <p role="status" className="sr-only">
        {pages > 0 ? fillPlaceholders(words.opened, { pages }) : words.loading}
      </p>
      <div
        className={pages > 1 ? `${SHEETS} several-sheets` : SHEETS}
        ref={scroller}
        role="group"
        aria-label={words.region}
        tabIndex={0}
        onScroll={() => setCurrent((known) => findCurrentPage(scroller.current) ?? known)}
      >
        {opened &&
          scale > 0 &&
          Array.from({ length: Math.min(pages, MAX_PAGES) }, (_, index) => (
            <PdfPage
              key={index}
              pdf={opened.pdf}
              number={index + 1}
              label={fillPlaceholders(words.page, { page: index + 1 })}
              likelySize={opened.firstSize}
              scale={scale}
              scroller={scroller}
            />
          ))}
        {pages > MAX_PAGES && <p>{words.tooMany}</p>}
      </div>
    </section>
  );
}

interface ToolButtonProps {
  icon: "dash" | "plus" | "expand" | "close";
  label: string;
  isDisabled?: boolean;
  onClick: () => void;
}

/** One button of the toolbar. Disabled by `aria-disabled`, so that it keeps its place and the keyboard focus. */
function ToolButton({ icon, label, isDisabled = false, onClick }: ToolButtonProps) {
  return (
    <button
      type="button"
      className="icon-button aria-disabled:cursor-default aria-disabled:text-line-ctl"
      aria-label={label}
      title={label}
      aria-disabled={isDisabled}
      onClick={onClick}
    >
      <Icon name={icon} />
    </button>
  );
}

/** Returns the width available for a page, updated when the window changes. */
function useInnerWidth(element: React.RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0);
  useEffect(() => {
    if (!element.current) return;
    const observer = new ResizeObserver(([entry]) =>
      setWidth(Math.min(WIDEST_SHEET, Math.floor(entry?.contentRect.width ?? 0))),
    );
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [element]);
  return width;
}

/** Keeps the same lines in the middle when the zoom changes. */
function useStableScroll(element: React.RefObject<HTMLElement | null>, scale: number): void {
  const before = useRef(0);
  useLayoutEffect(() => {
    const scrolled = element.current;
    if (scrolled && before.current > 0 && scale > 0 && scale !== before.current) {
      const middle = scrolled.scrollTop + scrolled.clientHeight / 2;
      scrolled.scrollBy(0, middle * (scale / before.current - 1));
    }
    before.current = scale;
  }, [element, scale]);
}

/** Returns the number of the page in the middle of the view. */
function findCurrentPage(scroller: HTMLElement | null): number | null {
  if (!scroller) return null;
  const middle = scroller.scrollTop + scroller.clientHeight / 2;
  const sheets = [...scroller.querySelectorAll<HTMLElement>("[data-page]")];
  const reached = sheets.findLast((sheet) => sheet.offsetTop <= middle) ?? sheets[0];
  return reached ? Number(reached.dataset.page) : null;
}

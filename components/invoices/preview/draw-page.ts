import { type PDFPageProxy, TextLayer } from "pdfjs-dist/legacy/build/pdf.mjs";

/** iOS refuses larger canvases. An A4 page of this size is sharp at 300 %. */
const LARGEST_CANVAS_PIXELS = 16_000_000;

/**
 * Draws a page at `scale` (screen pixels per point) and puts its text over it, for selection and screen readers. Links
 * of the document are drawn but do not work. `free` stops the drawing and frees its memory.
 */
export function drawPage(
  page: PDFPageProxy,
  scale: number,
  canvas: HTMLCanvasElement,
  textLayer: HTMLDivElement,
): { drawn: Promise<void>; free: () => void } {
  const viewport = page.getViewport({ scale });
  const density = Math.min(
    window.devicePixelRatio || 1,
    Math.sqrt(LARGEST_CANVAS_PIXELS / (viewport.width * viewport.height)),
  );
  canvas.width = Math.floor(viewport.width * density);
  canvas.height = Math.floor(viewport.height * density);
  const drawing = page.render({
    canvas,
    viewport,
    transform: density === 1 ? undefined : [density, 0, 0, density, 0, 0],
  });
  textLayer.style.setProperty("--total-scale-factor", String(scale));
  const text = new TextLayer({
    textContentSource: page.streamTextContent(),
    container: textLayer,
    viewport,
  });
  return {
    drawn: Promise.all([drawing.promise, text.render()]).then(() => {}),
    free: () => {
      drawing.cancel();
      text.cancel();
      textLayer.replaceChildren();
      // A canvas frees its memory only when its size is zero.
      canvas.width = 0;
      canvas.height = 0;
    },
  };
}

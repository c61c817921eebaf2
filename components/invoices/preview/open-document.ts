import {
  getDocument,
  GlobalWorkerOptions,
  type PDFDocumentLoadingTask,
  version,
} from "pdfjs-dist/legacy/build/pdf.mjs";

/** A page that claims more than this is a trap for memory, or no invoice. */
const LARGEST_IMAGE_PIXELS = 64_000_000;

/**
 * Starts reading a PDF of whoever made it: its scripts and forms stay asleep, nothing is evaluated, and what drawing
 * needs besides comes from the portal itself.
 */
export function openDocument(href: string): PDFDocumentLoadingTask {
  const files = `/pdf.js/${version}`;
  GlobalWorkerOptions.workerSrc = `${files}/legacy/build/pdf.worker.min.mjs`;
  return getDocument({
    url: href,
    cMapUrl: `${files}/cmaps/`,
    iccUrl: `${files}/iccs/`,
    standardFontDataUrl: `${files}/standard_fonts/`,
    wasmUrl: `${files}/wasm/`,
    isEvalSupported: false,
    enableXfa: false,
    maxImageSize: LARGEST_IMAGE_PIXELS,
    // Errors only: what a hostile file makes it complain about is nobody's concern.
    verbosity: 0,
  });
}

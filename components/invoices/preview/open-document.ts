import {
  getDocument,
  GlobalWorkerOptions,
  type PDFDocumentLoadingTask,
  version,
} from "pdfjs-dist/legacy/build/pdf.mjs";

/** A larger image would use too much memory; no real invoice has one. */
const LARGEST_IMAGE_PIXELS = 64_000_000;

/**
 * Starts reading an untrusted PDF: its scripts and forms are off, no code is evaluated, and the fonts and other files
 * needed for drawing come from the portal itself.
 */
export function openDocument(href: string, bytes?: Uint8Array): PDFDocumentLoadingTask {
  const files = `/pdf.js/${version}`;
  GlobalWorkerOptions.workerSrc = `${files}/legacy/build/pdf.worker.min.mjs`;
  return getDocument({
    // The worker takes the bytes that it is given, so it gets a copy.
    ...(bytes ? { data: bytes.slice() } : { url: href }),
    cMapUrl: `${files}/cmaps/`,
    iccUrl: `${files}/iccs/`,
    standardFontDataUrl: `${files}/standard_fonts/`,
    wasmUrl: `${files}/wasm/`,
    isEvalSupported: false,
    enableXfa: false,
    maxImageSize: LARGEST_IMAGE_PIXELS,
    // Errors only: warnings about a faulty or hostile file would help nobody.
    verbosity: 0,
  });
}

/** The texts of the preview. The browser fills in `{page}`, `{pages}` and `{percent}`. */
export interface PreviewWords {
  show: string;
  /** On the picture of the first page. */
  openDocument: string;
  loading: string;
  region: string;
  /** « Page {page} sur {pages} » */
  position: string;
  /** « Page {page} » */
  page: string;
  /** « Aperçu affiché, {pages} pages » */
  opened: string;
  /** Shown under the last page of a document with more pages than the preview draws. */
  tooMany: string;
  zoomIn: string;
  zoomOut: string;
  /** « {percent} % » */
  zoom: string;
  fullScreen: string;
  close: string;
  failed: string;
}

export function fillPlaceholders(words: string, values: Record<string, number>): string {
  return words.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ""));
}

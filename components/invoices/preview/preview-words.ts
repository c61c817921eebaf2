/** What the preview says; `{page}`, `{pages}` and `{percent}` are filled in by the browser. */
export interface PreviewWords {
  show: string;
  loading: string;
  region: string;
  /** « Page {page} sur {pages} » */
  position: string;
  /** « Page {page} » */
  page: string;
  /** « Aperçu affiché, {pages} pages » */
  opened: string;
  /** Under the last page drawn of a document with more. */
  tooMany: string;
  zoomIn: string;
  zoomOut: string;
  /** « {percent} % » */
  zoom: string;
  fullScreen: string;
  close: string;
  failed: string;
}

export function filled(words: string, values: Record<string, number>): string {
  return words.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ""));
}

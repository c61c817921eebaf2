import type { PreviewWords } from "@/components/invoices/preview/preview-words";

/** The texts of reading mode. The browser fills in `{at}` and `{count}`. */
export interface ReadingWords {
  title: string;
  /** « Lecture : {position} » */
  heading: string;
  /** « {at} sur {count} » */
  position: string;
  close: string;
  list: string;
  just: string;
  /** For no download, one, and more. */
  taken: { zero: string; one: string; other: string };
  keys: Record<"next" | "previous" | "download" | "close" | "escape", string>;
  keysOff: string;
  keysOn: string;
  page: string;
  download: string;
  open: string;
  document: string;
  previous: string;
  next: string;
  more: string;
  loading: string;
  failed: string;
  preview: PreviewWords;
}

/** One invoice of the list, with all its texts. */
export interface ReadingEntry {
  id: string;
  number: string;
  title: string;
  /** The month to print above it, when it is the first of its month. */
  month: string | null;
  amount: string;
  /** « 18/11 · GF-410-BQ » */
  line: string;
  /** « prélevée le 18/12/2026 »; null without a due date. */
  due: string | null;
  names: readonly string[];
  state: "new" | "seen" | "taken";
  stateLabel: string;
  isPdf: boolean;
  /** Reading mode with this invoice open. */
  href: string;
  pageHref: string;
  originalHref: string;
  downloadHref: string;
}

import { type Answer, refuse, say } from "@/lib/actions/answer";
import { readListPath } from "@/lib/invoices/filter/invoice-paths";
import type { TakingChange, TakingsChanged } from "@/lib/invoices/takings/change-takings";

const ARCHIVE = /^\/invoices\/archive(\?month=\d{4}-\d{2})?$/;

/**
 * Shows the list, or the page of « Archivage » that the form came from, and says there how many invoices changed: the
 * facts `takings` and `count`, or the `reason`.
 */
export function takingAnswer(
  change: TakingChange,
  changed: TakingsChanged,
  { query, back }: { query: string; back: string },
): Answer {
  const isArchive = ARCHIVE.test(back);
  const page = isArchive ? "/invoices/archive" : "/invoices";
  const to = isArchive ? back : readListPath(new URLSearchParams(query));
  return changed.ok
    ? say(page, { takings: change, count: changed.count }, to)
    : refuse(page, { ...changed, takings: change }, to);
}

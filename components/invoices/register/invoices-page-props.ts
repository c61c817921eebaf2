import type { ReactNode } from "react";
import type { ListDisplay } from "@/lib/invoices/register/list-display";
import type { RegisterView } from "@/lib/invoices/register/register-view";
import type { SavedFilterOutcome } from "@/lib/invoices/saved-filters/saved-filter-outcome";
import type { TakingOutcome } from "@/lib/invoices/takings/taking-outcome";
import type { TaskCounts } from "@/lib/tasks/task-counts";

type Action = (form: FormData) => Promise<void>;

/** What the page of the list and its parts show. */
export interface InvoicesPageProps {
  view: RegisterView;
  display: ListDisplay;
  /** The result of the last action on saved filters. */
  savedFilterOutcome: SavedFilterOutcome;
  supplierName: string;
  customerNumber: string;
  siren: string | null;
  /** The address of the help about a missing invoice. */
  missingHelpUrl: string;
  /** What the user is told once, in one line above the list. */
  notice: ReactNode;
  /** What is to do in the companies of the list; its page is at `homeUrl`. */
  tasks: TaskCounts;
  homeUrl: string;
  /** What the last form that marked invoices as taken did. */
  takingOutcome: TakingOutcome | null;
  /** Receives `chosen`, `all`, `query` and `back`; null for staff who view the page as a user. */
  markTaken: Action | null;
  /** Receives `name` and `query`. */
  saveFilter: Action;
  /** Receives `id` and `query`. */
  removeFilter: Action;
  /** Receives `size`, `shortcuts` and `query`. */
  setDisplay: Action;
}

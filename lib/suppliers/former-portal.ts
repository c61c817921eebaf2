import type { PlainDate } from "@/lib/dates";
import type { Supplier } from "./find-supplier";

/** Where older invoices are: before its start date the supplier used another portal. */
export interface FormerPortal {
  startsOn: PlainDate;
  name: string | null;
  url: string | null;
}

/** Null for a supplier whose start date is not known. */
export const formerPortal = ({
  startsOn,
  formerPortalName,
  formerPortalUrl,
}: Pick<Supplier, "startsOn" | "formerPortalName" | "formerPortalUrl">): FormerPortal | null =>
  startsOn === null ? null : { startsOn, name: formerPortalName, url: formerPortalUrl };

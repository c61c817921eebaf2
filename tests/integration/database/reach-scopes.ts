import type { Viewer } from "@/lib/access/viewer";
import type { OwnedRow } from "./reach-world";

/* The viewers and the rows that `reach-rules.ts` names. */

const GROUPS: Record<string, Viewer["kind"][]> = {
  everyone: [
    "anonymous",
    "link",
    "administrator",
    "member",
    "customer_token",
    "adviser",
    "manager",
    "supplier_key",
    "operator",
    "recovery",
    "token_holder",
    "person",
    "view_as",
    "job",
  ],
  customers: ["administrator", "member", "customer_token"],
  readers: ["administrator", "member", "customer_token", "view_as"],
  portal_readers: ["administrator", "member", "view_as"],
  customer_users: ["administrator", "member"],
  supplier: ["adviser", "manager", "supplier_key"],
  staff: ["adviser", "manager"],
  users: ["administrator", "member", "adviser", "manager", "operator"],
};

type Scope = (row: OwnedRow, viewer: Viewer) => boolean;

const SCOPES: Record<string, Scope> = {
  all: () => true,
  /** Every row of the viewer's supplier and of its accounts. */
  supplier: (row, viewer) => "supplierId" in viewer && row.supplier === viewer.supplierId,
  account: (row, viewer) => "accountId" in viewer && row.account === viewer.accountId,
  available: (row, viewer) => SCOPES.account?.(row, viewer) === true && !row.isWithdrawn,
  in_direct_link: (row, viewer) =>
    viewer.kind === "link" && viewer.invoiceIds.includes(row.key) && !row.isWithdrawn,
  self: (row, viewer) => "userId" in viewer && row.user === viewer.userId,
  account_unproven: (row, viewer) => SCOPES.account?.(row, viewer) === true && !row.isProven,
  customers_unproven: (row, viewer) => SCOPES.customers_of_supplier?.(row, viewer) === true && !row.isProven,
  /** Rows that a recovery, the holder of a mailed link, or a person names. */
  named_by: (row, viewer) => namesOf(viewer).some((name) => row.namedBy?.includes(name)),
  own_session: (row, viewer) => viewer.kind === "person" && row.key === viewer.sessionId,
  other_user: (row, viewer) => namesOf(viewer).includes(row.user ?? ""),
  no_attachment: (row, viewer) => SCOPES.supplier?.(row, viewer) === true && !row.isAttachment,
  /** An operator does not see users and events of customers. */
  no_customer: (row) => row.account === null,
  customers_of_supplier: (row, viewer) => SCOPES.supplier?.(row, viewer) === true && row.account !== null,
  staff_of_supplier: (row, viewer) => SCOPES.supplier?.(row, viewer) === true && row.account === null,
};

function namesOf(viewer: Viewer): string[] {
  if (viewer.kind === "recovery") return [viewer.email];
  if (viewer.kind === "token_holder") return [viewer.tokenHash];
  if (viewer.kind !== "person") return [];
  return [viewer.sessionId, ...(viewer.other && "userId" in viewer.other ? [viewer.other.userId] : [])];
}

/** Whether `rules` allow the viewer to reach the row. */
export function mayReach(rules: string, viewer: Viewer, row: OwnedRow): boolean {
  return rules
    .split(" ")
    .filter(Boolean)
    .some((rule) => {
      const [who = "", rows = ""] = rule.split(":");
      const isForViewer = (GROUPS[who] ?? [who]).includes(viewer.kind);
      return isForViewer && (SCOPES[rows]?.(row, viewer) ?? false);
    });
}

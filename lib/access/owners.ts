import type { Owner } from "@/lib/limits/turn";
import type { Viewer } from "./viewer";

/**
 * The owners whose share of a limited resource this viewer uses, from the widest to the narrowest (`Asker` in turn.ts).
 */
export function ownersOf(viewer: Viewer): Owner[] {
  switch (viewer.kind) {
    case "administrator":
    case "member":
      return [`supplier:${viewer.supplierId}`, `account:${viewer.accountId}`, `user:${viewer.userId}`];
    case "view_as":
      return [`supplier:${viewer.supplierId}`, `user:${viewer.staffId}`];
    case "customer_token":
      return [`supplier:${viewer.supplierId}`, `account:${viewer.accountId}`, `key:${viewer.tokenId}`];
    case "adviser":
    case "manager":
      return [`supplier:${viewer.supplierId}`, `user:${viewer.userId}`];
    case "supplier_key":
      return [`supplier:${viewer.supplierId}`, `key:${viewer.keyId}`];
    case "link":
      return [`account:${viewer.accountId}`, `link:${viewer.linkId}`];
    case "recovery":
    case "token_holder":
      return [`supplier:${viewer.supplierId ?? "none"}`, `link:${viewer.kind}`];
    case "operator":
      return [`user:${viewer.userId}`];
    case "person":
      return [`session:${viewer.sessionId}`];
    case "job":
      return ["job:all"];
    case "anonymous":
      return [];
  }
}

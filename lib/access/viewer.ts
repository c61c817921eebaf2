/** The actor of a request: a user, link, key or job. It is always the first argument of an operation. */
export type Viewer =
  | { kind: "anonymous" }
  | { kind: "link"; linkId: string; accountId: string; invoiceIds: string[] }
  | { kind: "administrator" | "member"; userId: string; accountId: string; supplierId: string }
  | { kind: "adviser" | "manager"; userId: string; supplierId: string }
  | { kind: "operator"; userId: string }
  /** A member of staff who views the portal as this user of a customer does, in this session, and changes nothing. */
  | {
      kind: "view_as";
      userId: string;
      accountId: string;
      supplierId: string;
      staffId: string;
      sessionId: string;
    }
  | { kind: "supplier_key"; keyId: string; supplierId: string }
  | { kind: "customer_token"; tokenId: string; userId: string; accountId: string; supplierId: string }
  /**
   * A visitor who is not signed in and typed this address as their own, at this supplier. `supplierId` is null for an
   * operator's address.
   */
  | { kind: "recovery"; supplierId: string | null; email: string }
  /**
   * A visitor with the secret of a link mailed for this supplier (null: for operators); its SHA-256 identifies the
   * link.
   */
  | { kind: "token_holder"; supplierId: string | null; tokenHash: string }
  /** The user of this session, who attaches, detaches or switches to another user of the same person. */
  | { kind: "person"; sessionId: string; other: OtherUser }
  /** Background work that no person waits for. */
  | { kind: "job" };

/** The other user, or the SHA-256 of the attachment link that identifies it; null when it is not known yet. */
type OtherUser = { userId: string } | { linkHash: string } | null;

export type CustomerUser = Extract<Viewer, { kind: "administrator" | "member" }>;
export type Administrator = CustomerUser & { kind: "administrator" };
export type StaffUser = Extract<Viewer, { kind: "adviser" | "manager" }>;
/** A manager of a supplier. */
export type Manager = StaffUser & { kind: "manager" };
export type Operator = Extract<Viewer, { kind: "operator" }>;
export type Job = Extract<Viewer, { kind: "job" }>;
export type ViewAs = Extract<Viewer, { kind: "view_as" }>;
/** Who reads a customer's account in the portal: one of its users, or staff that views the portal as one. */
export type AccountReader = CustomerUser | ViewAs;
/** The user that a session was opened for. */
export type SignedInUser = CustomerUser | StaffUser | Operator;
export type SupplierKey = Extract<Viewer, { kind: "supplier_key" }>;
export type LinkViewer = Extract<Viewer, { kind: "link" }>;
export type TokenHolder = Extract<Viewer, { kind: "token_holder" }>;
export type Person = Extract<Viewer, { kind: "person" }>;
export type CustomerToken = Extract<Viewer, { kind: "customer_token" }>;

/** Returns whether the viewer is a user of an account, administrator or member. */
export const isCustomerUser = (viewer: Viewer): viewer is CustomerUser =>
  viewer.kind === "administrator" || viewer.kind === "member";

/** Returns whether the viewer is an adviser or manager of a supplier. */
export const isSupplierStaff = (viewer: Viewer): viewer is StaffUser =>
  viewer.kind === "adviser" || viewer.kind === "manager";

/** Returns whether the viewer is a manager of a supplier. */
export const isManager = (viewer: Viewer): viewer is Manager => viewer.kind === "manager";

/** Returns whether the viewer is an administrator of an account. */
export const isAdministrator = (viewer: Viewer): viewer is Administrator => viewer.kind === "administrator";

/** Returns the viewer for a user's row. `supplierId` is the supplier of the user or of the user's account. */
export function userViewer(user: {
  userId: string;
  role: SignedInUser["kind"];
  accountId: string | null;
  supplierId: string | null;
}): SignedInUser {
  const { userId, role } = user;
  switch (role) {
    case "administrator":
    case "member":
      return { kind: role, userId, accountId: user.accountId ?? "", supplierId: user.supplierId ?? "" };
    case "adviser":
    case "manager":
      return { kind: role, userId, supplierId: user.supplierId ?? "" };
    case "operator":
      return { kind: role, userId };
  }
}

/** Returns the settings that describe the viewer to row-level security; the policies (db/policies) read them. */
export function viewerSettings(viewer: Viewer): Record<string, string> {
  const isSupplierSide =
    viewer.kind === "adviser" || viewer.kind === "manager" || viewer.kind === "supplier_key";
  return {
    "app.viewer": viewer.kind,
    "app.user_id":
      viewer.kind !== "customer_token" && viewer.kind !== "view_as" && "userId" in viewer
        ? viewer.userId
        : "",
    "app.account_id":
      viewer.kind !== "link" && viewer.kind !== "view_as" && "accountId" in viewer ? viewer.accountId : "",
    "app.supplier_id": isSupplierSide ? viewer.supplierId : "",
    "app.key_id": viewer.kind === "supplier_key" ? viewer.keyId : "",
    "app.invoice_ids": viewer.kind === "link" ? `{${viewer.invoiceIds.join(",")}}` : "",
    ...namedSettings(viewer),
  };
}

/**
 * Returns the settings of the viewers that reach only what they name. These viewers set none of the settings above,
 * which give access to whole accounts and suppliers.
 */
function namedSettings(viewer: Viewer): Record<string, string> {
  switch (viewer.kind) {
    case "recovery":
      return { "app.named_supplier_id": viewer.supplierId ?? "", "app.email": viewer.email };
    case "token_holder":
      return { "app.named_supplier_id": viewer.supplierId ?? "", "app.token_hash": viewer.tokenHash };
    case "person":
      return {
        "app.session_id": viewer.sessionId,
        "app.other_user_id": viewer.other && "userId" in viewer.other ? viewer.other.userId : "",
        "app.token_hash": viewer.other && "linkHash" in viewer.other ? viewer.other.linkHash : "",
      };
    case "view_as":
      return { "app.session_id": viewer.sessionId };
    default:
      return {};
  }
}

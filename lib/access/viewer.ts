/** Everyone and everything that can ask the portal for something: always the first argument of an operation. */
export type Viewer =
  | { kind: "anonymous" }
  | { kind: "link"; linkId: string; accountId: string; invoiceIds: string[] }
  | { kind: "administrator" | "member"; userId: string; accountId: string; supplierId: string }
  | { kind: "adviser" | "manager"; userId: string; supplierId: string }
  | { kind: "operator"; userId: string }
  | { kind: "supplier_key"; keyId: string; supplierId: string }
  | { kind: "customer_token"; tokenId: string; userId: string; accountId: string; supplierId: string }
  | { kind: "job" };

export type CustomerUser = Extract<Viewer, { kind: "administrator" | "member" }>;
export type Administrator = CustomerUser & { kind: "administrator" };
export type StaffUser = Extract<Viewer, { kind: "adviser" | "manager" }>;
export type SignedInUser = CustomerUser | StaffUser | Extract<Viewer, { kind: "operator" }>;
export type SupplierKey = Extract<Viewer, { kind: "supplier_key" }>;
export type LinkViewer = Extract<Viewer, { kind: "link" }>;
export type CustomerToken = Extract<Viewer, { kind: "customer_token" }>;

/** Whether somebody of an account asks, administrator or member. */
export const isCustomerUser = (viewer: Viewer): viewer is CustomerUser =>
  viewer.kind === "administrator" || viewer.kind === "member";

/** Whether an administrator of an account asks. */
export const isAdministrator = (viewer: Viewer): viewer is Administrator => viewer.kind === "administrator";

/** The viewer a user row stands for; `supplierId` is its supplier's, directly or through its account. */
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

/** What row-level security knows of the viewer; the policies (db/policies) read these settings back. */
export function viewerSettings(viewer: Viewer): Record<string, string> {
  const isSupplierSide =
    viewer.kind === "adviser" || viewer.kind === "manager" || viewer.kind === "supplier_key";
  return {
    "app.viewer": viewer.kind,
    "app.user_id": "userId" in viewer && viewer.kind !== "customer_token" ? viewer.userId : "",
    "app.account_id": "accountId" in viewer && viewer.kind !== "link" ? viewer.accountId : "",
    "app.supplier_id": isSupplierSide ? viewer.supplierId : "",
    "app.invoice_ids": viewer.kind === "link" ? `{${viewer.invoiceIds.join(",")}}` : "",
  };
}

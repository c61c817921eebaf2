/** Whose a row is; what a table does not say is null. */
export interface Owner {
  supplier: string | null;
  account: string | null;
  user: string | null;
  isWithdrawn?: boolean;
  /** Known to its recipient and to who asked for it alone. */
  isAttachment?: boolean;
  /** A user whose address is proven: nobody adds one. */
  isProven?: boolean;
  /** What the narrow viewers name it by: an address, the digest of a link, a session or a user. */
  namedBy?: string[];
}

type Person = "administrator" | "member" | "adviser" | "manager" | "operator";

export type Add = (table: string, owner: Owner, values: Record<string, unknown>) => Promise<void>;

export type AddPerson = (
  role: Person,
  id: string,
  owner: Owner,
  more?: { email?: string; sessionId?: string; namedBy?: string[] },
) => Promise<void>;

export interface AccountPlace {
  id: string;
  people: Record<"administrator" | "member", string>;
  invoice: string;
  withdrawn: string;
}

/** An address and the link to it, of the first account's administrator; the member's session, and whom they attach. */
export interface Named {
  email: string;
  tokenHash: string;
  sessionId: string;
  otherUserId: string;
}

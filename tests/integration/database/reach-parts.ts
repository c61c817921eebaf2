/** Who owns a row; null where the table has no such owner. */
export interface Owner {
  supplier: string | null;
  account: string | null;
  user: string | null;
  isWithdrawn?: boolean;
  /** Visible only to its recipient and to the user who asked for it. */
  isAttachment?: boolean;
  /** A user whose address is proven: no viewer may add such a row. */
  isProven?: boolean;
  /**
   * The values by which the viewers `recovery`, `token_holder` and `person` find the row: an address, the digest of a
   * link, a session or a user.
   */
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

/**
 * The values by which viewers find rows: the address of the first account's administrator, the digest of the link to
 * it, the session of the member, and the user whom the member attaches.
 */
export interface Named {
  email: string;
  tokenHash: string;
  sessionId: string;
  otherUserId: string;
  /** An adviser of the supplier, who writes in the threads of its accounts. */
  adviserId: string;
}

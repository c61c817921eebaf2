/** A mail that is about to be sent. */
export interface PendingMail {
  id: string;
  kind: string;
  /** Null for a mail of the installation. */
  supplierId: string | null;
  accountId: string | null;
  subjectId: string;
  generation: number;
  recipient: string;
  /** This try included. */
  tries: number;
  /** Whether an earlier try may have arrived. */
  isInDoubt: boolean;
  /** The token of its single-use link, if it has one. */
  tokenId: string | null;
}

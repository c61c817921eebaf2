/** The result of the form that was sent last from the page of an account. */
export interface AccountFormResult {
  /** The sentence about what was done; null when the last form was refused or there was none. */
  done: string | null;
  /** Why this action's form was refused, in words; null when it was not. */
  refused: (action: string) => string | null;
  /** The fields that were refused. */
  invalidFields: readonly string[];
  /** What was typed into the refused form. */
  typed: Record<string, string>;
}

import type { SignInNoticeKind } from "./sign-in-notice";

/** The fields to type again. */
export interface WrongFields {
  identifier: boolean;
  password: boolean;
}

/** Returns the fields to type again: both after a refusal, which does not say which of them is wrong. */
export function wrongFields(notice: SignInNoticeKind | null, identifier: string): WrongFields | null {
  if (notice?.kind === "wrong_credentials") return { identifier: true, password: true };
  if (notice?.kind !== "incomplete") return null;
  const isEmpty = identifier.trim() === "";
  return { identifier: isEmpty, password: !isEmpty };
}

import type { SignInNoticeKind } from "@/components/sign-in/sign-in-notice";
import type { Flash } from "@/lib/http/flash";

/** Returns the notice of a sign-in page, read from the flash. */
export function signInNotice(result: Flash["result"]): SignInNoticeKind | null {
  switch (result.reason) {
    case "wrong":
      return { kind: "wrong_credentials", hasSpaceAtEnds: result.hasSpaceAtEnds === "yes" };
    case "too_many":
      return { kind: "too_many_attempts", minutes: Number(result.minutes) || 1 };
    case "password_set":
      return {
        kind: "password_set",
        identifier: result.identifier ?? "",
        isDetached: result.detached === "yes",
      };
    case "incomplete":
    case "busy":
    case "signed_out":
    case "account_closed":
    case "default_password_expired":
      return { kind: result.reason };
    default:
      return null;
  }
}

import { expect, it } from "vitest";
import { deriveToken } from "@/lib/tokens/mailed-token";
import { secretInPath } from "@/lib/tokens/secret-in-path";

const secret = deriveToken(
  "link",
  "0198c0de-0000-7000-8000-000000000001",
  "a secret of the server, for tests",
);

it.each([".", ")", ">", "%3E", "%29.", ",", ";", "%C2%BB", "'", "_", "-", "*", "…", ").Merci"])(
  "a mailed link followed by %s is the link",
  (punctuation) => {
    expect(secretInPath(secret + punctuation)).toBe(secret);
  },
);

it("a shorter or longer text is not a link", () => {
  for (const wrong of ["", secret.slice(1), `${secret.slice(1)}.`, `.${secret}`, `${secret}x`])
    expect(secretInPath(wrong)).toBe(wrong);
});

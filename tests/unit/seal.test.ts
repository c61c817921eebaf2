import { beforeEach, expect, it } from "vitest";
import { now } from "@/lib/clock";
import { forgetEnv } from "@/lib/env";
import { seal, unseal } from "@/lib/seal";
import { NO_DATABASE, testSettings } from "@/tests/support/test-settings";

const OLD = "an-old-secret-an-old-secret-an-old-secret";
const NEW = "a-new-secret-a-new-secret-a-new-secret-a-";
const PAGE = { purpose: "flash", of: "/page" } as const;
const inAMinute = () => new Date(now().getTime() + 60_000);

function sealWith(secrets: string): void {
  Object.assign(process.env, testSettings(NO_DATABASE, "/none", "http://localhost"), {
    AUTH_SECRET: secrets,
  });
  forgetEnv();
}

beforeEach(() => sealWith(OLD));

it("a sealed text opens again, and looks different each time", () => {
  const [one, other] = [seal(PAGE, "Écrit", inAMinute()), seal(PAGE, "Écrit", inAMinute())];
  expect([unseal(PAGE, one), unseal(PAGE, other)]).toEqual(["Écrit", "Écrit"]);
  expect(one).not.toBe(other);
  expect(Buffer.from(one, "base64url").toString("latin1")).not.toContain("crit");
});

it("a sealed text opens while the secret is being rotated, and not afterwards", () => {
  const sealed = seal(PAGE, "text", inAMinute());
  sealWith(`${OLD},${NEW}`);
  expect(unseal(PAGE, sealed)).toBe("text");
  sealWith(NEW);
  expect(unseal(PAGE, sealed)).toBeNull();
});

it("a sealed text with any byte changed, moved to something else, or cut, does not open", () => {
  const sealed = seal(PAGE, "text", inAMinute());
  const bytes = Buffer.from(sealed, "base64url");
  for (let index = 0; index < bytes.length; index += 1) {
    const changed = Buffer.from(bytes);
    changed[index] = (changed[index] ?? 0) ^ 1;
    expect(unseal(PAGE, changed.toString("base64url")), String(index)).toBeNull();
    expect(unseal(PAGE, bytes.subarray(0, index).toString("base64url")), String(index)).toBeNull();
  }
  expect(unseal({ ...PAGE, of: "/other" }, sealed)).toBeNull();
});

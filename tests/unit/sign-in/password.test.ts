import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { normalizeIdentifier } from "@/lib/identifier";
import { Busy } from "@/lib/limits/take-turn";
import type { Asker } from "@/lib/limits/turn";
import { passwordFaults } from "@/lib/password-rule";
import { newSecret, sha256Hex } from "@/lib/sha256";
import { newPasswordFaults } from "@/lib/sign-in/password/new-password-faults";
import { hashPassword, verifyPassword } from "@/lib/sign-in/password/password-hash";

const text = fc.string({ unit: "grapheme", maxLength: 300 });

describe("the rule for passwords", () => {
  it("accepts only passwords with 8 characters, an upper-case letter, a digit and a special character", () => {
    fc.assert(
      fc.property(text, (password) => {
        const faults = passwordFaults(password, "");
        const length = [...password.normalize("NFKC")].length;
        expect(faults.includes("too_short")).toBe(length < 8);
        expect(faults.includes("too_long")).toBe(length > 256);
        if (faults.length === 0) expect(password.normalize("NFKC")).toMatch(/\p{Lu}/u);
      }),
    );
    for (const good of ["Abcdef1!", "ÉTÉ-2026", "Ωmega-12", "A1-      ", "Mot de passe n°1"])
      expect(passwordFaults(good, ""), good).toEqual([]);
  });

  it("refuses a password that contains the identifier or its name, in upper or lower case", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z0-9.]{4,12}$/), text, text, (name, before, after) => {
        const password = `${before}${name.toUpperCase()}${after}`;
        expect(passwordFaults(password, name)).toContain("like_identifier");
        expect(passwordFaults(password, `${name}@essai.example`)).toContain("like_identifier");
      }),
    );
    expect(passwordFaults("Abc-12345", "abc@essai.example")).toEqual([]);
  });
});

describe("the check of a new password", () => {
  it("recognises disguised words, for any user", () => {
    for (const known of ["P@ssw0rd!", "M0td3p4$$e!", "P455w0rd!"])
      expect(newPasswordFaults(known, "camille", "noe"), known).toEqual(["breached"]);
    expect(newPasswordFaults("Camille-2026", "noe", "camille")).toEqual(["like_identifier"]);
    expect(newPasswordFaults("Encre-Violette-8", "camille", "noe")).toEqual([]);
  });

  it("takes bounded time for a password made to be slow, and for many identifiers", () => {
    const median = (password: string, ...identifiers: string[]) => {
      const times = Array.from({ length: 9 }, () => {
        const before = process.cpuUsage();
        newPasswordFaults(password, ...identifiers);
        // Their sum, because the system measures only the sum exactly.
        const { user, system } = process.cpuUsage(before);
        return user + system;
      });
      return times.sort((a, b) => a - b)[4] ?? 0;
    };
    const ordinary = median("Givre-Tulipe-Canard-58", "camille");
    // Without the limits, each of these took more than a hundred times as long as an ordinary one.
    for (const word of ["p4$$w0rd", "4b(d3f6h1jklmn0pqr57uvwxy2", "01/01/2001"])
      expect(median(`Aa1!${word.repeat(9).slice(0, 240)}`, "camille"), word).toBeLessThan(25 * ordinary);
    const many = Array.from({ length: 50 }, (_, index) => `compta-${index}`);
    expect(median("Givre-Tulipe-Canard-58", ...many)).toBeLessThan(10 * ordinary);
  });
});

describe("an identifier", () => {
  it("has one normal form for all ways to type it, and that form stays the same", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (typed) => {
        const form = normalizeIdentifier(typed);
        expect(form).not.toContain("\0");
        expect(form.isWellFormed()).toBe(true);
        expect(normalizeIdentifier(` ${typed}\t`)).toBe(form);
      }),
    );
    expect(normalizeIdentifier(" Éva@ESSAI.example ")).toBe(normalizeIdentifier("e\u0301va@essai.example"));
  });
});

const asker: Asker = { owners: ["user:somebody"] };

describe("a password's hash", () => {
  it("is argon2id with its own salt, and matches only its password", async () => {
    const [one, two] = await Promise.all([hashPassword("Secret-1", asker), hashPassword("Secret-1", asker)]);
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(one).not.toBe(two);
    expect(await verifyPassword(one, "Secret-1", asker)).toBe(true);
    expect(await verifyPassword(one, "Secret-2", asker)).toBe(false);
    expect(await verifyPassword(null, "Secret-1", asker)).toBe(false);
  });

  it("matches the password in both Unicode forms of accents", async () => {
    expect(await verifyPassword(await hashPassword("Été-2026", asker), "E\u0301te\u0301-2026", asker)).toBe(
      true,
    );
  });

  it("is refused as busy to a stranger who asks too often at the same time, and to nobody else", async () => {
    const guesser: Asker = { owners: ["network:192.0.2.0/24", "identifier:here somebody"] };
    const guesses = Promise.allSettled(Array.from({ length: 12 }, () => verifyPassword(null, "x", guesser)));
    const others = await Promise.allSettled([
      verifyPassword(null, "x", { owners: ["network:192.0.2.0/24", "identifier:here another"] }),
      verifyPassword(null, "x", { owners: ["network:198.51.100.0/24", "identifier:there somebody"] }),
      verifyPassword(null, "x", { owners: ["user:known"], isKnown: true }),
    ]);
    expect(others.map(({ status }) => status)).toEqual(Array(3).fill("fulfilled"));
    const refused = (await guesses).filter((result) => result.status === "rejected");
    expect(refused).toHaveLength(6);
    for (const result of refused) expect(result.reason).toBeInstanceOf(Busy);
    expect(await verifyPassword(null, "x", guesser)).toBe(false);
  });

  it("that is malformed fails only for its caller, and frees its place", async () => {
    const broken = Array.from({ length: 5 }, () => verifyPassword("not a hash", "x", asker));
    for (const result of await Promise.allSettled(broken)) expect(result.status).toBe("rejected");
    expect(await verifyPassword(await hashPassword("Secret-1", asker), "Secret-1", asker)).toBe(true);
  });
});

describe("a secret", () => {
  it("has 160 random bits behind a prefix", () => {
    const secrets = Array.from({ length: 200 }, () => newSecret("efk"));
    expect(new Set(secrets).size).toBe(200);
    for (const secret of secrets) expect(secret).toMatch(/^efk_[\w-]{27}$/);
    expect(sha256Hex("abc")).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  });
});

import { beforeEach, describe, expect, it } from "vitest";
import { choosePassword } from "@/lib/recovery/choose-password";
import { openToken } from "@/lib/recovery/open-token";
import { resumeSession } from "@/lib/sign-in/session/session";
import { signIn } from "@/lib/sign-in/sign-in";
import { deriveToken } from "@/lib/tokens/mailed-token";
import { editUser } from "@/lib/users/edit-user";
import { resetUserPassword } from "@/lib/users/reset-user-password";
import { actingAs } from "@/tests/integration/users/administration-world";
import { clockAt } from "@/tests/support/clock-file";
import { eventually } from "@/tests/support/eventually";
import {
  asOwner,
  makeAccount,
  makeSupplier,
  PASSWORD,
  type TestAccount,
  type TestSupplier,
} from "@/tests/support/world";
import { askForLink, EMAIL, resetToRecoverableAccount, setEmail, START } from "./recovery-world";

const NEW = "Sillon-Bleu-Vif-9";
let supplier: TestSupplier;
let account: TestAccount;

beforeEach(async () => {
  ({ supplier, account } = await resetToRecoverableAccount());
});

const ask = (email = EMAIL, change: Parameters<typeof askForLink>[2] = {}) =>
  askForLink(supplier, email, change);

/** The secrets of all recovery links, as in their mails. */
async function links(): Promise<string[]> {
  const rows = await asOwner((sql) => sql<{ id: string }[]>`select id from tokens order by id`);
  return rows.map((row) => deriveToken("recovery", row.id));
}

const choose = (secret: string, userId: string, password = NEW, confirmation = password) =>
  choosePassword({ supplierId: supplier.id, secret, userId, password, confirmation });

/** How many connections to this database wait for a lock. */
async function waiting(): Promise<number> {
  const rows = await asOwner(
    (sql) =>
      sql`select from pg_locks join pg_stat_activity using (pid) where not granted and datname = current_database()`,
  );
  return rows.length;
}

async function firstLink(): Promise<string> {
  await ask();
  return (await links())[0] ?? "";
}

it("no older link works after an administrator gives a new first access, used or unused", async () => {
  await ask();
  const [first = ""] = await links();
  clockAt(START + 60_000);
  expect(await choose(first, account.administrator.userId)).toMatchObject({ ok: true });
  await ask();
  const second = (await links()).find((secret) => secret !== first) ?? "";
  clockAt(START + 120_000);
  const acting = await actingAs(account.member);
  const access = { kind: "default_password", password: "Givre-Tulipe-Canard-58" } as const;
  expect(await resetUserPassword(acting, account.administrator.userId, access)).toMatchObject({ ok: true });
  for (const secret of [first, second])
    expect(await openToken(supplier.id, secret)).toMatchObject({ ok: false, reason: "used" });
});

describe("a mailed link", () => {
  it("takes a confirmation that was typed on another keyboard, in another Unicode form", async () => {
    const secret = await firstLink();
    const [composed, decomposed] = ["Sillon-Bleuté-9".normalize("NFC"), "Sillon-Bleuté-9".normalize("NFD")];
    const user = account.administrator.userId;
    expect(await choose(secret, user, composed, "Sillon-Bleute-9")).toMatchObject({ faults: ["different"] });
    expect(await choose(secret, user, composed, decomposed)).toMatchObject({ ok: true });
    const typed = { identifier: account.identifiers.administrator, address: "", userAgent: "" };
    for (const password of [composed, decomposed])
      expect(await signIn({ ...typed, password })).toMatchObject({ ok: true });
  });

  it("shows every identifier of the address and sets the password of the chosen one only", async () => {
    const second = await makeAccount(supplier);
    await setEmail(second, EMAIL);
    const secret = await firstLink();
    const opened = await openToken(supplier.id, secret);
    expect(opened.ok && opened.token.users.map((user) => user.identifier).sort()).toEqual(
      [account.identifiers.administrator, second.identifiers.administrator].sort(),
    );
    expect(await choose(secret, second.administrator.userId)).toMatchObject({
      ok: true,
      identifier: second.identifiers.administrator,
    });
    const attempt = (identifier: string, password: string) =>
      signIn({ identifier, password, address: "", userAgent: "" });
    expect(await attempt(second.identifiers.administrator, NEW)).toMatchObject({ ok: true });
    expect(await attempt(account.identifiers.administrator, NEW)).toMatchObject({ ok: false });
    expect(await attempt(account.identifiers.administrator, PASSWORD)).toMatchObject({ ok: true });
  });

  it("sets the same password for all on request, proves the address and ends their sessions", async () => {
    const second = await makeAccount(supplier);
    await setEmail(second, EMAIL);
    const session = await signIn({
      identifier: account.identifiers.administrator,
      password: PASSWORD,
      address: "",
      userAgent: "",
    });
    const secret = await firstLink();
    expect(await choose(secret, "all")).toMatchObject({ ok: true });
    expect(session.ok && (await resumeSession(session.sessionId))).toBeNull();
    const rows = await asOwner((sql) => sql`select email_verified_at from users where email = ${EMAIL}`);
    expect(rows.every((row) => row.email_verified_at !== null)).toBe(true);
    const mails = await asOwner((sql) => sql`select recipient from mails where kind = 'password_changed'`);
    expect(mails).toHaveLength(1);
  });

  it("works until one of several links is used; then all have ended", async () => {
    await ask();
    await ask();
    const [first = "", second = ""] = await links();
    expect(await openToken(supplier.id, first)).toMatchObject({ ok: true });
    expect(await choose(second, "all")).toMatchObject({ ok: true });
    expect(await openToken(supplier.id, first)).toEqual({ ok: false, reason: "used", email: EMAIL });
    expect(await choose(first, "all", "Autre-Sillon-77")).toMatchObject({ ok: false, reason: "used" });
  });

  it("expires 60 minutes after the provider accepted its mail, and after 24 hours at the latest", async () => {
    const secret = await firstLink();
    clockAt(START + 24 * 3_600_000 - 1_000);
    expect(await openToken(supplier.id, secret)).toMatchObject({ ok: true });
    await asOwner((sql) => sql`update tokens set expires_at = ${new Date(START + 3_600_000).toISOString()}`);
    expect(await openToken(supplier.id, secret)).toMatchObject({
      ok: false,
      reason: "expired",
      email: EMAIL,
    });
    await asOwner((sql) => sql`update tokens set expires_at = null`);
    clockAt(START + 24 * 3_600_000);
    expect(await choose(secret, "all")).toMatchObject({ ok: false, reason: "expired" });
  });

  it("is unknown if damaged, invented or of another supplier", async () => {
    const secret = await firstLink();
    const elsewhere = await makeSupplier();
    for (const wrong of [
      secret.slice(1),
      `${secret}x`,
      secret.replace(/^./, secret.startsWith("A") ? "B" : "A"),
      "",
      "../x",
    ])
      expect(await openToken(supplier.id, wrong)).toEqual({ ok: false, reason: "unknown" });
    expect(await openToken(elsewhere.id, secret)).toEqual({ ok: false, reason: "unknown" });
  });

  it("allows one of fifty simultaneous uses", async () => {
    const secret = await firstLink();
    const results = await Promise.all(
      Array.from({ length: 50 }, (_, index) => choose(secret, "all", `${NEW}${index}`)),
    );
    expect(results.filter((result) => result.ok)).toHaveLength(1);
  });

  it("does not prove an address that an administrator sets while the password is being chosen", async () => {
    const { userId } = account.member;
    await asOwner((sql) => sql`update users set email = ${EMAIL} where id = ${userId}`);
    const secret = await firstLink();
    const acting = await actingAs(account.administrator);
    const choosing = await asOwner((sql) =>
      sql.begin(async (tx) => {
        await tx`select from tokens for update`;
        const choosing = choose(secret, userId);
        await eventually("the choice waits for its link", async () => (await waiting()) > 0);
        const typed = { name: "Lila Montferrand", email: "victime@essai.example" };
        expect(await editUser(acting, userId, typed)).toMatchObject({
          ok: true,
        });
        return { outcome: choosing };
      }),
    );
    expect(await choosing.outcome).toMatchObject({ ok: false, faults: ["nobody_chosen"] });
    const [user] = await asOwner(
      (sql) => sql`select email, email_verified_at, password_changed_at from users where id = ${userId}`,
    );
    expect(user).toMatchObject({ email: "victime@essai.example", email_verified_at: null });
  });

  it("returns every fault of a password, and a refusal does not consume the link", async () => {
    const secret = await firstLink();
    const { userId } = account.administrator;
    expect(await choose(secret, userId, "abc", "abd")).toEqual({
      ok: false,
      reason: "refused",
      faults: ["too_short", "no_upper_case", "no_digit", "no_special", "different"],
    });
    expect(await choose(secret, userId, "Motdepasse1!")).toMatchObject({ faults: ["breached"] });
    expect(await choose(secret, "somebody-else")).toMatchObject({ faults: ["nobody_chosen"] });
    expect(await choose(secret, userId)).toMatchObject({ ok: true });
  });
});

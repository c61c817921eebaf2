import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { GET as dispatch } from "@/app/api/cron/dispatch/route";
import { POST as deposit } from "@/app/api/v1/invoices/route";
import { POST as webhook } from "@/app/api/webhooks/resend/route";
import { withViewer } from "@/lib/access/with-viewer";
import { recordAudit } from "@/lib/audit/record-audit";
import { now } from "@/lib/clock";
import { forgetEnv } from "@/lib/env";
import type { CustomerSession } from "@/lib/sign-in/session/current-session";
import { resumeSession } from "@/lib/sign-in/session/session";
import { changePassword } from "@/lib/users/change-password";
import { setUserStatus } from "@/lib/users/set-user-status";
import { testDatabase } from "@/tests/support/database";
import { makeAccount, makeSupplier, PASSWORD, type TestAccount } from "@/tests/support/world";
import { actingAs } from "../users/administration-world";
import { openSession, tryToSignIn } from "./sign-in-world";

let account: TestAccount;
let printed: string;

beforeEach(async () => {
  await testDatabase().reset();
  account = await makeAccount(await makeSupplier());
  process.env.LOG_LEVEL = "info";
  forgetEnv();
  printed = "";
  vi.spyOn(process.stdout, "write").mockImplementation((text) => ((printed += String(text)), true));
});
afterEach(() => vi.restoreAllMocks());

/** The security events that were logged, without what every line has. */
const events = () =>
  printed
    .split("\n")
    .filter((line) => line.includes('"security":true'))
    .map((line) => {
      const {
        at: _at,
        level: _level,
        security: _security,
        ...rest
      } = JSON.parse(line) as Record<string, unknown>;
      return rest;
    });

describe("a sign-in", () => {
  it("that fails is logged with a digest of the identifier, its user if there is one, and no word that was typed", async () => {
    await tryToSignIn(account.identifiers.member, "Canary-Papier-7");
    await tryToSignIn("canary@essai.example", "Canary-Papier-7", "192.0.2.7");
    const [known, unknown] = events();
    expect(known).toEqual({
      event: "sign_in_failed",
      identifierDigest: expect.stringMatching(/^[0-9a-f]{16}$/),
      network: "",
      subjectId: account.member.userId,
      reason: "wrong",
    });
    expect(unknown).toMatchObject({ event: "sign_in_failed", network: "192.0.2.0/24", reason: "wrong" });
    expect(unknown).not.toHaveProperty("subjectId");
    expect(unknown?.identifierDigest).not.toBe(known?.identifierDigest);
    expect(printed).not.toMatch(/canary/i);
    expect(printed).not.toContain(account.identifiers.member);
  });

  it("that is locked is logged as such, and one that succeeds is not a security event", async () => {
    await tryToSignIn(account.identifiers.member);
    expect(events()).toEqual([]);
    for (let guess = 0; guess < 6; guess += 1) await tryToSignIn(account.identifiers.member, "Faux-Papier-9");
    expect(events().map(({ event }) => event)).toEqual([
      ...Array<string>(5).fill("sign_in_failed"),
      "sign_in_locked",
    ]);
  });
});

describe("a changed access", () => {
  it("is logged with who changed it and for whom, once it is stored", async () => {
    await setUserStatus(await actingAs(account.administrator), account.member.userId, "disabled");
    expect(events()).toEqual([
      {
        event: "access_changed",
        reason: "user_deactivated",
        viewer: "administrator",
        userId: account.administrator.userId,
        subjectId: account.member.userId,
        accountId: account.id,
      },
    ]);
  });

  it("is not logged when the transaction is rolled back", async () => {
    const { member } = account;
    await withViewer(member, async (tx) => {
      await recordAudit(tx, member, { action: "password_changed", subjectId: member.userId, at: now() });
      throw new Error("rolled back");
    }).catch(() => {});
    expect(events()).toEqual([]);
  });

  it("is logged for a password, and so is a current password that is wrong", async () => {
    const session = (await resumeSession(await openSession(account.identifiers.member))) as CustomerSession;
    const chosen = { password: "Encre-Violette-83", confirmation: "Encre-Violette-83" };
    await changePassword(session, { current: "Faux-Papier-9", ...chosen });
    await changePassword(session, { current: PASSWORD, ...chosen });
    expect(events()).toMatchObject([
      { event: "sign_in_failed", reason: "wrong_current", userId: account.member.userId },
      { event: "access_changed", reason: "password_changed", userId: account.member.userId },
    ]);
  });
});

describe("a program", () => {
  const headers = { authorization: "Bearer efk_canary-canary-canary-canary" };
  it.each([
    ["key_refused", deposit, "/api/v1/invoices", "POST"],
    ["scheduler_refused", dispatch, "/api/cron/dispatch", "GET"],
    ["webhook_refused", webhook, "/api/webhooks/resend", "POST"],
  ] as const)(
    "that fails to authenticate is logged as %s, without what it sent",
    async (event, handler, path, method) => {
      const url = `http://localhost${path}?canary`;
      const response = await handler(new Request(url, { method, headers }), {});
      expect(response.status).toBe(401);
      expect(events()).toEqual([{ event, method, path, network: "" }]);
      expect(printed).not.toContain("canary");
    },
  );
});

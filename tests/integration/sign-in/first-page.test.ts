import "next/dist/server/node-environment-baseline";
import { beforeEach, expect, it } from "vitest";
import { rememberUser } from "@/app/[supplier]/remember-user";
import { now } from "@/lib/clock";
import { sealSessionId, SESSION_COOKIE } from "@/lib/http/session-cookie";
import { runAction } from "@/tests/support/server-action";
import { resetToOneAccount, type TestAccount } from "@/tests/support/world";
import { HOUR, openSession } from "./sign-in-world";

let account: TestAccount;

beforeEach(async () => {
  ({ account } = await resetToOneAccount());
});

it("after signing in is the list, also where the new cookie cannot be read or its session has ended", async () => {
  const sealed = (id: string) => sealSessionId(id, new Date(now().getTime() + HOUR), now());
  const cookies = {
    open: await sealed(await openSession(account.identifiers.member)),
    ended: await sealed("0197fd3a-0000-7000-8000-000000000000"),
    unreadable: "not-ours",
    missing: null,
  };
  for (const [name, value] of Object.entries(cookies)) {
    const cookie = value === null ? "" : `${SESSION_COOKIE}=${value}`;
    expect((await runAction(rememberUser, { cookie })).result, name).toBe("/invoices");
  }
});

import { endOf } from "@/lib/mails/record-outcome";
import { dispatchMails } from "@/lib/mails/dispatch-mails";
import { forgetTransport } from "@/lib/mails/transport";
import { listMailbox } from "@/lib/mails/list-mailbox";
import { openToken } from "@/lib/recovery/open-token";
import { requestRecovery } from "@/lib/recovery/request-recovery";
import { setClock } from "@/tests/support/clock-file";
import { testDatabase } from "@/tests/support/database";
import { asOwner, makeAccount, makeSupplier, type TestSupplier } from "@/tests/support/world";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";

const START = Date.parse("2026-11-23T08:00:00Z");
const EMAIL = "compta@essai.example";
let supplier: TestSupplier;

const clockAt = (ms: number) => setClock(process.env.CLOCK_FILE ?? "", new Date(ms));
const soon = () => new Date(START + 365 * 86_400_000);

beforeEach(async () => {
  clockAt(START);
  await testDatabase().reset();
  await forgetTransport();
  rmSync(join(process.env.DATA_DIR ?? "", "mailbox"), { recursive: true, force: true });
  supplier = await makeSupplier();
  const account = await makeAccount(supplier);
  await asOwner((sql) => sql`update users set email = ${EMAIL} where id = ${account.administrator.userId}`);
});

const ask = () =>
  requestRecovery({
    supplier: { id: supplier.id, recoveryAnswer: "explicit" },
    email: EMAIL,
    address: "",
    locale: "fr",
  });

describe("the dispatcher", () => {
  it("sends what is due once, with a link that opens, and starts its 60 minutes", async () => {
    await ask();
    expect(await dispatchMails(soon())).toEqual({ sent: 1, queued: 0, dead: 0, uncertain: 0 });
    expect(await dispatchMails(soon())).toEqual({ sent: 0, queued: 0, dead: 0, uncertain: 0 });
    const [mail, ...others] = await listMailbox(10, EMAIL);
    expect(others).toEqual([]);
    const secret = /\/reset\/([\w-]{43})/.exec(mail?.html ?? "")?.[1] ?? "";
    expect(await openToken(supplier.id, secret)).toMatchObject({
      ok: true,
      token: { expiresAt: new Date(START + 3_600_000) },
    });
    expect(mail?.text).toContain(secret);
  });

  it("sends each mail once when eight dispatchers run side by side", async () => {
    for (let at = 0; at < 5; at += 1) await ask();
    const counts = await Promise.all(Array.from({ length: 8 }, () => dispatchMails(soon())));
    expect(counts.reduce((sum, { sent }) => sum + sent, 0)).toBe(5);
    expect(await listMailbox(50, EMAIL)).toHaveLength(5);
  });

  it("takes up a mail again whose sender died, under the same key, after its lease", async () => {
    await ask();
    await asOwner(
      (sql) =>
        sql`update mails set state = 'sending', tries = 1, leased_until = ${new Date(START + 60_000).toISOString()}`,
    );
    expect(await dispatchMails(soon())).toMatchObject({ sent: 0 });
    clockAt(START + 61_000);
    expect(await dispatchMails(soon())).toMatchObject({ sent: 1 });
  });
});

describe("what an outcome makes of a mail", () => {
  const mail = { tries: 1, createdAt: new Date(START), wasInterrupted: false } as Parameters<typeof endOf>[0];
  const unknown = { kind: "unknown", afterMs: null, reason: "timeout" } as const;
  const retry = { kind: "retry", afterMs: null, reason: "429" } as const;
  const refused = { kind: "refused", reason: "550", isRecipientToBlame: true } as const;
  const at = (hours: number) => new Date(START + hours * 3_600_000);

  it.each([
    ["accepted is sent", mail, { kind: "accepted", messageIds: ["1"] } as const, true, 0, "sent"],
    ["an unknown one is asked again under its key", mail, unknown, true, 22, "queued"],
    ["an unknown one older than the provider's memory is uncertain", mail, unknown, true, 23, "uncertain"],
    ["an unknown one without keys is uncertain at once", mail, unknown, false, 0, "uncertain"],
    ["a busy provider is asked again", mail, retry, true, 0, "queued"],
    ["the twelfth busy answer is the last", { ...mail, tries: 12 }, retry, true, 0, "dead"],
    ["a refusal is final", mail, refused, true, 0, "dead"],
    [
      "a refusal after an interrupted try proves nothing",
      { ...mail, wasInterrupted: true },
      refused,
      true,
      0,
      "uncertain",
    ],
  ])("%s", (_name, claimed, outcome, isIdempotent, hours, end) => {
    expect(endOf(claimed, outcome, isIdempotent, at(hours))).toBe(end);
  });
});

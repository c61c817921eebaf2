import { beforeEach, describe, expect, it } from "vitest";
import { now } from "@/lib/clock";
import { dispatchMails } from "@/lib/mails/outbox/dispatch-mails";
import { listMailbox } from "@/lib/mails/transports/list-mailbox";
import { choosePassword } from "@/lib/recovery/choose-password";
import { openToken } from "@/lib/recovery/open-token";
import { requestRecovery } from "@/lib/recovery/request-recovery";
import { hasSecondFactor } from "@/lib/sign-in/second-factor/find-second-factor";
import { deriveToken } from "@/lib/tokens/mailed-token";
import { changeUser, tryToSignIn } from "@/tests/integration/sign-in/sign-in-world";
import { testDatabase } from "@/tests/support/database";
import { emptyMailbox } from "@/tests/support/empty-mailbox";
import { asOwner, makeStaff, makeSupplier, type TestSupplier } from "@/tests/support/world";

const EMAIL = "astreinte@essai.example";
let supplier: TestSupplier;
let operator: string;

beforeEach(async () => {
  await testDatabase().reset();
  await emptyMailbox();
  supplier = await makeSupplier();
  operator = (await makeStaff("operator", null)).identifier;
  await changeUser(operator, { email: EMAIL });
});

const ask = (email: string, id: string | null = null) =>
  requestRecovery({ supplier: { id, recoveryAnswer: "neutral" }, email, address: "", locale: "fr" });

const made = async () => {
  const [row] = await asOwner(
    (sql) => sql`
      select (select count(*)::int from tokens) as tokens, (select count(*)::int from mails) as mails,
        (select id from tokens order by id limit 1) as token`,
  );
  return row as { tokens: number; mails: number; token: string };
};

describe("the recovery of an operator", () => {
  it("mails a link in the installation's name, with which the operator chooses a password and keeps the second factor", async () => {
    expect(await ask(EMAIL)).toBe("neutral");
    const secret = deriveToken("recovery", (await made()).token);
    await dispatchMails(new Date(now().getTime() + 60_000));
    const [mail] = await listMailbox(5);
    expect(mail).toMatchObject({ to: EMAIL, from: expect.stringContaining("E-Facture") as unknown });
    expect(mail?.text).toContain(`/reset/${secret}`);
    expect(await openToken(supplier.id, secret)).toMatchObject({ ok: false, reason: "unknown" });
    const password = "Sillon-Bleu-Vif-9";
    const choice = { secret, userId: "all", password, confirmation: password };
    expect(await choosePassword({ ...choice, supplierId: supplier.id })).toMatchObject({ reason: "unknown" });
    expect(await choosePassword({ ...choice, supplierId: null })).toMatchObject({
      ok: true,
      identifier: operator,
    });
    expect(await choosePassword({ ...choice, supplierId: null })).toMatchObject({ reason: "used" });
    const entered = await tryToSignIn(operator, password);
    expect(entered.ok && (await hasSecondFactor(entered.userId))).toBe(true);
    await dispatchMails(new Date(now().getTime() + 60_000));
    expect((await listMailbox(5))[0]?.to).toBe(EMAIL);
    expect((await made()).mails).toBe(2);
  });

  it("finds operators only, and a supplier's page finds none", async () => {
    const adviser = (await makeStaff("adviser", supplier)).identifier;
    await changeUser(adviser, { email: "conseil@essai.example" });
    expect(await ask("conseil@essai.example")).toBe("neutral");
    expect(await ask("personne@essai.example")).toBe("neutral");
    expect(await ask(EMAIL, supplier.id)).toBe("neutral");
    expect(await made()).toMatchObject({ tokens: 0, mails: 0 });
  });
});

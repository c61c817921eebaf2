import { beforeEach, describe, expect, it } from "vitest";
import { now } from "@/lib/clock";
import { DAY_MS } from "@/lib/durations";
import { dispatchMails } from "@/lib/mails/outbox/dispatch-mails";
import { listMailbox } from "@/lib/mails/transports/list-mailbox";
import { makeNotificationMails } from "@/lib/notifications/make-notification-mails";
import { changeSupplier } from "@/lib/operators/change-supplier";
import { requestRecovery } from "@/lib/recovery/request-recovery";
import { resumeSession } from "@/lib/sign-in/session/session";
import { MINUTE, openSession, passTime, tryToSignIn } from "@/tests/integration/sign-in/sign-in-world";
import { addColleague, type StaffPerson } from "@/tests/integration/users/staff-world";
import { emptyMailbox } from "@/tests/support/empty-mailbox";
import {
  asOwner,
  makeAccount,
  makeSupplier,
  type TestAccount,
  type TestSupplier,
} from "@/tests/support/world";
import { depositOne, putCustomer } from "./first-deposit";
import { makeOperatorWorld, operatorEvents, type SignedInOperator } from "./operator-world";

let operator: SignedInOperator;
let supplier: TestSupplier;
let manager: StaffPerson;
let customer: TestAccount;
beforeEach(async () => {
  operator = await makeOperatorWorld();
  await emptyMailbox();
  supplier = await makeSupplier();
  manager = await addColleague("manager", supplier);
  customer = await makeAccount(supplier);
});

const suspend = () => changeSupplier(operator, supplier.id, "suspend");
const resume = () => changeSupplier(operator, supplier.id, "resume");
const dispatch = () => dispatchMails(new Date(now().getTime() + DAY_MS));
const isOpen = async (session: string) => (await resumeSession(session)) !== null;

describe("a suspended supplier", () => {
  it("has keys that answer 403, and 201 again afterwards", async () => {
    expect(await putCustomer(supplier.key)).toBe(201);
    expect(await suspend()).toMatchObject({ ok: true, isNew: true });
    expect([await putCustomer(supplier.key), await depositOne(supplier.key)]).toEqual([403, 403]);
    expect(await suspend()).toMatchObject({ ok: true, isNew: false });
    expect(await resume()).toMatchObject({ ok: true, isNew: true });
    expect(await depositOne(supplier.key)).toBe(201);
    expect(await operatorEvents()).toEqual(["operator supplier_resumed", "operator supplier_suspended"]);
  });

  it("has staff who cannot sign in and whose open sessions end; others are not concerned", async () => {
    const other = await makeSupplier();
    const colleague = await addColleague("manager", other);
    const [session, otherSession, reading] = [
      await openSession(manager.identifier),
      await openSession(colleague.identifier),
      await openSession(customer.identifiers.administrator),
    ];
    await suspend();
    expect(await isOpen(session)).toBe(false);
    expect(await tryToSignIn(manager.identifier)).toMatchObject({ ok: false, reason: "wrong" });
    expect(await isOpen(otherSession)).toBe(true);
    expect(await isOpen(reading)).toBe(true);
    expect(await tryToSignIn(customer.identifiers.member)).toMatchObject({ ok: true });
    await resume();
    expect(await tryToSignIn(manager.identifier)).toMatchObject({ ok: true });
  });

  it("sends no mail but what a customer asks for; what waited leaves once it works again", async () => {
    await putCustomer(supplier.key);
    await depositOne(supplier.key);
    await makeNotificationMails(now());
    await suspend();
    expect(await dispatch()).toMatchObject({ sent: 0 });
    const address = "compta@client.example";
    await requestRecovery({
      ...{
        supplier: { id: supplier.id, recoveryAnswer: "explicit" },
        email: address,
        address: "",
        locale: "fr",
      },
    });
    expect(await dispatch()).toMatchObject({ sent: 1 });
    expect(await listMailbox(10, address)).toHaveLength(1);
    passTime(3 * MINUTE);
    await resume();
    expect(await dispatch()).toMatchObject({ sent: 2 });
    expect(await dispatch()).toMatchObject({ sent: 0 });
    const kinds = await asOwner((sql) => sql`select kind from mails where state = 'sent' order by kind`);
    expect(kinds.map(({ kind }) => kind)).toEqual(["activation", "notification_link", "recovery"]);
  });
});

it("suspending needs fresh proof, and a supplier that exists", async () => {
  expect(await changeSupplier(operator, "x", "suspend")).toMatchObject({ reason: "not_found" });
  passTime(6 * MINUTE);
  expect(await suspend()).toMatchObject({ reason: "proof_needed" });
  expect(await changeSupplier("command_line", supplier.id, "suspend")).toMatchObject({ ok: true });
  expect(await operatorEvents()).toEqual(["job supplier_suspended"]);
});

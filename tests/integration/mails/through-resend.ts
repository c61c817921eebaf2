import { afterAll, beforeEach } from "vitest";
import { type ResendStub, startResendStub } from "@/tests/support/resend-stub";
import { startWithEmptyOutbox } from "./outbox";
import { sendThrough } from "./send-through";

/** For all tests of a file: an empty outbox, and mails are sent through a stub of the provider that accepts everything. */
export async function throughResend(): Promise<ResendStub> {
  const resend = await startResendStub();
  beforeEach(async () => {
    await startWithEmptyOutbox();
    await sendThrough("resend", resend.url);
    resend.accepted.splice(0);
    resend.decide(() => null);
  });
  afterAll(async () => {
    await sendThrough("mailbox");
    await resend.close();
  });
  return resend;
}

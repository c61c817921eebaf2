import { startResendStub } from "@/tests/support/resend-stub";

export interface StubOrder {
  /** How long it takes to answer from now on. */
  answerMs?: number;
}

export interface StubState {
  url: string;
  mails: number;
  requests: number;
}

// The provider in a separate process, so that its work is not measured as ours.
const stub = await startResendStub({ keepMails: false });
const state = (): StubState => ({ url: stub.url, ...stub.counts });
process.on("message", ({ answerMs }: StubOrder) => {
  if (answerMs !== undefined) stub.answerAfter(answerMs);
  process.send?.(state());
});
process.on("disconnect", () => process.exit());
process.send?.(state());

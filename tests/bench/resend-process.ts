import { startResendStub } from "@/tests/support/resend-stub";

// The provider, in a process of its own so that its work does not count as ours.
const stub = await startResendStub({ keepMails: false });
const tell = () => process.send?.({ url: stub.url, ...stub.counts });
process.on("message", tell);
process.on("disconnect", () => process.exit());
tell();

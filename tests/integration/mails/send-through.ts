import { forgetEnv } from "@/lib/env";
import { forgetTransport } from "@/lib/mails/transports/open-transport";
import { STUB_KEY } from "@/tests/support/resend-stub";

/** From now on the portal sends its mails through this transport: a stub at `url`, or the mailbox. */
export async function sendThrough(transport: "resend" | "smtp" | "mailbox", url = ""): Promise<void> {
  process.env.EMAIL_TRANSPORT = transport;
  if (transport === "resend") Object.assign(process.env, { RESEND_API_KEY: STUB_KEY, RESEND_BASE_URL: url });
  if (transport === "smtp") process.env.SMTP_URL = url;
  forgetEnv();
  await forgetTransport();
}

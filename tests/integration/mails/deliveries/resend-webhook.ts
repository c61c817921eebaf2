import { POST } from "@/app/api/webhooks/resend/route";
import { forgetEnv } from "@/lib/env";

/** Sets RESEND_WEBHOOK_SECRET for the process; null unsets it. */
export function setWebhookSecret(value: string | null): void {
  if (value === null) delete process.env.RESEND_WEBHOOK_SECRET;
  else process.env.RESEND_WEBHOOK_SECRET = value;
  forgetEnv();
}

export async function sendWebhook(request: Request): Promise<{ status: number; outcome: unknown }> {
  const response = await POST(request, {});
  const answer = (await response.json()) as { outcome?: unknown };
  return { status: response.status, outcome: answer.outcome };
}

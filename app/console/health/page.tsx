import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { HealthPage } from "@/components/console/health/health-page";
import { openHealth } from "@/lib/health/open-health";
import { readFlash } from "@/lib/http/flash";
import { requireOperator } from "@/lib/sign-in/session/current-session";
import { ConsoleShell } from "../console-shell";
import { settleMailAction } from "./settle-mail-action";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("console.health"))("title") };
}

export default async function Page() {
  const session = await requireOperator();
  const [health, { result }] = await Promise.all([openHealth(session.viewer), readFlash("/console/health")]);
  return (
    <ConsoleShell session={session} section="health">
      <HealthPage health={health} timeZone="Europe/Paris" result={result} settleMail={settleMailAction} />
    </ConsoleShell>
  );
}

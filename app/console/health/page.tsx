import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { HealthPage } from "@/components/console/health/health-page";
import { openHealth } from "@/lib/health/open-health";
import { requireOperator } from "@/lib/sign-in/session/current-session";
import { ConsoleShell } from "../console-shell";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("console.health"))("title") };
}

export default async function Page() {
  const session = await requireOperator();
  return (
    <ConsoleShell session={session} section="health">
      <HealthPage health={await openHealth(session.viewer)} timeZone="Europe/Paris" />
    </ConsoleShell>
  );
}

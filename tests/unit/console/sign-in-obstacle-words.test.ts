import { createTranslator } from "next-intl";
import { describe, expect, it } from "vitest";
import { obstacleWords } from "@/components/console/account/sign-in-obstacle-words";
import type { SignInObstacle } from "@/lib/accounts/one/people/sign-in-obstacle";
import messages from "@/messages/fr.json";

const NOW = new Date("2026-11-23T08:41:10.000Z");
const t = createTranslator({ locale: "fr", messages, namespace: "console.account.access" });
const statuses = createTranslator({ locale: "fr", messages, namespace: "recentMails.statuses" });

const words = (obstacle: SignInObstacle) =>
  obstacleWords(obstacle, t as never, statuses as never, {
    locale: "fr",
    timeZone: "Europe/Paris",
    now: NOW,
  });

describe("the end of a block, after wrong passwords", () => {
  it.each([
    ["2026-11-23T08:41:10.900Z", "bloqué encore 1 seconde"],
    ["2026-11-23T08:41:42.000Z", "bloqué encore 32 secondes"],
    // Within a minute of the clock, but more than sixty seconds away.
    ["2026-11-23T08:42:10.000Z", "bloqué jusqu’à 09:43"],
    ["2026-11-23T08:56:00.000Z", "bloqué jusqu’à 09:56"],
    ["2026-11-23T22:59:30.000Z", "bloqué jusqu’au 24/11/2026 à 00:00"],
    ["2026-11-24T07:10:00.000Z", "bloqué jusqu’au 24/11/2026 à 08:10"],
  ])("at %s is said as « %s »", (until, said) => {
    const text = words({ kind: "blocked", until: new Date(until), attempts: 6 });
    expect(text.split(",")[0]).toBe(said);
  });
});

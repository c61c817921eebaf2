import { setPriority } from "node:os";
import type { Target } from "./attacked-portal";
import { attacksOn } from "./attacks";

/** The orders for the process that attacks, and its answers. */
export type Order = { kind: "begin"; portal: Target; attack: string } | { kind: "end" };
export type Answer = { kind: "ready" } | { kind: "begun" } | { kind: "ended"; report: string };

/*
 * Real attackers use other machines. This process shares the cores with the portal, so it runs with the lowest
 * priority: it uses only the time that the portal leaves, and its own work does not delay the portal.
 */
setPriority(19);

let end: () => Promise<string> = async () => "";

async function obey(order: Order): Promise<Answer> {
  if (order.kind === "end") return { kind: "ended", report: await end() };
  const attack = (await attacksOn(order.portal)).find(({ name }) => name === order.attack);
  if (!attack) throw new Error(`There is no attack « ${order.attack} ».`);
  end = await attack.begin();
  return { kind: "begun" };
}

const reply = (answer: Answer) => process.connected && process.send?.(answer, undefined, {}, () => {});
process.on("disconnect", () => process.exit(0));
process.on("message", (order: Order) => {
  obey(order).then(reply, (error: unknown) => {
    console.error(error);
    process.exit(1);
  });
});
reply({ kind: "ready" });

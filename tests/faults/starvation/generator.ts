import { setPriority } from "node:os";
import type { Target } from "./attacked-portal";
import { attacksOn } from "./attacks";

/** What the process that attacks is told, and what it answers. */
export type Order = { kind: "begin"; portal: Target; attack: string } | { kind: "end" };
export type Answer = { kind: "ready" } | { kind: "begun" } | { kind: "ended"; held: string };

/*
 * Attackers have machines of their own. This one shares its cores with the portal, so it runs with the lowest priority:
 * it takes the time that the portal leaves, and does not delay the portal by its own work.
 */
setPriority(19);

let end: () => Promise<string> = async () => "";

async function obey(order: Order): Promise<Answer> {
  if (order.kind === "end") return { kind: "ended", held: await end() };
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

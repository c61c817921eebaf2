import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { text } from "node:stream/consumers";
import { beforeAll, expect, it } from "vitest";
import { asOwner } from "@/tests/support/world";
import { makeOperatorWorld, operatorEvents, type SignedInOperator } from "./operator-world";

const { scripts } = JSON.parse(readFileSync("package.json", "utf8")) as { scripts: Record<string, string> };

/** What `npm run COMMAND -- ARGS` runs, in a process of its own: its exit code, and what it printed. */
async function run(command: "supplier" | "staff", ...args: string[]) {
  const [program, ...first] = (scripts[command] ?? "").split(" ");
  expect(program).toBe("node");
  const child = spawn(process.execPath, [...first, ...args], {
    env: { ...process.env, EMBEDDED: "false", APP_URL: "https://factures.example" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const code = new Promise<number | null>((resolve) => child.once("close", resolve));
  const [printed, failed] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return { code: await code, printed, failed };
}

let operator: SignedInOperator;
beforeAll(async () => {
  operator = await makeOperatorWorld();
});

const suspendedAt = async () =>
  (await asOwner((sql) => sql`select suspended_at from suppliers where slug = 'nord'`))[0]?.suspended_at;
const invitations = async () =>
  (await asOwner((sql) => sql`select recipient from mails where kind = 'invitation' order by recipient`)).map(
    ({ recipient }) => String(recipient),
  );

it("npm run supplier creates a supplier with its first manager, suspends and resumes it", async () => {
  const wanted = ["--slug", "nord", "--name", "Loueur du Nord", "--contact", "clients@nord.example"];
  const created = await run(
    "supplier",
    ...["create", ...wanted, "--manager", "ines@nord.example", "--manager-name", "Inès Morel"],
  );
  expect(created).toMatchObject({ code: 0, printed: expect.stringContaining("Created /nord.") });
  expect(created.printed).toContain("ines@nord.example");
  expect(await invitations()).toEqual(["ines@nord.example"]);

  const suspended = await run("supplier", "suspend", "nord");
  expect(suspended).toEqual({ code: 0, printed: "Done: suspend nord.\n", failed: "" });
  expect(await suspendedAt()).toBeInstanceOf(Date);
  expect(await run("supplier", "resume", "nord")).toMatchObject({ code: 0, printed: "Done: resume nord.\n" });
  expect(await suspendedAt()).toBeNull();
  expect(await operatorEvents()).toEqual(
    expect.arrayContaining(["job supplier_created", "job supplier_suspended", "job supplier_resumed"]),
  );
});

it("npm run staff invites staff and resets a second factor, and says what it cannot do", async () => {
  const invite = (supplier: string) =>
    run("staff", "invite", "--supplier", supplier, "--role", "adviser", "--email", "leo@nord.example");
  const [invited, unknown, reset] = await Promise.all([
    invite("nord"),
    invite("sud"),
    run("staff", "reset-second-factor", operator.identifier),
  ]);
  expect(invited).toMatchObject({ code: 0, printed: expect.stringContaining("leo@nord.example") });
  expect(await invitations()).toEqual(["ines@nord.example", "leo@nord.example"]);
  expect(unknown).toEqual({ code: 1, printed: "", failed: "No supplier has this slug.\n" });
  expect(reset).toMatchObject({ code: 0, printed: expect.stringContaining("then enrols again") });
  expect(
    await asOwner((sql) => sql`select from second_factors where user_id = ${operator.viewer.userId}`),
  ).toEqual([]);
  expect(await operatorEvents()).toContain("job second_factor_reset");
});

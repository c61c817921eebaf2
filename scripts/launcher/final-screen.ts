import { bold, dim } from "@/scripts/launcher/steps.mjs";
import type { DemoFile } from "./demo-file";

/** Returns the text that `npm start` shows when everything runs: the addresses, and the users to sign in as. */
export function finalScreen(url: string, demo: DemoFile | null, hint: string): string {
  const lines = ["", field("Portal", bold(url))];
  if (demo) {
    lines.push(field("Mailbox", demo.mailboxUrl), "", ...userTable(demo), "", ...keyTable(demo));
  }
  return [...lines, "", `  ${dim(hint)}`, "", ""].join("\n");
}

function field(label: string, value: string): string {
  return `  ${label.padEnd(12)}${value}`;
}

function userTable({ users }: DemoFile): string[] {
  const hasCode = users.some((user) => user.totpSecret);
  const head = ["Sign in as", "Password", "Role", "Portal", "Company", ...(hasCode ? ["Second factor"] : [])];
  const rows = users.map((user) => [
    user.identifier,
    user.password,
    user.role,
    user.supplier ? `/${user.supplier}` : "/",
    user.company ?? "",
    ...(hasCode ? [user.totpSecret ?? ""] : []),
  ]);
  return table(head, rows);
}

function keyTable({ supplierKeys }: DemoFile): string[] {
  return table(
    ["Supplier key", ""],
    Object.entries(supplierKeys).map(([slug, key]) => [slug, key]),
  );
}

function table(head: string[], rows: string[][]): string[] {
  const widths = head.map((name, index) =>
    Math.max(name.length, ...rows.map((row) => row[index]?.length ?? 0)),
  );
  const line = (cells: string[]) =>
    `  ${cells.map((cell, index) => cell.padEnd(widths[index] ?? 0)).join("   ")}`.trimEnd();
  return [dim(line(head)), dim(line(widths.map((width) => "─".repeat(width)))), ...rows.map(line)];
}

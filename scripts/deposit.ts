import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { openReport, type ReportLine } from "./deposit/deposit-report";
import { findInvoiceFiles } from "./deposit/find-invoice-files";
import { findTarget } from "./deposit/find-target";
import { sendFile } from "./deposit/send-file";
import { begin, bold, dim, done, fail, progress, title } from "./launcher/steps.mjs";

const USAGE = `
  npm run deposit -- --supplier SLUG PATH…

  Deposits PDF and XML files, and those in folders, through the portal's API. Running it again does nothing twice.

    --supplier SLUG     whose invoices these are
    --customer NUMBER   the customer of files that name none
    --confirm-buyer     the buyer's SIREN may differ from the account's
    --dry-run           read the files and say what they hold; store nothing
    --report FILE       where the report goes (default: deposit-report.csv)
    --url URL, --key KEY   the portal and its key (default: the one npm start runs here)
    --parallel N        files under way at once (default 4)
`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    supplier: { type: "string" },
    customer: { type: "string" },
    "confirm-buyer": { type: "boolean", default: false },
    "dry-run": { type: "boolean", default: false },
    report: { type: "string", default: "deposit-report.csv" },
    url: { type: "string" },
    key: { type: "string" },
    parallel: { type: "string", default: "4" },
    help: { type: "boolean", default: false },
  },
});

process.exitCode = await main();

async function main(): Promise<number> {
  if (values.help || !values.supplier || positionals.length === 0) {
    console.log(USAGE);
    return values.help ? 0 : 2;
  }
  const target = findTarget({ supplier: values.supplier, url: values.url, key: values.key });
  if (!target.ok) {
    console.error(`\n  ${target.detail}\n`);
    return 2;
  }
  const found = await findInvoiceFiles(positionals);
  if (found.missing.length > 0) {
    console.error(`\n  There is no file or folder ${found.missing.join(", ")}.\n`);
    return 2;
  }
  title(`${values["dry-run"] ? "Reading" : "Depositing"} ${found.files.length} files as ${values.supplier}`);
  const lines = await sendAll(found.files, target);
  return summarize(lines, found.files.length, found.ignored);
}

async function sendAll(files: string[], target: { url: string; key: string }): Promise<ReportLine[]> {
  const report = openReport(values.report);
  const metadata = { customerNumber: values.customer, confirmBuyer: values["confirm-buyer"] || undefined };
  const lines: ReportLine[] = [];
  const startedAt = Date.now();
  let stopping = false;
  const stop = () => (stopping = true);
  process.once("SIGINT", stop).once("SIGTERM", stop);
  begin("Files");

  const queue = files.values();
  const work = async () => {
    for (const path of queue) {
      const line = await sendFile({ ...target, path, metadata, dryRun: values["dry-run"] });
      lines.push(line);
      report.write(line);
      const rate = lines.length / ((Date.now() - startedAt) / 1000);
      progress(`${lines.length} of ${files.length}  ${rate.toFixed(1)} files/s`, lines.length / files.length);
      if (stopping) return;
    }
  };
  const parallel = Math.max(1, Math.min(16, Number(values.parallel) || 4));
  await Promise.all(Array.from({ length: parallel }, work));
  report.close();

  const seconds = (Date.now() - startedAt) / 1000;
  const rate = `${(lines.length / Math.max(seconds, 0.001)).toFixed(1)} files/s`;
  if (lines.length < files.length)
    fail(`stopped after ${lines.length} of ${files.length}; run it again to continue`);
  else done(`${lines.length} in ${seconds.toFixed(1)} s, ${rate}`);
  return lines;
}

function summarize(lines: ReportLine[], fileCount: number, ignored: number): number {
  const count = (result: ReportLine["result"]) => lines.filter((line) => line.result === result).length;
  const show = (label: string, number: number, note = "") => {
    if (number > 0) console.log(`    ${String(number).padStart(6)}  ${label}${note ? dim(`  ${note}`) : ""}`);
  };
  console.log("");
  show("accepted", count("accepted"));
  show("read, nothing stored", count("dry_run"));
  show("already there", count("already_there"), "the same file for the same customer");
  show("in conflict", count("conflict"), "another file has the number, or the file is another customer's");
  show("refused", count("refused"));
  show("failed", count("failed"), "the portal could not be reached; run it again");
  show("ignored", ignored, "neither .pdf nor .xml");

  const reasons = new Map<string, number>();
  for (const line of lines) if (line.reason) reasons.set(line.reason, (reasons.get(line.reason) ?? 0) + 1);
  if (reasons.size > 0) console.log(`\n  ${bold("Why")}`);
  for (const [reason, number] of [...reasons].sort((a, b) => b[1] - a[1])) show(reason, number);
  console.log(`\n  ${dim(`One line per file: ${resolve(values.report)}`)}\n`);
  const succeeded = count("accepted") + count("already_there") + count("dry_run");
  return succeeded === fileCount ? 0 : 1;
}

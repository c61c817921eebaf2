import { migrate } from "@/db/migrate";
import { forgetEnv } from "@/lib/env";
import { fillDigests } from "@/tests/support/fill-digests";
import { STUB_KEY } from "@/tests/support/resend-stub";
import { loadavg } from "node:os";
import postgres from "postgres";
import { startProcess } from "./bench-process";
import type { DigestAnswer, DigestOrder } from "./digest-process";
import { throwAwayDatabase } from "./throw-away-database";

const RECIPIENTS = 10_000;
const FEW = 2_000;
const INVOICES_EACH = 3;

interface Stub {
  url: string;
  mails: number;
  requests: number;
}

/**
 * Digests of three invoices each, made and sent through the provider's stub, which runs in a process of its own; beside
 * what two references do in the same run: JSON and POST of ready-made mails alone, and one React Email render per mail.
 * CPU is that of the sending processes.
 */
export async function benchDigest([recipients = RECIPIENTS]: number[] = []): Promise<void> {
  const stub = await startProcess<object, Stub>("./resend-process.ts");
  process.env.RESEND_BASE_URL = stub.ready.url;
  try {
    console.log(
      `\ndigest: ${INVOICES_EACH} invoices each, load of the machine ${loadavg()[0]?.toFixed(1)}\n`,
    );
    console.log(
      "                                 mails   mails/s   mails/CPU s   CPU ms/mail   peak growth MB",
    );
    const post = await reference("post", recipients);
    const render = await reference("render", FEW);
    await makeAndSend(FEW, 1, stub);
    const one = await makeAndSend(recipients, 1, stub);
    const two = await makeAndSend(recipients, 2, stub);
    const rate = ({ done, ms }: DigestAnswer) => done / (ms / 1000);
    const perCpu = ({ done, cpuMs }: DigestAnswer) => done / (cpuMs / 1000);
    console.log(`
  making and sending a digest, mails a CPU second, against one HTML render: ${(perCpu(one) / perCpu(render)).toFixed(2)} (bar: 1.00)
  against JSON and POST alone: ${(perCpu(one) / perCpu(post)).toFixed(2)}
  two processes against one, mails a second: ${(rate(two) / rate(one)).toFixed(2)} (aim: nearly 2 on two idle cores)`);
  } finally {
    stub.end();
  }
}

async function reference(step: "post" | "render", count: number): Promise<DigestAnswer> {
  const process = await startProcess<DigestOrder, DigestAnswer>("./digest-process.ts");
  await process.ask({ step, count: FEW / 10 });
  const answer = await process.ask({ step, count });
  process.end();
  line(step === "post" ? "JSON + POST, ready-made" : "React Email render, HTML", answer);
  return answer;
}

/** A fresh database, so that every run does the same. */
async function makeAndSend(
  recipients: number,
  count: number,
  stub: { ask(order: object): Promise<Stub> },
): Promise<DigestAnswer> {
  const database = await throwAwayDatabase();
  Object.assign(process.env, { EMAIL_TRANSPORT: "resend", RESEND_API_KEY: STUB_KEY });
  try {
    await migrate(database.ownerUrl);
    await database.grantLogin();
    await fill(database.ownerUrl, recipients);
    const workers = await Promise.all(
      Array.from({ length: count }, () => startProcess<DigestOrder, DigestAnswer>("./digest-process.ts")),
    );
    const before = (await stub.ask({})).mails;
    const steps: DigestAnswer[] = [];
    for (const step of ["make", "send"] as const) {
      const answers = await Promise.all(workers.map((worker) => worker.ask({ step, count: recipients })));
      steps.push(together(answers));
      line(`${step}, ${count === 1 ? "one process" : `${count} processes`}`, together(answers));
    }
    workers.forEach((worker) => worker.end());
    const sent = (await stub.ask({})).mails - before;
    if (sent !== recipients) throw new Error(`${sent} of ${recipients} mails were sent.`);
    const [make, send] = steps;
    if (!make || !send) throw new Error("Nothing was measured.");
    const whole = { ...send, ms: make.ms + send.ms, cpuMs: make.cpuMs + send.cpuMs };
    line("  both", { ...whole, growth: Math.max(make.growth, send.growth) });
    return whole;
  } finally {
    forgetEnv();
    await database.remove();
  }
}

async function fill(ownerUrl: string, recipients: number): Promise<void> {
  const owner = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  const supplierId = "00000000-0000-7000-8000-000000000001";
  await owner`
    insert into suppliers (id, slug, name, legal_name, brand_color, sender_name, sender_address, reply_to, contact_email, created_at)
    values (${supplierId}, 'bench', 'Tramontane Mobilité', 'Tramontane SAS', '#0b4f6c', 'Tramontane', 'a@bench.example',
      'a@bench.example', 'a@bench.example', now())`;
  await fillDigests(owner, supplierId, recipients, INVOICES_EACH, new Date());
  await owner`vacuum analyze`;
  await owner.end();
}

/** Side by side: the slowest's time, everybody's work. */
function together(answers: readonly DigestAnswer[]): DigestAnswer {
  const sum = (of: (answer: DigestAnswer) => number) => answers.reduce((total, one) => total + of(one), 0);
  const most = (of: (answer: DigestAnswer) => number) => Math.max(...answers.map(of));
  return {
    done: sum(({ done }) => done),
    ms: most(({ ms }) => ms),
    cpuMs: sum(({ cpuMs }) => cpuMs),
    growth: most(({ growth }) => growth),
  };
}

function line(name: string, { done, ms, cpuMs, growth }: DigestAnswer): void {
  const cells = [done, done / (ms / 1000), done / (cpuMs / 1000)].map((n) =>
    Math.round(n).toLocaleString("en"),
  );
  const all = [...cells, (cpuMs / done).toFixed(3), (growth / 2 ** 20).toFixed(0)];
  const widths = [8, 10, 14, 14, 17];
  console.log(`  ${name.padEnd(28)}${all.map((cell, at) => cell.padStart(widths[at] ?? 0)).join("")}`);
}

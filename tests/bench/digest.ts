import { loadavg } from "node:os";
import type postgres from "postgres";
import { fillDigests } from "@/tests/support/fill-digests";
import { STUB_KEY } from "@/tests/support/resend-stub";
import { startProcess } from "./bench-process";
import type { DigestAnswer, DigestOrder } from "./digest-process";
import type { StubOrder, StubState } from "./resend-process";
import { temporaryDatabase } from "./temporary-database";

const RECIPIENTS = 10_000;
const FEW = 2_000;
const INVOICES_EACH = 3;

/**
 * How long the provider takes to answer a request of 100 mails. With it, one process does not use the whole machine.
 */
const ANSWER_MS = 400;

/** In megabytes, for any number of recipients. */
const GROWTH_TARGET = 128;
const TWO_PROCESSES_TARGET = 1.8;

/**
 * Makes and sends digests of three invoices each through the stub of the provider, which runs in its own process and
 * takes `answerMs` for a request. Two references in the same run: JSON and POST of ready-made mails, answered
 * immediately, and one React Email render per mail. CPU is that of the sending processes.
 */
export async function benchDigest([
  recipients = RECIPIENTS,
  answerMs = ANSWER_MS,
]: number[] = []): Promise<void> {
  const stub = await startProcess<StubOrder, StubState>("./resend-process.ts");
  process.env.RESEND_BASE_URL = stub.ready.url;
  try {
    console.log(
      `\ndigest: ${INVOICES_EACH} invoices each, an answer of the provider takes ${answerMs} ms, ` +
        `load of the machine ${loadavg()[0]?.toFixed(1)}\n`,
    );
    console.log(
      "                                 mails   mails/s   mails/CPU s   CPU ms/mail   peak growth MB",
    );
    const post = await reference("post", recipients);
    const render = await reference("render", FEW);
    await stub.ask({ answerMs });
    const few = await makeAndSend(FEW, 1, stub);
    const one = await makeAndSend(recipients, 1, stub);
    const two = await makeAndSend(recipients, 2, stub);
    const cpu = ({ done, cpuMs }: DigestAnswer) => cpuMs / done;
    const faster = (step: keyof Measured) => one[step].ms / two[step].ms;
    const growth = Math.max(...[few, one, two].map(({ whole }) => whole.growth)) / 2 ** 20;
    console.log(`
  making AND sending a digest costs ${cpu(one.whole).toFixed(2)} ms of CPU, one React Email HTML render alone ${cpu(render).toFixed(2)} ms:
    ${(cpu(one.whole) / cpu(render)).toFixed(2)} of it (target: at most 1.00; less is better)
  JSON and POST of a ready-made mail alone: ${cpu(post).toFixed(2)} ms
  largest growth of memory of a process: ${growth.toFixed(0)} MB (target: under ${GROWTH_TARGET}, for any number of recipients)
  two processes are ${faster("send").toFixed(2)} times as fast as one at sending (target: ${TWO_PROCESSES_TARGET}), ${faster("make").toFixed(2)} times at making, ${faster("whole").toFixed(2)} times in all`);
  } finally {
    stub.end();
  }
}

interface Measured {
  make: DigestAnswer;
  send: DigestAnswer;
  whole: DigestAnswer;
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
  stub: { ask(order: StubOrder): Promise<StubState> },
): Promise<Measured> {
  const database = await temporaryDatabase();
  Object.assign(process.env, { EMAIL_TRANSPORT: "resend", RESEND_API_KEY: STUB_KEY });
  try {
    await fill(database.owner, recipients);
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
    const growth = Math.max(make.growth, send.growth);
    const whole = { ...send, growth, ms: make.ms + send.ms, cpuMs: make.cpuMs + send.cpuMs };
    line("  both", whole);
    return { make, send, whole };
  } finally {
    await database.remove();
  }
}

async function fill(owner: postgres.Sql, recipients: number): Promise<void> {
  const supplierId = "00000000-0000-7000-8000-000000000001";
  await owner`
    insert into suppliers (id, slug, name, legal_name, brand_color, sender_name, sender_address, reply_to, contact_email, created_at)
    values (${supplierId}, 'bench', 'Tramontane Mobilité', 'Tramontane SAS', '#0b4f6c', 'Tramontane', 'a@bench.example',
      'a@bench.example', 'a@bench.example', now())`;
  await fillDigests(owner, supplierId, recipients, INVOICES_EACH, new Date());
  await owner`vacuum analyze`;
}

/** For processes in parallel: the time of the slowest, the work of all. */
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
  console.log(`  ${name.padEnd(28)}${all.map((cell, index) => cell.padStart(widths[index] ?? 0)).join("")}`);
}

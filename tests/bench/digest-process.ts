import { render } from "@react-email/components";
import { createElement } from "react";
import * as digest from "@/emails/digest";
import { Mail, PreviewProps } from "@/emails/digest";
import { dispatchMails } from "@/lib/mails/outbox/dispatch-mails";
import { renderTemplate } from "@/lib/mails/writing/render-template";
import { makeDigests } from "@/lib/notifications/make-digests";
import { STUB_KEY } from "@/tests/support/resend-stub";

export interface DigestOrder {
  step: "make" | "send" | "post" | "render";
  /** The number of mails that the reference steps `post` and `render` make. */
  count: number;
}

export interface DigestAnswer {
  /** Mails that were made or sent. */
  done: number;
  ms: number;
  /** CPU time of this process with all its threads. */
  cpuMs: number;
  /** Peak of the memory minus the memory before. */
  growth: number;
}

const BATCH = 100;
const PARALLEL_REQUESTS = 3;
const props = { ...PreviewProps, documents: PreviewProps.documents.slice(0, 3) };

const STEPS: Record<DigestOrder["step"], (count: number) => Promise<number>> = {
  make: () => makeDigests(new Date(), true),
  send: async () => (await dispatchMails(new Date("2100-01-01"))).sent,
  post: postPayloads,
  render: async (count) => {
    for (let index = 0; index < count; index += 1) await render(createElement(Mail, props));
    return count;
  },
};

/** The minimum work of any sender: it writes ready-made mails as JSON and sends the requests. */
async function postPayloads(count: number): Promise<number> {
  const mail = renderTemplate(digest, props);
  const payload = (index: number) => ({
    from: '"Bench" <a@bench.example>',
    to: `reader-${index}@client.example`,
    reply_to: "a@bench.example",
    ...mail,
  });
  const batch = Array.from({ length: BATCH }, (_, index) => payload(index));
  let left = count / BATCH;
  const post = async () => {
    while (left-- > 0) {
      const response = await fetch(`${process.env.RESEND_BASE_URL}/emails/batch`, {
        method: "POST",
        headers: { authorization: `Bearer ${STUB_KEY}`, "content-type": "application/json" },
        body: JSON.stringify(batch),
      });
      await response.json();
    }
  };
  await Promise.all(Array.from({ length: PARALLEL_REQUESTS }, post));
  return count;
}

async function measured({ step, count }: DigestOrder): Promise<DigestAnswer> {
  const before = process.memoryUsage.rss();
  let peak = before;
  const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage.rss())), 20);
  const cpu = process.cpuUsage();
  const start = performance.now();
  const done = await STEPS[step](count);
  const ms = performance.now() - start;
  const { user, system } = process.cpuUsage(cpu);
  clearInterval(watch);
  return {
    done,
    ms,
    cpuMs: (user + system) / 1000,
    growth: Math.max(peak, process.memoryUsage.rss()) - before,
  };
}

process.on("message", (order: DigestOrder) => void measured(order).then((answer) => process.send?.(answer)));
process.on("disconnect", () => process.exit());
process.send?.({});

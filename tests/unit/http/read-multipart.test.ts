import { setImmediate as nextTurn } from "node:timers/promises";
import { expect, it } from "vitest";
import { readMultipart } from "@/lib/http/read-multipart";

const MB = 1024 * 1024;

it("reading a form leaves time for other work while a long body arrives as fast as it is read", async () => {
  const form = new FormData();
  form.set("file", new Blob([new Uint8Array(4 * MB)]), "a.pdf");
  const body = new Uint8Array(await new Response(form).arrayBuffer());
  const type = `multipart/form-data; boundary=${Buffer.from(body).toString("latin1", 2, body.indexOf(13))}`;
  let at = 0;
  const pieces = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (at >= body.length) return controller.close();
      controller.enqueue(body.slice(at, (at += 64 * 1024)));
    },
  });
  const request = new Request("http://portal.example/", {
    method: "POST",
    headers: { "content-type": type },
    body: pieces,
    duplex: "half",
  } as RequestInit);

  let isOver = false;
  const reading = readMultipart(request, 20 * MB, "program").finally(() => (isOver = true));
  let turns = 0;
  for (; !isOver; turns += 1) await nextTurn();

  expect(await reading).toMatchObject({ ok: true, deposit: { file: { bytes: { length: 4 * MB } } } });
  expect(turns).toBeGreaterThan(64);
});

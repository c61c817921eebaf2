import { describe, expect, it } from "vitest";
import { type FormFile, readMultipartFiles } from "@/lib/http/read-multipart-files";

const LIMITS = { file: 1_000_000, body: 3_000_000, files: 3 };

interface Sent {
  files: readonly { name: string; size: number }[];
  /** The bytes that are left out at the end. */
  cut?: number;
  length?: number;
  type?: string;
}

/** A request that sends the files in small pieces, and counts the pieces that were read. */
async function requestOf({ files, cut = 0, length, type }: Sent) {
  const form = new FormData();
  for (const { name, size } of files) form.append("file", new Blob([Buffer.alloc(size, name)]), name);
  form.append("other", "ignored");
  const whole = new Response(form);
  const bytes = new Uint8Array(await whole.arrayBuffer());
  const sent = bytes.subarray(0, bytes.length - cut);
  const read = { bytes: 0 };
  const body = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        const chunk = sent.slice(read.bytes, read.bytes + 16_384);
        if (chunk.length === 0) return controller.close();
        read.bytes += chunk.length;
        controller.enqueue(chunk);
      },
    },
    { highWaterMark: 0 },
  );
  const headers = {
    "content-type": type ?? whole.headers.get("content-type") ?? "",
    "content-length": String(length ?? bytes.length),
  };
  const request = new Request("http://localhost/", {
    method: "POST",
    headers,
    body,
    duplex: "half",
  } as RequestInit);
  return { request, read };
}

async function receiveAll(sent: Sent) {
  const received: FormFile[] = [];
  const { request } = await requestOf(sent);
  const result = await readMultipartFiles(request, LIMITS, async (file) => void received.push(file));
  return { result, received: received.map(({ fileName, bytes }) => [fileName, bytes?.length ?? null]) };
}

describe("the files of a form", () => {
  it("are received whole, in order, one after the other", async () => {
    const { request } = await requestOf({
      files: [
        { name: "a", size: 500_000 },
        { name: "b", size: 0 },
        { name: "c", size: 7 },
      ],
    });
    const received: FormFile[] = [];
    let isBusy = false;
    const result = await readMultipartFiles(request, LIMITS, async (file) => {
      expect(isBusy).toBe(false);
      isBusy = true;
      await new Promise((resolve) => setImmediate(resolve));
      received.push(file);
      isBusy = false;
    });
    expect(result).toEqual({ ok: true });
    expect(received.map(({ fileName }) => fileName)).toEqual(["a", "b", "c"]);
    expect(Buffer.from(received[0]?.bytes ?? []).equals(Buffer.alloc(500_000, "a"))).toBe(true);
    expect(received[1]?.bytes).toHaveLength(0);
  });

  it("are not read on while one is processed", async () => {
    const { request, read } = await requestOf({
      files: [
        { name: "a", size: 100_000 },
        { name: "b", size: 900_000 },
      ],
    });
    const readWhenReceived: number[] = [];
    await readMultipartFiles(request, LIMITS, async () => {
      for (let turn = 0; turn < 50; turn += 1) await new Promise((resolve) => setImmediate(resolve));
      readWhenReceived.push(read.bytes);
    });
    expect(readWhenReceived[0]).toBeLessThan(400_000);
  });

  it("that are too large are named, and the others received", async () => {
    expect(
      await receiveAll({
        files: [
          { name: "a", size: 1_000_001 },
          { name: "b", size: 5 },
        ],
      }),
    ).toEqual({
      result: { ok: true },
      received: [
        ["a", null],
        ["b", 5],
      ],
    });
  });

  it.each([
    ["too many files", { files: ["a", "b", "c", "d"].map((name) => ({ name, size: 3 })) }, "too_many_files"],
    ["a body that is announced as too large", { files: [], length: 3_000_001 }, "body_too_large"],
    ["a body that ends early", { files: [{ name: "a", size: 90_000 }], cut: 20_000 }, "truncated"],
    [
      "a body that is shorter than announced",
      { files: [{ name: "a", size: 9 }], length: 5_000 },
      "truncated",
    ],
    ["another form", { files: [], type: "application/x-www-form-urlencoded" }, "not_multipart"],
    ["a form without boundary", { files: [], type: "multipart/form-data; x=y" }, "not_multipart"],
  ])("are refused for %s", async (_, sent, reason) => {
    expect((await receiveAll(sent)).result).toEqual({ ok: false, reason });
  });

  it("pass on the error of what receives them", async () => {
    const { request } = await requestOf({ files: [{ name: "a", size: 5 }] });
    const failing = readMultipartFiles(request, LIMITS, () => Promise.reject(new Error("no database")));
    await expect(failing).rejects.toThrow("no database");
  });
});

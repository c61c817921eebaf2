import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { BODY_STALLED_AFTER_MS, PERSON_RATE, PROGRAM_RATE, watchBodyRate } from "@/lib/http/body-watch";
import { readMultipart } from "@/lib/http/read-multipart";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Sends `bytes` every second for `seconds`; returns why the watch stopped it, or null. */
function send(rate: typeof PROGRAM_RATE, bytes: number, seconds: number): string | null {
  let stopped: string | null = null;
  const watch = watchBodyRate(rate, (reason) => (stopped = reason));
  for (let second = 0; second < seconds && stopped === null; second += 1) {
    watch.received(bytes);
    vi.advanceTimersByTime(1_000);
  }
  watch.end();
  return stopped;
}

describe("a body that is read in a turn", () => {
  it("is stopped when it arrives slower than its sender can send", () => {
    expect(send(PROGRAM_RATE, 8 * 1024 - 500, 100)).toBe("too_slow");
    expect(send(PROGRAM_RATE, 9 * 1024, 100)).toBeNull();
    expect(send(PERSON_RATE, 2 * 1024, 600)).toBeNull();
    expect(send(PERSON_RATE, 100, 600)).toBe("too_slow");
  });

  it("is stopped when nothing arrives, also before the first byte", () => {
    const stop = vi.fn();
    watchBodyRate(PROGRAM_RATE, stop);
    vi.advanceTimersByTime(BODY_STALLED_AFTER_MS);
    expect(stop.mock.calls).toEqual([["stalled"]]);
  });

  it("is judged in each period, so that fast first bytes buy no time later", () => {
    const stop = vi.fn();
    const watch = watchBodyRate(PROGRAM_RATE, stop);
    watch.received(10 * 1024 * 1024);
    for (let second = 0; second < 39; second += 1) {
      vi.advanceTimersByTime(1_000);
      watch.received(1);
    }
    expect(stop).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1_000);
    expect(stop.mock.calls).toEqual([["too_slow"]]);
  });

  it("does not count the time in which the portal works, and begins no new period by it", () => {
    const stop = vi.fn();
    const watch = watchBodyRate(PROGRAM_RATE, stop);
    for (let second = 0; second < 19; second += 1) {
      watch.received(1);
      vi.advanceTimersByTime(1_000);
      watch.pause();
      vi.advanceTimersByTime(BODY_STALLED_AFTER_MS);
      watch.resume();
    }
    expect(stop).not.toHaveBeenCalled();
    watch.received(1);
    vi.advanceTimersByTime(1_000);
    expect(stop.mock.calls).toEqual([["too_slow"]]);
  });
});

it("a deposit that trickles in is refused, and its body is read no further", async () => {
  let isCancelled = false;
  const trickle = new ReadableStream<Uint8Array>({
    async pull(controller) {
      controller.enqueue(new Uint8Array(10));
      await new Promise((resolve) => setTimeout(resolve, 1_000));
    },
    cancel: () => void (isCancelled = true),
  });
  const request = new Request("http://portal.example/", {
    method: "POST",
    headers: { "content-type": "multipart/form-data; boundary=line" },
    body: trickle,
    duplex: "half",
  } as RequestInit);
  const reading = readMultipart(request, 1024, "program");
  for (let second = 0; second < 25; second += 1) await vi.advanceTimersByTimeAsync(1_000);
  expect(await reading).toEqual({ ok: false, reason: "too_slow" });
  expect(isCancelled).toBe(true);
});

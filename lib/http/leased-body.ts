import type { Turn } from "@/lib/limits/turn";
import { responseAborter, whenAnswered } from "./response-head";

/** A reader that takes no further bytes for this long loses its turn and its connection (security T30). */
export const STALLED_AFTER_MS = 30_000;

/** Where the bytes come from: an async generator, or the reader of a stream. */
interface Source {
  next(): Promise<{ done?: boolean | undefined; value?: Uint8Array | undefined | void }>;
  /** Stops and closes what is open. */
  stop(): Promise<unknown>;
}

export interface LeasedBody {
  stream: ReadableStream<Uint8Array>;
  /** Whether the source was read to its end. */
  isWhole(): boolean;
}

/**
 * A response's body that keeps `turn` until the response was sent: the next chunk is made when there is room for it.
 * The turn is released, and the source closed, when the response has ended or was cut, when the reader has stalled,
 * and when the turn is taken away (its session ended); in the last two cases the connection is closed as well.
 */
export function leasedBody(
  source: Source,
  turn: Turn,
  onFailure: (error: unknown) => void = () => {},
): LeasedBody {
  let isWhole = false;
  let watchdog: NodeJS.Timeout | undefined;
  const abortResponse = responseAborter();
  const watch = () => {
    clearTimeout(watchdog);
    watchdog = setTimeout(turn.end, STALLED_AFTER_MS).unref();
  };
  const finish = () => {
    clearTimeout(watchdog);
    turn.release();
  };
  const stop = () => {
    finish();
    void source.stop().catch(() => {});
  };
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      watch();
      turn.signal.addEventListener("abort", () => {
        stop();
        if (!isWhole) controller.error(turn.signal.reason);
        abortResponse();
      });
    },
    async pull(controller) {
      // The time in which the portal makes a chunk does not count against the reader.
      clearTimeout(watchdog);
      try {
        const next = await source.next();
        if (turn.signal.aborted) return;
        if (!next.done && next.value) {
          controller.enqueue(next.value);
          return watch();
        }
        isWhole = true;
        controller.close();
        if (isFollowed) watch();
        else finish();
      } catch (error) {
        if (turn.signal.aborted) return;
        onFailure(error);
        finish();
        controller.error(error);
      }
    },
    cancel: stop,
  });
  const isFollowed = whenAnswered(stop);
  return { stream, isWhole: () => isWhole };
}

/** The chunks of a stream of storage. */
export function streamSource(stream: ReadableStream<Uint8Array>): Source {
  const reader = stream.getReader();
  return { next: () => reader.read(), stop: () => reader.cancel() };
}

/** The chunks of a generator, which runs only while they are asked for. */
export function generatorSource(chunks: AsyncGenerator<Uint8Array, void, void>): Source {
  return { next: () => chunks.next(), stop: () => chunks.return() };
}

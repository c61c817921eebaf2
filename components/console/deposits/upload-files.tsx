"use client";

import { type DragEvent, type FormEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { Note } from "@/components/ui/note";
import { type LostReason, sendFile, type SendResult } from "./send-file";

/** The words that the script shows; `sending` holds `{percent}`. */
interface UploadWords {
  progress: string;
  waiting: string;
  sending: string;
  reading: string;
  notSent: string;
  tooLarge: string;
  correct: string;
  /** Why files did not arrive, and what to do. */
  lost: Record<LostReason, string>;
  stopped: string;
  signIn: string;
  sendRest: string;
}

interface UploadFilesProps {
  /** The address that receives the files. */
  action: string;
  /** This page: signing in again returns to it. */
  pageUrl: string;
  maxBytes: number;
  words: UploadWords;
  /** The field `file` and the button. */
  children: ReactNode;
}

/** What became of one file. */
interface Row {
  file: File;
  percent: number;
  text: string;
  outcome: "waiting" | "sending" | SendResult["outcome"] | "not_sent";
  href: string | null;
}

/** Files that the user may send again. */
const isLeft = ({ outcome }: Row) => outcome === "not_sent";

/**
 * Sends the chosen or dropped files one after the other and shows the progress of each. When one cannot arrive, it
 * says why and keeps the files that are left, to be sent again from here. Without scripts it is a plain form, which
 * sends all files at once.
 */
export function UploadFiles({ action, pageUrl, maxBytes, words, children }: UploadFilesProps) {
  const form = useRef<HTMLFormElement>(null);
  const [rows, setRows] = useState<readonly Row[]>([]);
  const [stop, setStop] = useState<LostReason | null>(null);
  const [isOver, setIsOver] = useState(false);
  const isAtWork = rows.some(({ outcome }) => outcome === "waiting" || outcome === "sending");
  const hasUnsent = isAtWork || rows.some(isLeft);
  const waiting = (file: File): Row => ({
    file,
    percent: 0,
    text: words.waiting,
    href: null,
    outcome: "waiting",
  });
  // Asks before the page, and with it the files that are left, goes away.
  useEffect(() => {
    if (!hasUnsent) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [hasUnsent]);

  /** Sends the files that are left, and then the new ones. Without new ones the list keeps what has arrived. */
  async function sendAll(chosen: readonly File[]): Promise<void> {
    const kept = chosen.length === 0 ? rows : rows.filter(isLeft);
    const all = [...kept.map((row) => (isLeft(row) ? waiting(row.file) : row)), ...chosen.map(waiting)];
    setStop(null);
    setRows(all);
    form.current?.reset();
    for (const [index, { file, outcome }] of all.entries()) {
      if (outcome !== "waiting") continue;
      const show = (change: Partial<Row>) =>
        setRows((shown) => shown.map((row, at) => (at === index ? { ...row, ...change } : row)));
      if (file.size > maxBytes) {
        show({ outcome: "too_large", text: words.tooLarge, percent: 100 });
        continue;
      }
      const sent = await sendFile(action, file, (percent) => {
        const text = percent < 100 ? words.sending.replace("{percent}", String(percent)) : words.reading;
        show({ outcome: "sending", percent, text });
      });
      if (sent.outcome !== "lost") show({ ...sent, percent: 100 });
      else if (sent.reason === "too_large_for_host")
        show({ ...sent, percent: 0, text: words.lost[sent.reason] });
      else {
        // The next files would not arrive either.
        setStop(sent.reason);
        setRows((shown) =>
          shown.map((row, at) =>
            at < index ? row : { ...row, outcome: "not_sent", percent: 0, text: words.notSent },
          ),
        );
        return;
      }
    }
  }

  function submit(event: FormEvent<HTMLFormElement>): void {
    const chosen = [...(inputOf(event.currentTarget)?.files ?? [])];
    // An empty form is answered by the server, which says what is missing.
    if (chosen.length === 0 && !rows.some(isLeft)) return;
    event.preventDefault();
    if (!isAtWork) void sendAll(chosen);
  }

  function drop(event: DragEvent<HTMLFormElement>): void {
    event.preventDefault();
    setIsOver(false);
    const input = inputOf(event.currentTarget);
    if (input && event.dataTransfer.files.length > 0) input.files = event.dataTransfer.files;
  }

  return (
    <>
      <form
        ref={form}
        method="post"
        action={action}
        encType="multipart/form-data"
        className={isOver ? "file-drop bleed is-over" : "file-drop bleed"}
        onSubmit={submit}
        onDragOver={(event) => {
          event.preventDefault();
          setIsOver(true);
        }}
        onDragLeave={() => setIsOver(false)}
        onDrop={drop}
      >
        {children}
      </form>
      {stop !== null && (
        <Note tone="bad" title={words.stopped}>
          <p>{words.lost[stop]}</p>
          <p className="mt-3 flex flex-wrap gap-x-4 gap-y-2">
            {stop === "signed_out" && (
              <a className="button" href={pageUrl} target="_blank">
                {words.signIn}
              </a>
            )}
            <button type="button" className="button" onClick={() => void sendAll([])}>
              {words.sendRest}
            </button>
          </p>
        </Note>
      )}
      {rows.length > 0 && (
        <ul className="upload-list" aria-label={words.progress}>
          {rows.map(({ file, percent, text, outcome, href }, index) => (
            <li key={index}>
              <span className="wrap-anywhere">{file.name}</span>
              <progress className="progress" max={100} value={percent} aria-label={file.name} />
              <span role="status" className={STYLES[outcome]}>
                {text}{" "}
                {href !== null && (
                  <a href={href}>
                    {words.correct} <span className="sr-only">{file.name}</span>
                  </a>
                )}
              </span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

const STYLES: Record<Row["outcome"], string> = {
  waiting: "text-ink-2",
  sending: "text-ink-2",
  not_sent: "text-ink-2",
  created: "font-medium text-ok",
  already_there: "font-medium text-ok",
  refused: "font-medium text-bad",
  too_large: "font-medium text-bad",
  lost: "font-medium text-bad",
};

const inputOf = (form: HTMLFormElement) => form.querySelector<HTMLInputElement>('input[type="file"]');

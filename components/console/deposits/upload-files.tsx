"use client";

import { type DragEvent, type FormEvent, type ReactNode, useRef, useState } from "react";

/** The words that the script shows; `sending` holds `{percent}`. */
interface UploadWords {
  progress: string;
  waiting: string;
  sending: string;
  reading: string;
  failed: string;
  tooLarge: string;
  correct: string;
}

interface UploadFilesProps {
  /** The address that receives the files. */
  action: string;
  maxBytes: number;
  words: UploadWords;
  /** The field `file` and the button. */
  children: ReactNode;
}

/** What became of one file. */
interface Sent {
  name: string;
  percent: number;
  text: string;
  outcome: "waiting" | "sending" | "created" | "already_there" | "refused" | "too_large" | "failed";
  href: string | null;
}

/**
 * Sends the chosen or dropped files one after the other and shows the progress of each. Without scripts it is a plain
 * form, which sends all files at once.
 */
export function UploadFiles({ action, maxBytes, words, children }: UploadFilesProps) {
  const form = useRef<HTMLFormElement>(null);
  const [files, setFiles] = useState<readonly Sent[]>([]);
  const [isOver, setIsOver] = useState(false);
  const isAtWork = files.some(({ outcome }) => outcome === "waiting" || outcome === "sending");

  async function sendAll(chosen: readonly File[]): Promise<void> {
    const rows: Sent[] = chosen.map(({ name }) => ({
      ...{ name, percent: 0, text: words.waiting, href: null },
      outcome: "waiting",
    }));
    setFiles(rows);
    for (const [index, file] of chosen.entries()) {
      const show = (change: Partial<Sent>) =>
        setFiles((shown) => shown.map((one, at) => (at === index ? { ...one, ...change } : one)));
      if (file.size > maxBytes) show({ outcome: "too_large", text: words.tooLarge, percent: 100 });
      else await sendFile(action, file, words, show);
    }
    form.current?.reset();
  }

  function submit(event: FormEvent<HTMLFormElement>): void {
    const chosen = [...(inputOf(event.currentTarget)?.files ?? [])];
    // An empty form is answered by the server, which says what is missing.
    if (chosen.length === 0) return;
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
      {files.length > 0 && (
        <ul className="upload-list" aria-label={words.progress}>
          {files.map(({ name, percent, text, outcome, href }, index) => (
            <li key={index}>
              <span className="wrap-anywhere">{name}</span>
              <progress className="progress" max={100} value={percent} aria-label={name} />
              <span role="status" className={STYLES[outcome]}>
                {text}{" "}
                {href !== null && (
                  <a href={href}>
                    {words.correct} <span className="sr-only">{name}</span>
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

const STYLES: Record<Sent["outcome"], string> = {
  waiting: "text-ink-2",
  sending: "text-ink-2",
  created: "font-medium text-ok",
  already_there: "font-medium text-ok",
  refused: "font-medium text-bad",
  too_large: "font-medium text-bad",
  failed: "font-medium text-bad",
};

const inputOf = (form: HTMLFormElement) => form.querySelector<HTMLInputElement>('input[type="file"]');

/** Sends one file. Only XMLHttpRequest reports the progress of a request's body. */
function sendFile(
  action: string,
  file: File,
  words: UploadWords,
  show: (change: Partial<Sent>) => void,
): Promise<void> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    const fail = () => {
      show({ outcome: "failed", text: words.failed });
      resolve();
    };
    request.upload.onprogress = ({ loaded, total }) => {
      const percent = Math.floor((loaded / total) * 100);
      const text = percent < 100 ? words.sending.replace("{percent}", String(percent)) : words.reading;
      show({ outcome: "sending", percent, text });
    };
    request.onerror = fail;
    request.onload = () => {
      const answer = request.response as Pick<Sent, "outcome" | "text" | "href"> | null;
      if (request.status !== 200 || !answer) return fail();
      show({ percent: 100, outcome: answer.outcome, text: answer.text, href: answer.href });
      resolve();
    };
    request.open("POST", action);
    request.responseType = "json";
    request.setRequestHeader("accept", "application/json");
    const body = new FormData();
    body.append("file", file);
    request.send(body);
  });
}

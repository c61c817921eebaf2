"use client";

import { type MouseEvent, type ReactNode, useEffect, useRef, useState, useSyncExternalStore } from "react";
import { Icon } from "@/components/ui/icon";
import { ReadingDocument } from "./reading-document";
import { ReadingList } from "./reading-list";
import type { ReadingEntry, ReadingWords } from "./reading-words";
import { useKeys } from "./use-keys";
import { usePrepared } from "./use-prepared";

interface ReadingModeProps {
  entries: readonly ReadingEntry[];
  /** The invoice that is open at first. */
  startAt: number;
  /** The number of all invoices of the list; null when it is not known. */
  count: number | null;
  listHref: string;
  /** The rest of the list; null at its end. */
  nextHref: string | null;
  /** Whether the next invoices are loaded ahead: not for staff, each of whose openings is noted. */
  isAhead: boolean;
  words: ReadingWords;
  /** The readable view of the first invoice, when it is an XML file: without scripts too. */
  children: ReactNode;
}

const isHydrated = () => true;
const isNotHydrated = () => false;
const subscribeToNothing = () => () => {};

/**
 * Reading mode: the list beside the document, from one to the next with a key. Everything is a link, so that it works
 * without scripts, where the document itself opens in the browser.
 */
export function ReadingMode(props: ReadingModeProps) {
  const { entries, words, children } = props;
  const hasScript = useSyncExternalStore(subscribeToNothing, isHydrated, isNotHydrated);
  const [index, setIndex] = useState(props.startAt);
  const [taken, setTaken] = useState<ReadonlySet<string>>(new Set());
  const download = useRef<HTMLAnchorElement>(null);
  const entry = entries[index];
  const prepared = usePrepared(entries, index, { isAhead: props.isAhead });

  const open = (at: number) => {
    const wanted = entries[at];
    if (!wanted) return;
    setIndex(at);
    window.history.replaceState(null, "", wanted.href);
  };
  const step = (change: 1 | -1) => {
    if (index + change === entries.length && props.nextHref !== null) window.location.assign(props.nextHref);
    else open(index + change);
  };
  const [areKeysOn, setKeys] = useKeys({
    next: () => step(1),
    previous: () => step(-1),
    download: () => download.current?.click(),
    close: () => window.location.assign(props.listHref),
  });
  useEffect(() => {
    if (entry) document.querySelector(`[data-reading="${entry.id}"]`)?.scrollIntoView({ block: "nearest" });
  }, [entry]);

  if (!entry) return null;
  const position = words.position
    .replace("{at}", String(index + 1))
    .replace("{count}", String(props.count ?? entries.length));
  /** A plain click opens the invoice in place; with a key held, the browser opens its page. */
  const openInPlace = (at: number) => (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || !entries[at]) return;
    event.preventDefault();
    open(at);
  };
  const previous = entries[index - 1];
  const next = entries[index + 1];
  const nextHref = next?.href ?? props.nextHref;
  return (
    <div className="reading-page">
      <ReadingList
        entries={entries}
        index={index}
        taken={taken}
        title={words.heading.replace("{position}", position)}
        listHref={props.listHref}
        nextHref={props.nextHref}
        words={words}
        open={openInPlace}
        keys={hasScript ? { areOn: areKeysOn, set: setKeys } : null}
      />
      <section className="reading-doc" aria-label={entry.title}>
        <header>
          <h1>{entry.number}</h1>
          <p className="reading-facts">
            <b>{entry.amount}</b>
            {entry.due !== null && <span>{entry.due}</span>}
            {entry.names.map((name) => (
              <span key={name}>{name}</span>
            ))}
          </p>
          <p className="sr-only" role="status">
            {hasScript && `${entry.title}, ${position}`}
          </p>
          <div className="actions">
            <a className="button" href={entry.pageHref}>
              {words.page}
            </a>
            <a
              className="button button-main"
              href={entry.downloadHref}
              ref={download}
              onClick={() => setTaken((known) => new Set(known).add(entry.id))}
            >
              <Icon name="download" />
              {words.download}
            </a>
          </div>
        </header>
        <div
          className="reading-pages"
          data-reading-pages=""
          role="region"
          aria-label={words.document}
          tabIndex={0}
        >
          {!hasScript || (index === props.startAt && !entry.isPdf) ? (
            <Unscripted entry={entry} words={words}>
              {children}
            </Unscripted>
          ) : (
            <ReadingDocument entry={entry} prepared={prepared} words={words} />
          )}
        </div>
      </section>
      <nav className="reading-step" aria-label={words.title}>
        {previous ? (
          <a className="button" rel="prev" href={previous.href} onClick={openInPlace(index - 1)}>
            <Icon name="back" />
            {words.previous}
          </a>
        ) : (
          <span />
        )}
        <span>{position}</span>
        {nextHref === null ? (
          <span />
        ) : (
          <a className="button" rel="next" href={nextHref} onClick={openInPlace(index + 1)}>
            {words.next}
            <Icon name="next" />
          </a>
        )}
      </nav>
    </div>
  );
}

interface UnscriptedProps {
  entry: ReadingEntry;
  words: ReadingWords;
  children: ReactNode;
}

/** What the server wrote: the readable view of an XML file, or the way to the PDF. */
const Unscripted = ({ entry, words, children }: UnscriptedProps) =>
  entry.isPdf ? (
    <p className="reading-message">
      <a className="button" href={entry.originalHref}>
        {words.open}
      </a>
    </p>
  ) : (
    <div className="reading-readable" data-readable="">
      {children}
    </div>
  );

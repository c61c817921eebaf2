import { Fragment, type MouseEvent } from "react";
import type { ReadingEntry, ReadingWords } from "./reading-words";

interface ReadingListProps {
  entries: readonly ReadingEntry[];
  index: number;
  /** The invoices that were downloaded here. */
  taken: ReadonlySet<string>;
  title: string;
  listHref: string;
  nextHref: string | null;
  words: ReadingWords;
  open: (at: number) => (event: MouseEvent) => void;
  /** Null without scripts, where no key does anything. */
  keys: { areOn: boolean; set: (areOn: boolean) => void } | null;
}

/** A filled square, a hollow one, a tick. */
const STATES = {
  new: "reading-state is-new",
  seen: "reading-state",
  taken: "reading-state is-taken",
  just: "reading-state is-just",
};

/** The list beside the document, on a desktop. */
export function ReadingList(props: ReadingListProps) {
  const { entries, index, taken, words, keys } = props;
  return (
    <div className="reading-list">
      <header>
        <h2>{props.title}</h2>
        <a className="tap-link text-2" href={props.listHref}>
          {words.close}
        </a>
      </header>
      <ol aria-label={words.list}>
        {entries.map((entry, at) => {
          const state = taken.has(entry.id) ? "just" : entry.state;
          return (
            <Fragment key={entry.id}>
              {entry.month !== null && <li className="reading-month">{entry.month}</li>}
              <li>
                <a
                  className="reading-item"
                  href={entry.href}
                  data-reading={entry.id}
                  aria-current={at === index || undefined}
                  onClick={props.open(at)}
                >
                  <span className={STATES[state]}>
                    <span className="sr-only">{state === "just" ? words.just : entry.stateLabel}</span>
                  </span>
                  <b>{entry.number}</b>
                  <span>{entry.amount}</span>
                  <small>{entry.line}</small>
                </a>
              </li>
            </Fragment>
          );
        })}
        {props.nextHref !== null && (
          <li>
            <a className="reading-item" href={props.nextHref}>
              <span />
              <b>{words.more}</b>
            </a>
          </li>
        )}
      </ol>
      {keys && (
        <footer>
          <p role="status">{takenInWords(taken.size, words)}</p>
          <p className="reading-keys">
            {keys.areOn &&
              (
                [
                  ["j", words.keys.next],
                  ["k", words.keys.previous],
                  ["d", words.keys.download],
                ] as const
              ).map(([key, word]) => <Key key={key} name={key} word={word} />)}
            <Key name={words.keys.escape} word={words.keys.close} />
            <button type="button" onClick={() => keys.set(!keys.areOn)}>
              {keys.areOn ? words.keysOff : words.keysOn}
            </button>
          </p>
        </footer>
      )}
    </div>
  );
}

const Key = ({ name, word }: { name: string; word: string }) => (
  <span>
    <kbd>{name}</kbd> {word}
  </span>
);

function takenInWords(count: number, { taken }: ReadingWords): string {
  if (count === 0) return taken.zero;
  return count === 1 ? taken.one : taken.other.replace("{count}", String(count));
}

import type { ReactNode } from "react";

/** A short register: one thing a line, between hairlines. */
export function Entries({ children }: { children: ReactNode }) {
  return <ul className="entries">{children}</ul>;
}

interface EntryProps {
  title: ReactNode;
  detail?: ReactNode;
  /** A state or a button, at the far end; below on a phone. */
  children?: ReactNode;
}

export function Entry({ title, detail, children }: EntryProps) {
  return (
    <li>
      <div>
        <p className="font-medium">{title}</p>
        {detail && <p className="text-1 text-ink-2">{detail}</p>}
      </div>
      {children && <div className="text-2">{children}</div>}
    </li>
  );
}

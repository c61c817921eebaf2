import type { ReactNode } from "react";

/** A short list, one entry on each line. */
export function Entries({ children }: { children: ReactNode }) {
  return <ul className="border-t border-line text-2">{children}</ul>;
}

interface EntryProps {
  title: ReactNode;
  detail?: ReactNode;
  /** A state or a button, at the end of the line; below on a phone. */
  children?: ReactNode;
}

export function Entry({ title, detail, children }: EntryProps) {
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_minmax(0,max-content)] items-center gap-x-6 gap-y-1 border-b border-line py-2.5 wrap-anywhere max-tablet:grid-cols-[minmax(0,1fr)]">
      <div>
        <p className="font-medium">{title}</p>
        {detail && <p className="text-1 text-ink-2">{detail}</p>}
      </div>
      {children && <div className="tablet:max-w-72">{children}</div>}
    </li>
  );
}

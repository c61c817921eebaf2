import type { ReactNode } from "react";
import { Icon, type IconName } from "@/components/ui/icon";

interface FoldProps {
  id?: string;
  icon: IconName;
  title: string;
  /** Said after the title; nothing for none. */
  count?: number | string;
  isOpen?: boolean;
  children: ReactNode;
}

/** A part of an invoice's page that is folded until somebody opens it. */
export function Fold({ id, icon, title, count = 0, isOpen = false, children }: FoldProps) {
  return (
    <details className="fold-row" id={id} open={isOpen}>
      <summary>
        <Icon name={icon} className="text-ink-2" />
        <h2>{title}</h2>
        {count !== 0 && <span className="text-ink-3">{count}</span>}
        <Icon name="down" className="chevron" />
      </summary>
      <div className="grid gap-4 pb-4">{children}</div>
    </details>
  );
}

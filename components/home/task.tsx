import type { ReactNode } from "react";
import { LinkButton } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";

interface TaskProps {
  number: string;
  title: string;
  /** Says that time is short. */
  isSoon?: boolean;
  text: ReactNode;
  action: { url: string; label: string; isDownload: boolean; isMain: boolean };
  children?: ReactNode;
}

/** One line of « À faire »: how many, what, and the one button that settles it. */
export function Task({ number, title, isSoon = false, text, action, children }: TaskProps) {
  return (
    <li className="task">
      <p className={isSoon ? "task-number is-soon" : "task-number"} aria-hidden="true">
        {number}
      </p>
      <div className="min-w-0">
        <h2>
          <span className="sr-only">{number} </span>
          {title}
        </h2>
        <p>{text}</p>
        {children}
      </div>
      <div className="task-action">
        <LinkButton kind={action.isMain ? "main" : "plain"} href={action.url}>
          {action.isDownload && <Icon name="download" />}
          {action.label}
        </LinkButton>
      </div>
    </li>
  );
}

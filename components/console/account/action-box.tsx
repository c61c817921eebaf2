import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Icon } from "@/components/ui/icon";

interface ActionBoxProps {
  /** The anchor of the action, for links that lead to it. */
  id: string;
  title: string;
  /** The value of today, or what the action is for. */
  hint?: string;
  isOpen?: boolean;
  children: ReactNode;
}

/** One action on an account: closed it shows its name and today's value, open its form and what the form will do. */
export function ActionBox({ id, title, hint, isOpen = false, children }: ActionBoxProps) {
  return (
    <details className="action" id={id} open={isOpen}>
      <summary>
        {title}
        {hint && <small>{hint}</small>}
        <Icon name="down" />
      </summary>
      <div className="action-content">{children}</div>
    </details>
  );
}

/** What will happen when the form is sent: each line is when or whom, and what. */
export async function Consequences({ lines }: { lines: readonly { when: string; what: ReactNode }[] }) {
  const t = await getTranslations("console.account");
  return (
    <div className="consequences">
      <p>{t("consequences")}</p>
      <ol>
        {lines.map(({ when, what }) => (
          <li key={when}>
            <span>{when}</span>
            <span>{what}</span>
          </li>
        ))}
      </ol>
    </div>
  );
}

import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { type Consequence, ConsequenceList } from "@/components/console/consequence-list";
import { Icon } from "@/components/ui/icon";

interface ActionBoxProps {
  /** The anchor of the action, for links that lead to it. */
  id: string;
  title: string;
  /** The current value, or what the action is for. */
  hint?: string;
  isOpen?: boolean;
  children: ReactNode;
}

/**
 * One action on an account: a closed box shows its name and the current value; an open box also shows the form and its
 * consequences.
 */
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

/** What will happen when the form is sent. */
export async function Consequences({ lines }: { lines: readonly Consequence[] }) {
  const t = await getTranslations("console.account");
  return <ConsequenceList title={t("consequences")} lines={lines} />;
}

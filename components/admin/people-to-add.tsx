"use client";

import { useFormAgain, useFormDetails } from "@/components/ui/form-again-context";
import type { PlannedList } from "@/lib/users/plan-list";
import type { PlannedUser } from "@/lib/users/plan-several-users";

interface PeopleToAddProps {
  words: {
    /** The headings; the index is the number of people that can be added. */
    titles: readonly string[];
    /** The verdict of a line whose person can be added. */
    willBeAdded: string;
    /** The labels of the button; the index is the number of people that can be added. */
    add: readonly string[];
    refusals: Record<NonNullable<PlannedUser["refusal"]>, string>;
  };
}

/** The people read from the pasted list, and the button that adds those who can be added; nothing before the list is read. */
export function PeopleToAdd({ words }: PeopleToAddProps) {
  const again = useFormAgain();
  const { people, problem } = useFormDetails<PlannedList>();
  if (!again || again.proofRequest || problem || !people) return null;
  const count = people.filter(({ refusal }) => refusal === null).length;
  return (
    <section className="grid gap-4" aria-labelledby="people">
      <h2 id="people" ref={(heading) => heading?.focus()} tabIndex={-1}>
        {words.titles[count]}
      </h2>
      <ul className="bleed border border-line bg-surface text-2">
        {people.map(({ name, email, refusal }, index) => (
          <li
            key={index}
            className="grid gap-x-4 gap-y-1 border-b border-line px-4 py-2 last:border-b-0 tablet:grid-cols-2"
          >
            <span>
              <span className="font-mono break-all">{email}</span>
              {name.toLowerCase() !== email && <span className="block">{name}</span>}
            </span>
            {refusal === null ? (
              <span className="text-ok">{words.willBeAdded}</span>
            ) : (
              <span className="text-bad">{words.refusals[refusal]}</span>
            )}
          </li>
        ))}
      </ul>
      {count > 0 && (
        <button className="button button-main justify-self-start" name="step" value="add">
          {words.add[count]}
        </button>
      )}
    </section>
  );
}

import { FieldFrame } from "@/components/ui/field-frame";

interface PersonChoiceProps {
  id: string;
  label: string;
  people: readonly { id: string; name: string; identifier: string }[];
  defaultValue?: string;
}

/** One of the people, sent as `user`. */
export function PersonChoice({ id, label, people, defaultValue }: PersonChoiceProps) {
  return (
    <FieldFrame id={id} label={label}>
      <select className="input" id={id} name="user" defaultValue={defaultValue}>
        {people.map((person) => (
          <option key={person.id} value={person.id}>
            {person.name === "" ? person.identifier : `${person.name}, ${person.identifier}`}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
}

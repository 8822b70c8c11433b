import { useState } from "preact/hooks";
import type { Json } from "../../../../model/bundles/shared.ts";
import { Button } from "../../parts/button.tsx";
import { type InputProps, inputText } from "./shown-field.ts";

type DictEntry = readonly [key: string, value: string];

/** A dictionary: rows of a key and a value. */
export function DictInput({ field, id, value, onChange, disabled }: InputProps) {
  const [pairs, setPairs] = useState<readonly DictEntry[]>(() => pairsOf(value));
  const change = (next: readonly DictEntry[]) => {
    setPairs(next);
    const filled = next.filter(([key]) => key !== "");
    onChange(filled.length > 0 ? Object.fromEntries(filled) : undefined);
  };
  const set = (at: number, pair: DictEntry) =>
    change(pairs.map((other, index) => (index === at ? pair : other)));
  return (
    <fieldset aria-labelledby={`${id}-label`} disabled={disabled}>
      {pairs.map(([key, text], index) => (
        <div key={index} class="input-row">
          <input
            aria-label={`${field.label}: key ${index + 1}`}
            placeholder="Key"
            value={key}
            onInput={({ currentTarget }) => set(index, [currentTarget.value, text])}
          />
          <input
            aria-label={`${field.label}: value ${index + 1}`}
            placeholder="Value"
            value={text}
            onInput={({ currentTarget }) => set(index, [key, currentTarget.value])}
          />
          <Button
            bare
            icon="minus"
            label={`Remove entry ${index + 1} of ${field.label}`}
            onClick={() => change(pairs.filter((_, at) => at !== index))}
          />
        </div>
      ))}
      <Button
        bare
        icon="plus"
        label={`Add an entry to ${field.label}`}
        onClick={() => setPairs([...pairs, ["", ""]])}
      >
        Add an entry
      </Button>
    </fieldset>
  );
}

function pairsOf(value: Json | undefined): readonly DictEntry[] {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return [];
  return Object.entries(value).map(([key, member]) => [key, inputText(member)]);
}

import { useState } from "preact/hooks";
import { Button } from "../../parts/button.tsx";
import { declaredChoices, type InputProps, inputText } from "./shown-field.ts";

/** A list: one input for each value. */
export function ListInput({ field, id, value, onChange, disabled }: InputProps) {
  const [texts, setTexts] = useState<readonly string[]>(() =>
    Array.isArray(value) ? value.map(inputText) : value === undefined ? [""] : [inputText(value)],
  );
  const change = (next: readonly string[]) => {
    setTexts(next);
    const filled = next.filter((text) => text !== "");
    onChange(filled.length > 0 ? filled : undefined);
  };
  const choices = declaredChoices(field);
  return (
    <fieldset aria-labelledby={`${id}-label`} disabled={disabled}>
      {choices.length > 0 && (
        <datalist id={`${id}-choices`}>
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </datalist>
      )}
      {texts.map((text, index) => (
        <div key={index} class="input-row">
          <input
            aria-label={`${field.label} ${index + 1}`}
            list={choices.length > 0 ? `${id}-choices` : undefined}
            placeholder={field.placeholder}
            value={text}
            onInput={({ currentTarget }) =>
              change(texts.map((other, at) => (at === index ? currentTarget.value : other)))
            }
          />
          <Button
            bare
            icon="minus"
            label={`Remove value ${index + 1} of ${field.label}`}
            onClick={() => change(texts.filter((_, at) => at !== index))}
          />
        </div>
      ))}
      <Button
        bare
        icon="plus"
        label={`Add a value to ${field.label}`}
        onClick={() => setTexts([...texts, ""])}
      >
        Add a value
      </Button>
    </fieldset>
  );
}

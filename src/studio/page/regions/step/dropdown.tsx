import { useState } from "preact/hooks";
import type { Operation } from "../../../api.ts";
import { call } from "../../api/client.ts";
import { Button } from "../../parts/button.tsx";
import { counted } from "../../parts/format.ts";
import { openRun } from "../../store/actions.ts";
import { filledOf } from "../../store/forms.ts";
import { attempt } from "../../store/notices.ts";
import { type InputProps, inputText, type ShownChoice } from "./shown-field.ts";

interface LoadedChoices {
  readonly choices: readonly ShownChoice[];
  readonly page: number;
  readonly more: boolean;
  readonly run: string;
}

/** A dynamic dropdown: its choices are asked for, page by page; any other value can be typed. */
export function Dropdown(props: InputProps & { readonly operation: Operation }) {
  const { field, id, value, onChange, disabled, operation } = props;
  const [asked, setAsked] = useState<LoadedChoices | undefined>(undefined);
  const [asking, setAsking] = useState(false);
  const ask = async (page: number) => {
    setAsking(true);
    const fields = filledOf(operation).values;
    const input = { operation: operation.id, fields, field: field.key, page };
    const answer = await attempt(call("POST /api/choices", input));
    setAsking(false);
    if (!answer) return;
    const before = page === 0 ? [] : (asked?.choices ?? []);
    const found = answer.choices.map((choice) => ({
      value: inputText(choice.value),
      label: inputText(choice.label),
    }));
    setAsked({ choices: [...before, ...found], page, more: answer.has_more, run: answer.run });
  };
  const other = { value: inputText(value), label: inputText(value) };
  const known = asked?.choices.some((choice) => choice.value === other.value);
  return (
    <div class="dropdown">
      <div class="input-row">
        {asked ? (
          <select
            id={id}
            value={other.value}
            disabled={disabled}
            onChange={({ currentTarget }) => onChange(currentTarget.value)}
          >
            <option value="">{field.placeholder ?? "No value"}</option>
            {other.value !== "" && !known && <option value={other.value}>{other.label}</option>}
            {asked.choices.map((choice) => (
              <option key={choice.value} value={choice.value}>
                {choice.label === choice.value ? choice.label : `${choice.label} (${choice.value})`}
              </option>
            ))}
          </select>
        ) : (
          <input
            id={id}
            value={other.value}
            disabled={disabled}
            placeholder={field.placeholder}
            aria-required={field.required}
            onInput={({ currentTarget }) => onChange(currentTarget.value)}
          />
        )}
        <Button
          disabled={asking || disabled === true}
          label={asking ? "Asking…" : `Load choices of ${field.label}`}
          onClick={() => ask(0)}
        >
          {asking ? "Asking…" : "Load choices"}
        </Button>
      </div>
      {asked && (
        <p class="help" role="status">
          {asked.choices.length === 0
            ? "The API gave no choices. "
            : `${counted(asked.choices.length, "choice")}. `}
          {asked.more && (
            <Button
              bare
              disabled={asking}
              label={`Load more choices of ${field.label}`}
              onClick={() => ask(asked.page + 1)}
            >
              Load more
            </Button>
          )}
          <Button bare onClick={() => openRun(asked.run)}>
            Show how they were asked for
          </Button>
          <Button bare onClick={() => setAsked(undefined)}>
            Type a value
          </Button>
        </p>
      )}
    </div>
  );
}

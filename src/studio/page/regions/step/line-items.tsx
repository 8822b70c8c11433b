import type { Json } from "../../../../model/bundles/shared.ts";
import { Button } from "../../parts/button.tsx";
import { setValue } from "../../store/forms.ts";
import { FieldView } from "./field.tsx";
import type { ShownField } from "./shown-field.ts";

interface LineItemsProps {
  readonly parent: string;
  readonly fields: readonly ShownField[];
  readonly value: Json | undefined;
  readonly onChange: (value: Json | undefined) => void;
  readonly disabled?: boolean;
}

type LineItem = { [key: string]: Json };

/** Line items: a list of objects, each with the same fields. */
export function LineItems({ parent, fields, value, onChange, disabled }: LineItemsProps) {
  const lines = Array.isArray(value) ? (value as LineItem[]) : [{}];
  const change = (next: LineItem[]) => onChange(next.length > 0 ? next : undefined);
  return (
    <fieldset class="line-items" disabled={disabled}>
      <legend>
        Line items <code class="quiet">{parent}</code>
      </legend>
      {lines.map((line, index) => (
        <div key={index} class="line">
          <div class="line-head">
            <b>Line {index + 1}</b>
            <Button
              bare
              icon="minus"
              label={`Remove line ${index + 1}`}
              onClick={() => change(lines.filter((_, at) => at !== index))}
            />
          </div>
          {fields.map((field) => (
            <FieldView
              key={field.key}
              field={field}
              value={line[field.key]}
              onChange={(next) =>
                change(
                  lines.map((other, at) =>
                    at === index ? setValue(line, field.key, next) : other,
                  ) as LineItem[],
                )
              }
            />
          ))}
        </div>
      ))}
      <Button bare icon="plus" onClick={() => change([...lines, {}])}>
        Add a line
      </Button>
    </fieldset>
  );
}

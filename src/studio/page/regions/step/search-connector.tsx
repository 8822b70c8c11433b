import { useState } from "preact/hooks";
import type { Operation } from "../../../api.ts";
import { call } from "../../api/client.ts";
import { Button } from "../../parts/button.tsx";
import { openRun, operationOf } from "../../store/actions.ts";
import { fill, filledOf, setValue } from "../../store/forms.ts";
import { attempt } from "../../store/notices.ts";
import { FieldView } from "./field.tsx";
import { type FieldProps, inputText } from "./shown-field.ts";

/** The search that finds the value of a field: its own fields are filled in, as in the step that the editor adds. */
export function SearchConnector(props: FieldProps & { readonly operation: Operation }) {
  const { field, onChange, disabled, operation } = props;
  const [found, setFound] = useState<{ readonly text: string; readonly run: string } | undefined>(undefined);
  const search = operationOf(`searches/${field.searchfill?.split(".")[0]}`);
  if (!search) return null;
  const { values } = filledOf(search);
  const find = async () => {
    const input = { operation: operation.id, fields: values, field: field.key };
    const answer = await attempt(call("POST /api/search-connector", input));
    if (!answer) return;
    if (answer.value !== undefined) onChange(answer.value);
    const text = answer.value === undefined ? "Nothing was found." : `Found ${inputText(answer.value)}.`;
    setFound({ text, run: answer.run });
  };
  return (
    <details>
      <summary>
        Find {field.label} by “{search.label}”
      </summary>
      <fieldset class="line-items" aria-label={`Fields of ${search.label}`}>
        {search.fields.map((searched) => (
          <FieldView
            key={searched.key}
            field={searched}
            operation={search}
            value={values[searched.key]}
            disabled={disabled === true}
            onChange={(value) => fill(search, { values: setValue(values, searched.key, value) })}
          />
        ))}
        <div class="buttons" role="status">
          <Button icon="search" disabled={disabled === true} label={`Find ${field.label}`} onClick={find}>
            Find
          </Button>
          {found && (
            <>
              {found.text}
              <Button bare onClick={() => openRun(found.run)}>
                Show the search
              </Button>
            </>
          )}
        </div>
      </fieldset>
    </details>
  );
}

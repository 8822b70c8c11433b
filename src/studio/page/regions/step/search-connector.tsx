import { useState } from "preact/hooks";
import type { Operation } from "../../../api.ts";
import { call } from "../../api/client.ts";
import { Button } from "../../parts/button.tsx";
import { openRun, operationOf } from "../../store/actions.ts";
import { filledOf } from "../../store/forms.ts";
import { attempt } from "../../store/notices.ts";
import { type FieldProps, textOf } from "./shown-field.ts";

/** The search that finds the value of a field. */
export function SearchConnector({
  field,
  onChange,
  disabled,
  operation,
}: FieldProps & { readonly operation: Operation }) {
  const [found, setFound] = useState<{ readonly text: string; readonly run: string } | undefined>(undefined);
  const search = operationOf(`searches/${field.searchfill?.split(".")[0]}`);
  const find = async () => {
    const takes = { operation: operation.id, fields: filledOf(operation).values, field: field.key };
    const answer = await attempt(call("POST /api/search-connector", takes));
    if (!answer) return;
    if (answer.value !== undefined) onChange(answer.value);
    setFound({
      text: answer.value === undefined ? "Nothing was found." : `Found ${textOf(answer.value)}.`,
      run: answer.run,
    });
  };
  return (
    <p class="help" role="status">
      <Button bare icon="search" disabled={disabled === true} onClick={find}>
        {search ? `Find by “${search.label}”` : "Find by its search"}
      </Button>
      {found && (
        <>
          {found.text}{" "}
          <Button bare onClick={() => openRun(found.run)}>
            Show the search
          </Button>
        </>
      )}
    </p>
  );
}

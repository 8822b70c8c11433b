import { Fragment } from "preact";
import { useState } from "preact/hooks";
import type { Values } from "../../../../model/bundles/shared.ts";
import type { Operation } from "../../../api.ts";
import { call } from "../../api/client.ts";
import { Button } from "../../parts/button.tsx";
import { counted } from "../../parts/format.ts";
import { openRun, operationOf, runSelected } from "../../store/actions.ts";
import { fill, filledOf, setValue } from "../../store/forms.ts";
import { attempt } from "../../store/notices.ts";
import { readOnly, state } from "../../store/studio.ts";
import { FieldView } from "./field.tsx";
import { LineItems } from "./line-items.tsx";
import { SearchConnector } from "./search-connector.tsx";
import { fieldOfFound, formParts, missingFields, type ShownField } from "./shown-field.ts";

/** The form of a trigger, an action or a search. */
export function StepForm({ operation }: { readonly operation: Operation }) {
  const { values, custom = [], create } = filledOf(operation);
  const fields = [...operation.fields, ...custom.map(fieldOfFound)];
  const missing = missingFields(fields, values);
  return (
    <form
      class="form"
      aria-label={`Fields of ${operation.label}`}
      onSubmit={(event) => {
        event.preventDefault();
        runSelected(operation);
      }}
    >
      <Fields
        operation={operation}
        fields={fields}
        values={values}
        onChange={(next) => fill(operation, { values: next })}
      />
      {fields.length === 0 && <p class="quiet">No fields to fill in.</p>}
      {operation.has_custom_fields && <CustomFields operation={operation} />}
      {create !== undefined && <CreateFields search={operation} values={create} />}
      {operation.kind === "search" && <CreateChoice search={operation} on={create !== undefined} />}
      {missing.length > 0 && (
        <p class="quiet">
          Still to be filled in: {missing.map(({ label }) => label).join(", ")}. It can be run without, as the
          script may say more.
        </p>
      )}
      <button type="submit" hidden>
        Run
      </button>
    </form>
  );
}

interface FieldsProps {
  readonly operation: Operation;
  readonly fields: readonly ShownField[];
  readonly values: Values;
  readonly onChange: (values: Values) => void;
}

/** Fields in their order, with line items where they have a parent key. */
function Fields({ operation, fields, values, onChange }: FieldsProps) {
  return (
    <>
      {formParts(fields).map((part) => {
        const key = "parent" in part ? part.parent : part.field.key;
        const common = {
          value: values[key],
          disabled: readOnly.value,
          onChange: (value: Values[string] | undefined) => onChange(setValue(values, key, value)),
        };
        return "parent" in part ? (
          <LineItems key={key} {...part} {...common} />
        ) : (
          <Fragment key={key}>
            <FieldView field={part.field} operation={operation} {...common} />
            {part.field.searchfill && (
              <SearchConnector field={part.field} operation={operation} {...common} />
            )}
          </Fragment>
        );
      })}
    </>
  );
}

function CustomFields({ operation }: { readonly operation: Operation }) {
  const [asking, setAsking] = useState(false);
  const [run, setRun] = useState<string | undefined>(undefined);
  const ask = async () => {
    setAsking(true);
    const input = { operation: operation.id, fields: filledOf(operation).values };
    const answer = await attempt(call("POST /api/custom-fields", input));
    setAsking(false);
    if (!answer) return;
    fill(operation, { custom: answer.fields });
    setRun(answer.run);
  };
  const count = filledOf(operation).custom?.length;
  return (
    <p class="help" role="status">
      <Button disabled={asking || readOnly.value} onClick={ask}>
        {asking ? "Asking…" : "Load custom fields"}
      </Button>{" "}
      {count !== undefined && `The API defines ${counted(count, "custom field")}.`}{" "}
      {run && (
        <Button bare onClick={() => openRun(run)}>
          Show how they were asked for
        </Button>
      )}
    </p>
  );
}

/** The action that creates what a search does not find. */
function creatorOf(search: Operation): Operation | undefined {
  const declared = state.value?.metadata?.searches.find(({ key }) => key === search.key);
  return operationOf(declared?.search_or_create && `actions/${declared.search_or_create}`);
}

function CreateChoice({ search, on }: { readonly search: Operation; readonly on: boolean }) {
  const action = creatorOf(search);
  if (!action) return null;
  return (
    <label class="check">
      <input
        type="checkbox"
        checked={on}
        disabled={readOnly.value}
        onChange={({ currentTarget }) => fill(search, { create: currentTarget.checked ? {} : undefined })}
      />
      Create it where nothing is found, by “{action.label}”
    </label>
  );
}

function CreateFields({ search, values }: { readonly search: Operation; readonly values: Values }) {
  const action = creatorOf(search);
  if (!action) return null;
  return (
    <fieldset class="line-items">
      <legend>{action.label}</legend>
      <Fields
        operation={action}
        fields={action.fields}
        values={values}
        onChange={(create) => fill(search, { create })}
      />
    </fieldset>
  );
}

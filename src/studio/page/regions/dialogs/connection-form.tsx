import { useState } from "preact/hooks";
import type { ConnectionState } from "../../../api.ts";
import { call } from "../../api/client.ts";
import { Button } from "../../parts/button.tsx";
import { operationOf } from "../../store/actions.ts";
import { attempt } from "../../store/notices.ts";
import { readOnly } from "../../store/studio.ts";
import { FieldView } from "../step/field.tsx";
import { inputText } from "../step/shown-field.ts";

interface ConnectionFormProps {
  /** Absent for a new account. */
  readonly connection?: ConnectionState;
  readonly onSaved: (id: string) => void;
  readonly onCancel: () => void;
}

/** The fields of an account, as the user sees them when connecting. */
export function ConnectionForm({ connection, onSaved, onCancel }: ConnectionFormProps) {
  const fields = operationOf("auth")?.fields ?? [];
  const [name, setName] = useState(connection?.name ?? "My account");
  const [values, setValues] = useState<{ readonly [key: string]: string }>({});
  const [remember, setRemember] = useState(connection?.remembered ?? false);
  const save = async () => {
    const input = { name, auth_fields: values, remember, ...(connection && { id: connection.id }) };
    const saved = await attempt(call("POST /api/connection", input));
    if (saved) onSaved(saved.id);
  };
  return (
    <form
      class="form box"
      aria-label={connection ? `Edit ${connection.name}` : "New account"}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <div class="field">
        <div class="field-label">
          <label for="connection-name">Name of the account in the studio</label>
        </div>
        <input
          id="connection-name"
          value={name}
          onInput={({ currentTarget }) => setName(currentTarget.value)}
        />
      </div>
      {fields.map((field) => (
        <FieldView
          key={field.key}
          field={connection?.filled.includes(field.key) ? { ...field, placeholder: "Kept as it is" } : field}
          value={values[field.key]}
          disabled={readOnly.value}
          onChange={(value) => setValues({ ...values, [field.key]: inputText(value) })}
        />
      ))}
      <label class="check">
        <input
          type="checkbox"
          checked={remember}
          onChange={({ currentTarget }) => setRemember(currentTarget.checked)}
        />
        Remember the credentials in a file that git ignores, and that only you may read
      </label>
      <div class="buttons">
        <Button main disabled={readOnly.value || name.trim() === ""} onClick={save}>
          Save and connect
        </Button>
        <Button onClick={onCancel}>Cancel</Button>
      </div>
      <button type="submit" hidden>
        Save
      </button>
    </form>
  );
}

import { useId } from "preact/hooks";
import { Prose } from "../../parts/prose.tsx";
import { DictInput } from "./dict-input.tsx";
import { Dropdown } from "./dropdown.tsx";
import { ListInput } from "./list-input.tsx";
import {
  declaredChoices,
  type FieldProps,
  type InputProps,
  inputText,
  type ShownChoice,
} from "./shown-field.ts";
import { ValueInput } from "./value-input.tsx";

/** One field as the Zap editor shows it: label, help, required mark and input. */
export function FieldView(props: FieldProps) {
  const { field } = props;
  const id = useId();
  if (field.type === "copy") {
    return (
      <p class="field copy">
        <Prose text={field.help_text ?? field.label} />
      </p>
    );
  }
  const many = field.type === "dict" || field.list === true;
  const label = (
    <>
      {field.label}
      {field.required && <span class="required"> (required)</span>}
    </>
  );
  return (
    <div class="field">
      <div class="field-label">
        {many ? <span id={`${id}-label`}>{label}</span> : <label for={id}>{label}</label>}
        <code class="quiet">{field.key}</code>
      </div>
      <Input {...props} id={id} />
      {field.help_text && (
        <p id={`${id}-help`} class="help">
          <Prose text={field.help_text} />
        </p>
      )}
    </div>
  );
}

function Input(props: InputProps) {
  const { field, operation } = props;
  if (field.type === "dict") return <DictInput {...props} />;
  if (field.list) return <ListInput {...props} />;
  if (field.prefill && operation) return <Dropdown {...props} operation={operation} />;
  const choices = declaredChoices(field);
  if (choices.length > 0) return <Choice {...props} choices={choices} />;
  if (field.type === "bool") return <Choice {...props} choices={yesAndNo} />;
  return <ValueInput {...props} />;
}

const yesAndNo = [
  { value: "true", label: "Yes" },
  { value: "false", label: "No" },
];

function Choice({
  field,
  id,
  value,
  onChange,
  disabled,
  choices,
}: InputProps & { readonly choices: readonly ShownChoice[] }) {
  return (
    <select
      id={id}
      value={inputText(value)}
      disabled={disabled}
      aria-describedby={field.help_text && `${id}-help`}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    >
      <option value="">{field.placeholder ?? "No value"}</option>
      {choices.map((choice) => (
        <option key={choice.value} value={choice.value}>
          {choice.label}
        </option>
      ))}
    </select>
  );
}

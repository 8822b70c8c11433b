import { Button } from "../../parts/button.tsx";
import { type InputProps, type ShownField, textOf } from "./shown-field.ts";

const inputModes: { readonly [type: string]: "numeric" | "decimal" } = { int: "numeric", float: "decimal" };

/** The input of one value. Dates and numbers are texts, too: the platform reads `in two days`. */
export function ValueInput({ field, id, value, onChange, disabled }: InputProps) {
  const common = {
    id,
    disabled,
    value: textOf(value),
    placeholder: field.placeholder,
    "aria-required": field.required,
    "aria-describedby": field.help_text && `${id}-help`,
    autocomplete: "off",
    spellcheck: false,
  } as const;
  if (field.type === "text") {
    return <textarea {...common} rows={3} onInput={({ currentTarget }) => onChange(currentTarget.value)} />;
  }
  const [before, after] = around(field.input_format);
  return (
    <div class="input-row">
      {before && <span class="quiet">{before}</span>}
      <input
        {...common}
        type={typeOf(field)}
        inputMode={inputModes[field.type]}
        onInput={({ currentTarget }) => onChange(currentTarget.value)}
      />
      {after && <span class="quiet">{after}</span>}
      {field.type === "file" && <FileButton disabled={disabled} label={field.label} onRead={onChange} />}
    </div>
  );
}

/** `https://,{{input}},.example.com` -> `["https://", ".example.com"]` */
function around(format = ""): readonly string[] {
  return format.split("{{input}}").map((part) => part.replace(/^,|,$/g, ""));
}

interface FileButtonProps {
  readonly label: string;
  readonly disabled: boolean | undefined;
  readonly onRead: (content: string) => void;
}

/** Takes the content of a text file as the value; the other value of a file is its address. */
function FileButton({ label, disabled, onRead }: FileButtonProps) {
  const choose = () => {
    const input = document.createElement("input");
    input.type = "file";
    input.addEventListener("change", async () => {
      const [file] = input.files ?? [];
      if (file) onRead(await file.text());
    });
    input.click();
  };
  return (
    <Button
      disabled={disabled === true}
      label={`Choose a file… Its text is the value of ${label}`}
      onClick={choose}
    >
      Choose a file…
    </Button>
  );
}

/** Preact's types join the types of inputs with their other attributes one by one; both of these take all of the attributes here. */
function typeOf({ type }: ShownField): "text" {
  return (type === "password" ? "password" : "text") as "text";
}

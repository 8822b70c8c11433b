import { fileLimit } from "../../../../simulator/limits.ts";
import { ApiError, call } from "../../api/client.ts";
import { Button } from "../../parts/button.tsx";
import { bytes } from "../../parts/format.ts";
import { attempt } from "../../store/notices.ts";
import { type InputProps, inputText, type ShownField } from "./shown-field.ts";

const inputModes: { readonly [type: string]: "numeric" | "decimal" } = { int: "numeric", float: "decimal" };

/** The input of one value. Dates and numbers are texts, too: the platform reads `in two days`. */
export function ValueInput({ field, id, value, onChange, disabled }: InputProps) {
  const common = {
    id,
    disabled,
    value: inputText(value),
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
  const input = (
    <div class="input-row">
      {before && <span class="quiet">{before}</span>}
      <input
        {...common}
        type={typeOf(field)}
        inputMode={inputModes[field.type]}
        onInput={({ currentTarget }) => onChange(currentTarget.value)}
      />
      {after && <span class="quiet">{after}</span>}
      {field.type === "file" && <FileButton disabled={disabled} label={field.label} onChosen={onChange} />}
    </div>
  );
  if (field.type !== "file") return input;
  return (
    <>
      {input}
      <p class="help">
        An address, a text, or a chosen file of at most {bytes(fileLimit)}: the step gets an address for it.
      </p>
    </>
  );
}

/** `https://,{{input}},.example.com` -> `["https://", ".example.com"]` */
function around(format = ""): readonly string[] {
  return format.split("{{input}}").map((part) => part.replace(/^,|,$/g, ""));
}

interface FileButtonProps {
  readonly label: string;
  readonly disabled: boolean | undefined;
  readonly onChosen: (address: string) => void;
}

/** Has a file chosen: its address is the value. */
function FileButton({ label, disabled, onChosen }: FileButtonProps) {
  const choose = () => {
    const input = document.createElement("input");
    input.type = "file";
    input.addEventListener("change", async () => {
      const [file] = input.files ?? [];
      const address = file && (await attempt(addressOf(file)));
      if (address !== undefined) onChosen(address);
    });
    input.click();
  };
  return (
    <Button disabled={disabled === true} label={`Choose a file for ${label}`} onClick={choose}>
      Choose a file…
    </Button>
  );
}

async function addressOf(file: File): Promise<string> {
  const { name, type } = file;
  if (file.size > fileLimit)
    throw new ApiError(413, { error: `Failed to take ${name}: it has more than ${bytes(fileLimit)}.` });
  const { address } = await call("POST /api/file", { name, type, base64: await base64Of(file) });
  return address;
}

async function base64Of(file: File): Promise<string> {
  const reader = new FileReader();
  reader.readAsDataURL(file);
  await new Promise((read) => reader.addEventListener("loadend", read));
  if (reader.error) throw reader.error;
  return String(reader.result).split(",")[1] ?? "";
}

/** Preact's types join the types of inputs with their other attributes one by one; both of these take all of the attributes here. */
function typeOf({ type }: ShownField): "text" {
  return (type === "password" ? "password" : "text") as "text";
}

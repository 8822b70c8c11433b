import { useState } from "preact/hooks";
import { call } from "../../api/client.ts";
import { Button } from "../../parts/button.tsx";
import { attempt } from "../../store/notices.ts";
import { readOnly } from "../../store/studio.ts";

interface GrantFormProps {
  /** The account. */
  readonly id: string;
  /** The address at which the user grants access. */
  readonly address: string;
  readonly onDone: () => void;
}

/** Lets the user grant access with OAuth, and takes the code where the provider does not come back to the studio. */
export function GrantForm({ id, address, onDone }: GrantFormProps) {
  const [pasted, setPasted] = useState("");
  const hand = async () => {
    if (await attempt(call("POST /api/connection/grant", { id, pasted }))) onDone();
  };
  const isWeb = /^https?:\/\//.test(address);
  return (
    <div class="box form">
      <p>
        {isWeb && (
          <a class="button main" href={address} target="_blank" rel="noopener noreferrer">
            Grant access
          </a>
        )}{" "}
        The service sends the browser back to the studio.
      </p>
      <div class="field">
        <div class="field-label">
          <label for="pasted">The address or the code that the browser shows if it does not come back</label>
        </div>
        <div class="input-row">
          <input
            id="pasted"
            value={pasted}
            autocomplete="off"
            onInput={({ currentTarget }) => setPasted(currentTarget.value)}
          />
          <Button disabled={pasted.trim() === "" || readOnly.value} onClick={hand}>
            Use it
          </Button>
        </div>
      </div>
    </div>
  );
}

import { useState } from "preact/hooks";
import { call } from "../../api/client.ts";
import { Button } from "../../parts/button.tsx";
import { closeDialog, Dialog } from "../../parts/dialog.tsx";
import { attempt } from "../../store/notices.ts";
import { readOnly, state } from "../../store/studio.ts";

/** Sets the time that scripts see. */
export function ClockDialog() {
  const [time, setTime] = useState(localText(state.value?.now ?? new Date().toISOString()));
  const set = async (now: string | null) => {
    if (await attempt(call("POST /api/clock", { now }))) closeDialog();
  };
  return (
    <Dialog title="The clock">
      <p>Scripts see this time, and polls begin at it. Nobody waits: simulated days pass at once.</p>
      <div class="field">
        <div class="field-label">
          <label for="clock">Date and time, in UTC</label>
        </div>
        <input
          id="clock"
          type="datetime-local"
          step={1}
          value={time}
          onInput={({ currentTarget }) => setTime(currentTarget.value)}
        />
      </div>
      <div class="buttons">
        <Button
          main
          disabled={readOnly.value || time === ""}
          onClick={() => set(new Date(`${time}Z`).toISOString())}
        >
          Set the clock
        </Button>
        <Button disabled={readOnly.value} onClick={() => set(null)}>
          Use the present time
        </Button>
      </div>
    </Dialog>
  );
}

/** `2026-03-01T09:00:00.000Z` -> `2026-03-01T09:00:00` */
function localText(iso: string): string {
  return new Date(iso).toISOString().slice(0, 19);
}

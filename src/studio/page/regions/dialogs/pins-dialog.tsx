import type { Pin } from "../../../api.ts";
import { call } from "../../api/client.ts";
import { Button } from "../../parts/button.tsx";
import { Dialog } from "../../parts/dialog.tsx";
import { operationOf } from "../../store/actions.ts";
import { attempt } from "../../store/notices.ts";
import { readOnly, state } from "../../store/studio.ts";

/** The pinned answers. */
export function PinsDialog() {
  const pins = state.value?.pins ?? [];
  return (
    <Dialog title="Pinned answers" wide>
      <p class="quiet">
        A request of the operation with this method and address gets the pinned answer. Runs mark it as pinned
        or edited.
      </p>
      {pins.length === 0 && <p>No answer is pinned.</p>}
      <ul class="plain">
        {pins.map((pin) => (
          <PinRow key={pin.id} pin={pin} />
        ))}
      </ul>
    </Dialog>
  );
}

function PinRow({ pin }: { readonly pin: Pin }) {
  return (
    <li class="box pin-row">
      <span>
        <b>{operationOf(pin.operation)?.label ?? pin.operation}</b> {pin.method} <code>{pin.url}</code> →{" "}
        {pin.status} {pin.edited && <small class="mark accent">edited</small>}
      </span>
      <Button
        disabled={readOnly.value}
        label={`Unpin ${pin.method} ${pin.url}`}
        onClick={() => attempt(call("POST /api/unpin", { id: pin.id }))}
      >
        Unpin
      </Button>
    </li>
  );
}

import { call } from "../../api/client.ts";
import { Button } from "../../parts/button.tsx";
import { closeDialog, Dialog } from "../../parts/dialog.tsx";
import { attempt } from "../../store/notices.ts";
import { readOnly, state } from "../../store/studio.ts";

/** Switches between OFFLINE and LIVE. */
export function LiveDialog() {
  const { live = false, may } = state.value ?? {};
  const set = async (next: boolean) => {
    if (await attempt(call("POST /api/live", { live: next }))) closeDialog();
  };
  return (
    <Dialog title={live ? "LIVE: requests are sent" : "OFFLINE: nothing is sent"}>
      <p>
        {live
          ? "Requests of runs reach the network with the credentials of the account, also those that change something there."
          : "Requests are answered from recordings and pins only. One that has no answer fails, and says so."}
      </p>
      <div class="buttons">
        {live && (
          <Button main disabled={readOnly.value} onClick={() => set(false)}>
            Go offline
          </Button>
        )}
        {!live && may?.live && (
          <Button main disabled={readOnly.value} onClick={() => set(true)}>
            Go live
          </Button>
        )}
      </div>
      {!live && !may?.live && (
        <p class="quiet">
          To send requests, start the studio with <code>zapc studio --allow-live</code>.
        </p>
      )}
    </Dialog>
  );
}

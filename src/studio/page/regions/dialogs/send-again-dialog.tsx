import { call } from "../../api/client.ts";
import { Button } from "../../parts/button.tsx";
import { closeDialog, Dialog } from "../../parts/dialog.tsx";
import { openRun } from "../../store/actions.ts";
import { attempt } from "../../store/notices.ts";
import { openedRun } from "../../store/opened-run.ts";
import { readOnly, state } from "../../store/studio.ts";

/** Asks before a run is sent again, as its requests may change something at the service. */
export function SendAgainDialog({ run: id }: { readonly run: string }) {
  const run = openedRun.value?.id === id ? openedRun.value : undefined;
  const changing = run?.sent.filter(({ method }) => method !== "GET") ?? [];
  const send = async () => {
    const started = await attempt(call("POST /api/send-again", { id, confirmed: true }));
    if (!started) return;
    closeDialog();
    openRun(started.id);
  };
  const offline = state.value?.live === false;
  return (
    <Dialog title="Send again">
      <p>
        {changing.length === 0
          ? "The requests of this run are sent anew. All of them were GETs."
          : "The requests of this run are sent anew. These may change something at the service:"}
      </p>
      <ul class="plain">
        {changing.map(({ method, url }) => (
          <li key={method + url}>
            <b>{method}</b> <code>{url}</code>
          </li>
        ))}
      </ul>
      {offline && <p class="status warning">The studio is OFFLINE: go live first.</p>}
      <div class="buttons">
        <Button main icon="send" disabled={readOnly.value || offline} onClick={send}>
          Send
        </Button>
        <Button onClick={closeDialog}>Do not send</Button>
      </div>
    </Dialog>
  );
}

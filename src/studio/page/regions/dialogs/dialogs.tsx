import { opened } from "../../parts/dialog.tsx";
import { openedRun } from "../../store/opened-run.ts";
import { Palette } from "../palette/palette.tsx";
import { BuildDialog } from "./build-dialog.tsx";
import { ClockDialog } from "./clock-dialog.tsx";
import { ConnectionsDialog } from "./connections-dialog.tsx";
import { DifferenceDialog } from "./difference-dialog.tsx";
import { EditDialog } from "./edit-dialog.tsx";
import { KeysDialog } from "./keys-dialog.tsx";
import { LiveDialog } from "./live-dialog.tsx";
import { PinDialog } from "./pin-dialog.tsx";
import { PinsDialog } from "./pins-dialog.tsx";
import { SaveTestDialog } from "./save-test-dialog.tsx";
import { SendAgainDialog } from "./send-again-dialog.tsx";

/** The open dialog, if there is one. */
export function Dialogs() {
  const dialog = opened.value;
  switch (dialog?.name) {
    case "build":
      return <BuildDialog />;
    case "clock":
      return <ClockDialog />;
    case "live":
      return <LiveDialog />;
    case "connections":
      return <ConnectionsDialog />;
    case "pins":
      return <PinsDialog />;
    case "palette":
      return <Palette />;
    case "keys":
      return <KeysDialog />;
    case "save-test":
      return <SaveTestDialog run={dialog.run} />;
    case "send-again":
      return <SendAgainDialog run={dialog.run} />;
    case "difference":
      return <DifferenceDialog {...dialog} />;
    case "edit": {
      const run = openedRun.value;
      const stage = run?.stages[dialog.stage];
      return run && stage ? <EditDialog run={run} stage={stage} /> : null;
    }
    case "pin": {
      const run = openedRun.value;
      const request = run?.sent[dialog.request];
      return run && request ? <PinDialog run={run} request={request} index={dialog.request} /> : null;
    }
    default:
      return null;
  }
}

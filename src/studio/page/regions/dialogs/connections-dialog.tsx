import { useState } from "preact/hooks";
import type { ConnectionState } from "../../../api.ts";
import { call } from "../../api/client.ts";
import { Button } from "../../parts/button.tsx";
import { Dialog } from "../../parts/dialog.tsx";
import { accountStatuses, StatusMark } from "../../parts/status.tsx";
import { attempt } from "../../store/notices.ts";
import { readOnly, state } from "../../store/studio.ts";
import { ConnectionForm } from "./connection-form.tsx";
import { GrantForm } from "./grant-form.tsx";

/** The accounts: one of them is used by the next run. */
export function ConnectionsDialog() {
  const { connections = [], selected_connection } = state.value ?? {};
  const [editing, setEditing] = useState<string | "new" | undefined>(
    connections.length === 0 ? "new" : undefined,
  );
  const [grant, setGrant] = useState<{ readonly id: string; readonly address: string } | undefined>(
    undefined,
  );
  const connect = async (id: string) => {
    setEditing(undefined);
    const answer = await attempt(call("POST /api/connection/connect", { id }));
    setGrant(answer?.grant === undefined ? undefined : { id, address: answer.grant });
  };
  const edited = connections.find(({ id }) => id === editing);
  return (
    <Dialog title="Accounts" wide>
      <p class="quiet">
        Credentials stay in the memory of the studio, unless it is asked to remember them. They are never
        shown again.
      </p>
      <ul class="plain">
        {connections.map((connection) => (
          <Account
            key={connection.id}
            connection={connection}
            isSelected={connection.id === selected_connection}
            onConnect={() => connect(connection.id)}
            onEdit={() => setEditing(connection.id)}
          />
        ))}
      </ul>
      {grant && <GrantForm key={grant.address} {...grant} onDone={() => setGrant(undefined)} />}
      {editing === undefined ? (
        <Button icon="plus" disabled={readOnly.value} onClick={() => setEditing("new")}>
          Add an account
        </Button>
      ) : (
        <ConnectionForm
          key={editing}
          {...(edited && { connection: edited })}
          onSaved={connect}
          onCancel={() => setEditing(undefined)}
        />
      )}
    </Dialog>
  );
}

interface AccountProps {
  readonly connection: ConnectionState;
  readonly isSelected: boolean;
  readonly onConnect: () => void;
  readonly onEdit: () => void;
}

function Account({ connection, isSelected, onConnect, onEdit }: AccountProps) {
  const { id, name, label, status, message, remembered } = connection;
  return (
    <li class="box account">
      <label class="check">
        <input
          type="radio"
          name="account"
          checked={isSelected}
          disabled={readOnly.value}
          onChange={() => attempt(call("POST /api/connection/select", { id }))}
        />
        <b>{name}</b>
      </label>
      {label && <span>{label}</span>}
      <span role="status">
        <StatusMark {...accountStatuses[status]} />
      </span>
      {remembered && <small class="mark">remembered</small>}
      <span class="grow" />
      <Button
        disabled={readOnly.value || status === "connecting"}
        label={`${status === "connected" ? "Test again" : "Connect"}: ${name}`}
        onClick={onConnect}
      >
        {status === "connected" ? "Test again" : "Connect"}
      </Button>
      <Button disabled={readOnly.value} label={`Edit ${name}`} onClick={onEdit}>
        Edit
      </Button>
      <Button
        disabled={readOnly.value}
        label={`Forget ${name}`}
        onClick={() => attempt(call("POST /api/connection/forget", { id }))}
      >
        Forget
      </Button>
      {message && <p class={status === "failed" ? "status bad" : "quiet"}>{message}</p>}
    </li>
  );
}

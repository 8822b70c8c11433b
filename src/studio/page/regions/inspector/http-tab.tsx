import type { RunDetail, ShownRequest } from "../../../api.ts";
import { call } from "../../api/client.ts";
import { Button } from "../../parts/button.tsx";
import { openDialog } from "../../parts/dialog.tsx";
import { TextView } from "../../parts/text-view.tsx";
import { attempt, say } from "../../store/notices.ts";
import { readOnly } from "../../store/studio.ts";

interface HttpTabProps {
  readonly run: RunDetail;
  /** The indexes of the requests. */
  readonly requests: readonly number[];
}

/** The requests as they were sent, and their answers. */
export function HttpTab({ run, requests }: HttpTabProps) {
  if (requests.length === 0) return <p class="quiet">No request was made here.</p>;
  return (
    <>
      {requests.map((index) => {
        const request = run.sent[index];
        return request && <RequestView key={index} run={run} request={request} index={index} />;
      })}
    </>
  );
}

interface RequestProps {
  readonly run: RunDetail;
  readonly request: ShownRequest;
  readonly index: number;
}

const answerers: { readonly [by in ShownRequest["answered_by"]]: string } = {
  live: "live: it was sent",
  recorded: "recorded: the answer of an earlier run",
  pinned: "pinned: not sent",
  edited: "edited by hand: not sent",
  file: "the chosen file: not sent",
  none: "nobody answered",
};

function RequestView({ run, request, index }: RequestProps) {
  const { method, url, headers, body, response, failure, by, script_method } = request;
  return (
    <article class="request box" aria-label={`Request ${index + 1}: ${method} ${url}`}>
      <p class="request-line">
        <b>{method}</b> <code>{url}</code>
      </p>
      <p class="quiet">
        By the {by === "platform" ? "platform" : "script"}
        {script_method && ` in ${script_method}`}. Answer: {answerers[request.answered_by]}.
      </p>
      <Headers headers={headers} name="Headers of the request" />
      {body && <TextView text={body} name="Body of the request" raw />}
      <h3>{response ? `Answer: ${response.status}` : `No answer: ${failure ?? "it was not sent."}`}</h3>
      {response && (
        <>
          <Headers headers={response.headers} name="Headers of the answer" />
          <TextView text={response.body} name="Body of the answer" />
        </>
      )}
      <PinButtons run={run} request={request} index={index} />
    </article>
  );
}

/** Pins the answer, as it is or edited. */
export function PinButtons({ run, request, index }: RequestProps) {
  const pin = async () => {
    if (await attempt(call("POST /api/pin", { run: run.id, request: index }))) say("The answer is pinned.");
  };
  const unpin = async (id: string) => {
    if (await attempt(call("POST /api/unpin", { id }))) say("The answer is not pinned any more.");
  };
  return (
    <div class="buttons">
      {request.pin !== undefined ? (
        <Button icon="pin" disabled={readOnly.value} onClick={() => unpin(request.pin as string)}>
          Unpin
        </Button>
      ) : (
        request.response && (
          <Button
            icon="pin"
            disabled={readOnly.value}
            title="The next runs get this answer, and send nothing"
            onClick={pin}
          >
            Pin this answer
          </Button>
        )
      )}
      <Button
        icon="pencil"
        disabled={readOnly.value}
        onClick={() => openDialog({ name: "pin", run: run.id, request: index })}
      >
        Edit an answer and pin it…
      </Button>
    </div>
  );
}

function Headers({
  headers,
  name,
}: {
  readonly headers: ShownRequest["headers"] | NonNullable<ShownRequest["response"]>["headers"];
  readonly name: string;
}) {
  const entries = Object.entries(headers);
  if (entries.length === 0) return null;
  return (
    <details>
      <summary>
        {name} <span class="quiet">{entries.length}</span>
      </summary>
      <dl class="headers">
        {entries.map(([header, value]) => (
          <div key={header}>
            <dt>{header}</dt>
            <dd>{Array.isArray(value) ? value.join(", ") : value}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

import type { RunError } from "../../../../simulator/index.ts";
import { call } from "../../api/client.ts";
import { Button } from "../../parts/button.tsx";
import { Icon } from "../../parts/icon.tsx";
import { attempt } from "../../store/notices.ts";
import { readOnly } from "../../store/studio.ts";

/** An exception, with the lines of TypeScript that it came through. */
export function Fault({ error }: { readonly error: RunError }) {
  const { name, message, method, hint, frames = [], stack } = error;
  return (
    <fieldset class="fault box" aria-label={`${name}: ${message}`}>
      <p class="status bad">
        <Icon name="cross" />
        <b>{name}</b>
        {method && (
          <span class="quiet">
            in <code>{method}</code>
          </span>
        )}
      </p>
      <p>{message}</p>
      {hint && <p class="quiet">{hint}</p>}
      {frames.length > 0 ? (
        <ol class="frames">
          {frames.map((frame) => (
            <li key={`${frame.file}:${frame.line}:${frame.column}`}>
              <code>
                {frame.function && `${frame.function} `}
                {frame.file}:{frame.line}:{frame.column}
              </code>
              <Button
                bare
                disabled={readOnly.value}
                label={`Open in editor: ${frame.file}, line ${frame.line}`}
                onClick={() =>
                  attempt(
                    call("POST /api/open", { file: frame.file, line: frame.line, column: frame.column }),
                  )
                }
              >
                Open in editor
              </Button>
            </li>
          ))}
        </ol>
      ) : (
        stack && <pre class="code">{stack}</pre>
      )}
    </fieldset>
  );
}

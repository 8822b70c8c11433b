import type { MessagePort } from "node:worker_threads";
import { receiveMessageOnPort } from "node:worker_threads";
import { NotSimulated } from "../not-simulated.ts";
import type { Answer, FromWorker, Level, WireRequest } from "../protocol.ts";

/** What code inside the context can reach outside of it. */
export interface ScriptHost {
  log(level: Level, text: string): void;
  /** Sends, and blocks this thread until the answer is there. */
  request(request: WireRequest): Answer;
  requestLater(request: WireRequest, receive: (answer: Answer) => void): void;
  /** The answer to a request that did not wait. */
  deliver(id: number, answer: Answer): void;
  /** Makes the error, and makes the run fail even when the script catches it. */
  notSimulated(what: string): NotSimulated;
}

interface Wires {
  readonly post: (message: FromWorker) => void;
  readonly answers: MessagePort;
  readonly signal: Int32Array;
}

export function createScriptHost({ post, answers, signal }: Wires): ScriptHost {
  const receivers = new Map<number, (answer: Answer) => void>();
  let lastId = 0;
  return {
    log: (level, text) => post({ type: "log", level, text }),
    request(request) {
      Atomics.store(signal, 0, 0);
      post({ type: "request", request });
      Atomics.wait(signal, 0, 0);
      return receiveMessageOnPort(answers)?.message;
    },
    requestLater(request, receive) {
      const id = ++lastId;
      receivers.set(id, receive);
      post({ type: "request", request, id });
    },
    deliver(id, answer) {
      receivers.get(id)?.(answer);
      receivers.delete(id);
    },
    notSimulated(what) {
      const error = new NotSimulated(what);
      post({ type: "not-simulated", message: error.message });
      return error;
    },
  };
}

import type { StepKind } from "../model/methods.ts";
import type { Words } from "./words.ts";

/** A file of a project. */
export interface ProjectFile {
  /** Inside the project, with `/`. */
  readonly path: string;
  readonly text: string;
}

/** A step that is to be written. */
export interface NewStep {
  readonly kind: StepKind;
  readonly key: string;
  readonly words: Words;
  /** The difference of its template from the plainest one of its kind. */
  readonly template: string;
  /** The address of the API, without a `/` at its end; it may have `{{variables}}` of the account. */
  readonly api: string;
  /** The address of the list of its things. */
  readonly url: string;
  /** True if it is marked as important: the audit wants one trigger and one action that are. */
  readonly important: boolean;
  /** True if the project subscribes to hooks in a way of its own. */
  readonly hasOwnHooks?: boolean;
  /** The key of the action that creates what a search does not find. */
  readonly creates?: string;
}

/** The parts of a step's source. */
export interface StepParts {
  /** The names of the types that it imports. */
  readonly types: readonly string[];
  readonly definition: object;
  /** The text between the definition and the check of the methods. */
  readonly body: string;
  readonly methods: readonly string[];
}

/** The test of a step. */
export interface StepTest {
  /** The name of the test: a fact. */
  readonly name: string;
  /** The answers of the API, by request. */
  readonly answers: { readonly [request: string]: unknown };
  /** The lines of the test, after the simulator `sim` has been started. */
  readonly lines: readonly string[];
}

/** The texts that a template makes of a step. */
export interface Made {
  readonly parts: StepParts;
  readonly tests: readonly StepTest[];
}

export type Template = (step: NewStep) => Made;

/** The thing that the samples and the tests are about. */
export const thing = { id: 7, title: "Printer on fire" };
export const otherThing = { id: 6, title: "No toner" };

/** The beginning of each definition. */
export function begun({ words, important }: NewStep): object {
  return { ...words, ...(important && { important }) };
}

/** The type of such a thing. */
export const item = "interface Item {\n  id: number;\n  title: string;\n}";

import { adding, changed, type ExamplesByType, lacking } from "./example.ts";
import { urlRaw } from "./pieces.ts";

const field = { key: "theme", label: "Theme", type: "unicode" };
export const stepField = { ...field, prefill: "themes.id.title" };
export const searchField = { ...stepField, searchfill: "find_theme.id" };
export const actionField = {
  ...searchField,
  parent_key: "attachments",
  send_in_json: true,
};
const authField = {
  key: "account",
  label: "Account",
  type: "unicode",
  required: true,
  input_format: "https://,{{input}},.example.com",
};

/** Fields, and what they are made of. */
export const fieldExamples: ExamplesByType = {
  ActionField: {
    examples: [field, actionField, { ...field, type: "file", send_in_json: false }],
    antiExamples: [
      lacking(actionField, "/key"),
      adding(actionField, "/parentKey", "attachments"),
      changed(actionField, "/prefill", "themes", "pattern"),
      changed(actionField, "/choices", 3, "anyOf"),
      changed(actionField, "/searchfill", "find_theme", "pattern"),
      changed(actionField, "/parent_key", "1st", "pattern"),
      changed(actionField, "/send_in_json", "yes", "type"),
    ],
  },
  AuthField: {
    examples: [field, authField],
    antiExamples: [
      changed(authField, "/input_format", "https://example.com", "pattern"),
      adding(authField, "/prefill", "themes.id.title"),
      lacking(authField, "/label"),
    ],
  },
  ChoiceLabels: {
    examples: [{ en: "English", 1: "One" }],
    antiExamples: [
      { data: {}, path: "", keyword: "minProperties" },
      { data: { en: null }, path: "/en", keyword: "type" },
    ],
  },
  ChoiceList: {
    examples: [["en", "fr"]],
    antiExamples: [
      { data: [], path: "", keyword: "minItems" },
      { data: ["en", 1], path: "/1", keyword: "type" },
    ],
  },
  Field: {
    examples: [
      {
        ...field,
        required: true,
        help_text: "The datasets of one [theme](https://example.com/themes).",
        placeholder: "Environment",
        default: "All",
      },
      {
        ...field,
        key: "languages",
        label: "Languages",
        choices: { en: "English", fr: "French" },
        list: true,
      },
      { ...field, type: "int", choices: ["1", "2"] },
      field,
    ],
    antiExamples: [
      changed(field, "/key", "a", "pattern"),
      changed(field, "/type", "integer", "enum"),
      changed(field, "/choices", [], "minItems"),
      changed(field, "/choices", {}, "minProperties"),
      adding(field, "/prefill", "themes.id.title"),
      lacking(field, "/label"),
    ],
  },
  FieldType: {
    examples: ["unicode", "dict", "password"],
    antiExamples: [
      { data: "string", path: "", keyword: "enum" },
      { data: "Unicode", path: "", keyword: "enum" },
    ],
  },
  Key: {
    examples: ["ab", "new_dataset", "newDataset2"],
    antiExamples: [
      { data: "a", path: "", keyword: "pattern" },
      { data: "1st", path: "", keyword: "pattern" },
      { data: "new-dataset", path: "", keyword: "pattern" },
      { data: 12, path: "", keyword: "type" },
    ],
  },
  SearchField: {
    examples: [field, searchField],
    antiExamples: [
      lacking(searchField, "/type"),
      changed(searchField, "/choices", true, "anyOf"),
      changed(searchField, "/searchfill", "find_theme", "pattern"),
      adding(searchField, "/parent_key", "attachments"),
    ],
  },
  StepField: {
    examples: [field, stepField],
    antiExamples: [
      lacking(stepField, "/type"),
      changed(stepField, "/choices", true, "anyOf"),
      changed(stepField, "/prefill", "themes.id", "pattern"),
      changed(stepField, "/label", "", "minLength"),
      adding(stepField, "/searchfill", "find_theme.id"),
    ],
  },
  Url: {
    examples: [urlRaw, "http://{{domain}}/"],
    antiExamples: [
      { data: "data.example.com/api", path: "", keyword: "pattern" },
      { data: { href: urlRaw }, path: "", keyword: "type" },
    ],
  },
};
